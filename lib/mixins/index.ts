export * from './launch-template-metadata-options';
export * from './launch-template-user-data';
export * from './launch-template-volumes';
export * from './nodegroup-launch-template';
