export * from './bottlerocket-snapshot';
export * from './synthesized-node';
export * from './synthesized-nodes';
