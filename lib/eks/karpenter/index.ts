export * from './disruption';
export * from './node-class';
export * from './node-class-props';
export { IKarpenterNodeClass } from './node-class-ref';
export * from './node-pool';
export * from './node-pool-props';
export { KarpenterPeriod } from './period';
export {
  KarpenterCapacityType,
  KarpenterRequirement,
  KarpenterRequirementOperator,
  KarpenterRequirementOptions,
} from './requirement';
export { KarpenterCapacityReservationTerm, KarpenterSecurityGroupTerm, KarpenterSubnetTerm } from './selector-terms';
