export * from './bottlerocket-errors';
export * from './generated';
export * from './issue';
export * from './settings-layer';
export * from './user-data-target';
