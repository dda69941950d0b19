import { ruleIssues, testRules, TOKEN, wrong } from '../../../helpers/rules';

testRules('eviction thresholds', [
  [
    'refuses a soft threshold without a grace period',
    {
      kubernetes: {
        evictionSoft: { memoryAvailable: '200Mi', nodefsAvailable: '10%' },
        evictionSoftGracePeriod: { memoryAvailable: '1m' },
      },
    },
    ['EvictionGracePeriodMissing kubernetes.eviction-soft."nodefs.available"'],
  ],
  [
    'takes one with a grace period, known or not',
    {
      kubernetes: {
        evictionSoft: { memoryAvailable: '200Mi' },
        evictionSoftGracePeriod: { memoryAvailable: TOKEN.text },
      },
    },
    [],
  ],
  [
    'keeps quiet when the grace period was refused',
    { kubernetes: { evictionSoft: { memoryAvailable: '200Mi' }, evictionSoftGracePeriod: { memoryAvailable: '60' } } },
    [],
  ],
  [
    'warns of the threshold in settings that are only a part: the grace period may come from elsewhere',
    { kubernetes: { evictionSoft: { memoryAvailable: '200Mi' } } },
    ['EvictionGracePeriodMissing? kubernetes.eviction-soft."memory.available"'],
    { joins: false },
  ],
  [
    'warns of a grace period without a threshold',
    { kubernetes: { evictionSoftGracePeriod: { memoryAvailable: '1m' } } },
    ['EvictionGracePeriodUnused? kubernetes.eviction-soft-grace-period."memory.available"'],
  ],
  [
    'keeps quiet when the threshold was refused',
    { kubernetes: { evictionSoft: { memoryAvailable: '100%' }, evictionSoftGracePeriod: { memoryAvailable: '1m' } } },
    [],
  ],
  [
    'warns of a time for pods without soft thresholds',
    { kubernetes: { evictionMaxPodGracePeriod: 30 } },
    ['EvictionGracePeriodUnused? kubernetes.eviction-max-pod-grace-period'],
  ],
  [
    'takes a time for pods beside one',
    {
      kubernetes: {
        evictionMaxPodGracePeriod: 30,
        evictionSoft: { memoryAvailable: '1Gi' },
        evictionSoftGracePeriod: { memoryAvailable: '1m' },
      },
    },
    [],
  ],
  [
    'warns before 1.69 of hard thresholds that take the others away',
    { kubernetes: { evictionHard: { memoryAvailable: '5%' } } },
    ['EvictionDefaultsLost? kubernetes.eviction-hard'],
    { osVersion: '1.68.0' },
  ],
  [
    'takes them from 1.69 on, which keeps the others',
    { kubernetes: { evictionHard: { memoryAvailable: '5%' } } },
    [],
    { osVersion: '1.69.0' },
  ],
  [
    'takes all four before 1.69',
    {
      kubernetes: {
        evictionHard: {
          memoryAvailable: '5%',
          nodefsAvailable: '10%',
          nodefsInodesFree: '5%',
          imagefsAvailable: '15%',
        },
      },
    },
    [],
    { osVersion: '1.68.0' },
  ],
]);

test('the thresholds that are lost are named', () => {
  const [found] = ruleIssues({ kubernetes: { evictionHard: { memoryAvailable: '5%' } } }, { osVersion: '1.68.0' });
  expect(found!.message).toContain('nodefs.available, nodefs.inodesFree, imagefs.available');
});

