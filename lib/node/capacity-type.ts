/**
 * How the instances are paid for.
 */
export enum NodegroupCapacityType {
  /**
   * On-Demand Instances.
   */
  ON_DEMAND = 'ON_DEMAND',

  /**
   * Spot Instances, which EC2 may take back. Pass several instance types, so that there is always one to be had.
   */
  SPOT = 'SPOT',

  /**
   * Instances of a Capacity Block, reserved for a time. Needs `capacityReservationId` and a single instance type.
   */
  CAPACITY_BLOCK = 'CAPACITY_BLOCK',
}
