export * from './ecs-updater';
export * from './ecs-updater-props';
export { EcsUpdaterImage, PullThroughCacheOptions } from './updater-image';