testRules('thresholds for removing images', [
  [
    'refuses a high one below the low one',
    { kubernetes: { imageGcHighThresholdPercent: 70, imageGcLowThresholdPercent: 75 } },
    ['ImageGcThresholds kubernetes.image-gc-high-threshold-percent'],
  ],
  [
    'refuses two equal ones',
    { kubernetes: { imageGcHighThresholdPercent: 75, imageGcLowThresholdPercent: 75 } },
    ['ImageGcThresholds kubernetes.image-gc-high-threshold-percent'],
  ],
  [
    'takes a high one above the low one',
    { kubernetes: { imageGcHighThresholdPercent: 76, imageGcLowThresholdPercent: 75 } },
    [],
  ],
  [
    'refuses a high one below the default of the low one',
    { kubernetes: { imageGcHighThresholdPercent: 80 } },
    ['ImageGcThresholds kubernetes.image-gc-high-threshold-percent'],
  ],
  ['takes a high one above it', { kubernetes: { imageGcHighThresholdPercent: 81 } }, []],
  [
    'refuses a low one at the default of the high one',
    { kubernetes: { imageGcLowThresholdPercent: 85 } },
    ['ImageGcThresholds kubernetes.image-gc-high-threshold-percent'],
  ],
  ['takes a low one below it', { kubernetes: { imageGcLowThresholdPercent: 84 } }, []],
  [
    'does not count defaults in settings that are only a part',
    { kubernetes: { imageGcHighThresholdPercent: 10 } },
    [],
    { joins: false },
  ],
  [
    'keeps quiet when one is not known yet',
    { kubernetes: { imageGcHighThresholdPercent: TOKEN.number, imageGcLowThresholdPercent: 99 } },
    [],
  ],
  [
    'keeps quiet when one was refused',
    { kubernetes: { imageGcHighThresholdPercent: 101, imageGcLowThresholdPercent: 99 } },
    [],
  ],
]);

testRules('ages for removing images', [
  [
    'refuses a maximum at the minimum',
    { kubernetes: { imageMaximumGcAge: '10m', imageMinimumGcAge: '600s' } },
    ['ImageGcAges kubernetes.image-maximum-gc-age'],
  ],
  ['takes a maximum above the minimum', { kubernetes: { imageMaximumGcAge: '10m1ms', imageMinimumGcAge: '600s' } }, []],
  ['takes 0s, which means no maximum', { kubernetes: { imageMaximumGcAge: '0s', imageMinimumGcAge: '10m' } }, []],
  [
    'refuses a maximum at the default of the minimum',
    { kubernetes: { imageMaximumGcAge: '2m' } },
    ['ImageGcAges kubernetes.image-maximum-gc-age'],
  ],
  ['takes a maximum above it', { kubernetes: { imageMaximumGcAge: '2.1m' } }, []],
  [
    'does not count the default in settings that are only a part',
    { kubernetes: { imageMaximumGcAge: '1m' } },
    [],
    { joins: false },
  ],
  [
    'keeps quiet when one is not known yet',
    { kubernetes: { imageMaximumGcAge: '1m', imageMinimumGcAge: TOKEN.text } },
    [],
  ],
  ['keeps quiet when one was refused', { kubernetes: { imageMaximumGcAge: '1m', imageMinimumGcAge: '120' } }, []],
]);

testRules('grace periods for a shutdown', [
  [
    'refuses one for critical pods that is longer than the whole',
    { kubernetes: { shutdownGracePeriod: '30s', shutdownGracePeriodForCriticalPods: '31s' } },
    ['ShutdownGracePeriods kubernetes.shutdown-grace-period-for-critical-pods'],
  ],
  [
    'takes one as long as the whole',
    { kubernetes: { shutdownGracePeriod: '30s', shutdownGracePeriodForCriticalPods: '30s' } },
    [],
  ],
  [
    'refuses one without a whole where the OS has no default',
    { kubernetes: { shutdownGracePeriodForCriticalPods: '10s' } },
    ['ShutdownGracePeriods kubernetes.shutdown-grace-period-for-critical-pods'],
    { variant: 'aws-k8s-1.33' },
  ],
  [
    'takes one below the default since Kubernetes 1.34',
    { kubernetes: { shutdownGracePeriodForCriticalPods: '150s' } },
    [],
    { variant: 'aws-k8s-1.34' },
  ],
  [
    'refuses one above it',
    { kubernetes: { shutdownGracePeriodForCriticalPods: '151s' } },
    ['ShutdownGracePeriods kubernetes.shutdown-grace-period-for-critical-pods'],
    { variant: 'aws-k8s-1.34' },
  ],
  [
    'does not count it in settings that are only a part',
    { kubernetes: { shutdownGracePeriodForCriticalPods: '1h' } },
    [],
    { joins: false },
  ],
  [
    'keeps quiet when the whole is not known yet',
    { kubernetes: { shutdownGracePeriod: TOKEN.text, shutdownGracePeriodForCriticalPods: '1h' } },
    [],
  ],
  [
    'keeps quiet when the whole was refused',
    { kubernetes: { shutdownGracePeriod: wrong(), shutdownGracePeriodForCriticalPods: '1h' } },
    [],
  ],
]);
