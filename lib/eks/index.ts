export * from './managed-nodegroup';
export * from './managed-nodegroup-props';
export { NodeCniPolicy } from './node-role';
export * from './nodegroup-common-options';
