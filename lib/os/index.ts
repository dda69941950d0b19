export * from './ami-type';
export * from './bottlerocket-image';
export * from './bottlerocket-image-options';
export * from './bottlerocket-variant';
export { AcceleratorVendor, InstanceAccelerator, InstanceHardware, InstanceHardwareOptions } from './instance-hardware';
