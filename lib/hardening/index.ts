export * from './hardening-preset';
export * from './hardening-report';
export * from './controls/control-result';
