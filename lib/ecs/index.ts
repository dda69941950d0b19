export * from './ecs-updater';
export * from './ecs-updater-props';
export { EcsUpdaterImage, PullThroughCacheOptions } from './updater-image';
export * from './capacity-provider';
export * from './capacity-provider-props';
