export * from './cluster-attributes';
export * from './managed-nodegroup';
export * from './managed-nodegroup-props';
export { NodeJoinMethod } from './node-access';
export { NodeCniPolicy } from './node-role';
export * from './nodegroup-common-options';
export * from './nodegroup-update-policy';
export * from './self-managed-nodegroup';
export * from './self-managed-nodegroup-props';
