export { CertManager, CertManagerAddonOptions, CertManagerHelmOptions } from './cert-manager';
export { PodToleration } from './toleration';
export { UpdateConcurrency } from './update-concurrency';
export * from './update-operator';
export { UpdateOperatorImage } from './update-operator-image';
export * from './update-operator-props';
export { UpdateSchedule } from './update-schedule';
export * from './update-schedule-options';
