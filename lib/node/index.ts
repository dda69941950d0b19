export { BottlerocketUserData, BottlerocketUserDataProps } from './user-data';
export { NodePreset } from './node-preset';
export * from './taint';
export { BottlerocketVolumes, DataVolumeOptions, OsVolumeOptions } from './volumes';
export { MetadataOptions } from './metadata-options';
export * from './imported-settings';
export * from './capacity-type';
export * from './auto-scaling-options';
export * from './nodegroup-update-policy';
