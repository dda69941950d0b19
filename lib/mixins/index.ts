export * from './bottlerocket-node-metadata-options';
export * from './bottlerocket-node-settings';
export * from './bottlerocket-node-settings-options';
export * from './bottlerocket-node-volumes';
export * from './existing-user-data-strategy';
export * from './launch-template-metadata-options';
export * from './launch-template-user-data';
export * from './launch-template-volumes';
