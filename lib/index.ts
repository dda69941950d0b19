export * from './ecs';
export * from './eks';
export * from './hardening';
export * as mixins from './mixins';
export * from './node';
export * from './os';
export * from './settings';
export * as testing from './testing';
export * from './validation';
