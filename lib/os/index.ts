export * from './ami-type';
export * from './bottlerocket-variant';
export { AcceleratorVendor, InstanceAccelerator, InstanceHardware, InstanceHardwareOptions } from './instance-hardware';
