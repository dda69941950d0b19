import {
  NvidiaDevicePartitioningStrategy,
  NvidiaDeviceSharingStrategy,
  NvidiaDriverBranch,
} from '../../../../lib/settings';
import { testRules, TOKEN } from '../../../helpers/rules';

const { MPS, TIME_SLICING, NONE } = NvidiaDeviceSharingStrategy;
const { MIG } = NvidiaDevicePartitioningStrategy;
const plugin = (nvidia: object) => ({ kubeletDevicePlugins: { nvidia } });
const N = 'kubelet-device-plugins.nvidia';

testRules('sharing and partitioning', [
  [
    'refuses mps with mig',
    plugin({ deviceSharingStrategy: MPS, devicePartitioningStrategy: MIG }),
    [`MpsWithMig ${N}.device-sharing-strategy`],
  ],
  ['takes time slicing with mig', plugin({ deviceSharingStrategy: TIME_SLICING, devicePartitioningStrategy: MIG }), []],
  ['takes mps alone', plugin({ deviceSharingStrategy: MPS }), []],
  [
    'keeps quiet when one is not known yet',
    plugin({ deviceSharingStrategy: TOKEN.text, devicePartitioningStrategy: MIG }),
    [],
  ],
  [
    'warns in settings that are only a part',
    plugin({ deviceSharingStrategy: MPS, devicePartitioningStrategy: MIG }),
    [`MpsWithMig? ${N}.device-sharing-strategy`],
    { joins: false },
  ],
]);

testRules('settings of a strategy', [
  ['are void without it', plugin({ timeSlicing: { replicas: 2 } }), [`NvidiaStrategyUnused? ${N}.time-slicing`]],
  [
    'are void with another one',
    plugin({ deviceSharingStrategy: NONE, mps: { replicas: 2 }, mig: { profile: { 'a100.40gb': '1g.5gb' } } }),
    [`NvidiaStrategyUnused? ${N}.mps`, `NvidiaStrategyUnused? ${N}.mig`],
  ],
  [
    'act with it',
    plugin({
      deviceSharingStrategy: TIME_SLICING,
      timeSlicing: { replicas: 2 },
      devicePartitioningStrategy: MIG,
      mig: { profile: { 'a100.40gb': '1' } },
    }),
    [],
  ],
  ['may act when it is not known yet', plugin({ deviceSharingStrategy: TOKEN.text, mps: { replicas: 2 } }), []],
  ['may act when it was refused', plugin({ deviceSharingStrategy: 'slices', timeSlicing: { replicas: 2 } }), []],
]);

const dra = { kubeletDraDrivers: { nvidia: { enabled: true } } };

testRules('the DRA driver', [
  ['does not run beside the device plugin', dra, ['DraDriverUnused? kubelet-dra-drivers.nvidia.enabled']],
  [
    'does not run beside one that is switched on',
    { ...dra, ...plugin({ enabled: true }) },
    ['DraDriverUnused? kubelet-dra-drivers.nvidia.enabled'],
  ],
  ['runs when the device plugin is off', { ...dra, ...plugin({ enabled: false }) }, []],
  ['may run when that is not known yet', { ...dra, ...plugin({ enabled: TOKEN.flag }) }, []],
  ['is not asked for', { kubeletDraDrivers: { nvidia: { enabled: false } } }, []],
]);

const branch = { kernel: { drivers: { nvidia: { branch: NvidiaDriverBranch.PB } } } };

testRules('the driver branch', [
  ['is void without the driver', branch, ['DriverBranchUnused? kernel.drivers.nvidia'], { variant: 'aws-k8s-1.35' }],
  ['is chosen with it', branch, [], { variant: 'aws-k8s-1.37-nvidia' }],
  ['is chosen with it on Amazon ECS', branch, [], { variant: 'aws-ecs-3-nvidia' }],
  ['may act on a variant that is not known', branch, []],
]);
