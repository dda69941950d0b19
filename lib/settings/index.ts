export * from './bottlerocket-errors';
export * from './generated';
export * from './issue';
export * from './user-data-target';
