import {
  CpuManagerPolicy,
  CpuManagerPolicyOption,
  MemoryManagerPolicy,
  TopologyManagerPolicy,
} from '../../../../lib/settings';
import { ruleIssues, testRules, TOKEN, wrong } from '../../../helpers/rules';

const { FULL_PCPUS_ONLY } = CpuManagerPolicyOption;
const { STATIC, NONE } = CpuManagerPolicy;

testRules('the CPU manager', [
  [
    'refuses options without a policy',
    { kubernetes: { cpuManagerPolicyOptions: [FULL_PCPUS_ONLY] } },
    ['CpuManagerOptions kubernetes.cpu-manager-policy-options'],
  ],
  [
    'refuses options with the policy none',
    { kubernetes: { cpuManagerPolicy: NONE, cpuManagerPolicyOptions: [FULL_PCPUS_ONLY] } },
    ['CpuManagerOptions kubernetes.cpu-manager-policy-options'],
    { joins: false },
  ],
  [
    'takes options with the policy static',
    { kubernetes: { cpuManagerPolicy: STATIC, cpuManagerPolicyOptions: [FULL_PCPUS_ONLY] } },
    [],
  ],
  ['takes an empty list', { kubernetes: { cpuManagerPolicyOptions: [] } }, []],
  [
    'keeps quiet when the policy is not known yet',
    { kubernetes: { cpuManagerPolicy: TOKEN.text as CpuManagerPolicy, cpuManagerPolicyOptions: [FULL_PCPUS_ONLY] } },
    [],
  ],
  [
    'keeps quiet when the policy was refused',
    { kubernetes: { cpuManagerPolicy: wrong(), cpuManagerPolicyOptions: [FULL_PCPUS_ONLY] } },
    [],
  ],
  [
    'does not count the default in settings that are only a part',
    { kubernetes: { cpuManagerPolicyOptions: [FULL_PCPUS_ONLY] } },
    [],
    { joins: false },
  ],
  [
    'refuses the policy static when no CPU is reserved',
    { kubernetes: { cpuManagerPolicy: STATIC, kubeReserved: { cpu: '0' } } },
    ['CpuManagerReservation kubernetes.cpu-manager-policy'],
  ],
  [
    'refuses it when none is reserved twice',
    { kubernetes: { cpuManagerPolicy: STATIC, kubeReserved: { cpu: '0m' }, systemReserved: { cpu: '0.0' } } },
    ['CpuManagerReservation kubernetes.cpu-manager-policy'],
  ],
  [
    'takes it with CPU for the system',
    { kubernetes: { cpuManagerPolicy: STATIC, kubeReserved: { cpu: '0' }, systemReserved: { cpu: '1m' } } },
    [],
  ],
  ['takes it without a word, since the OS reserves some', { kubernetes: { cpuManagerPolicy: STATIC } }, []],
  [
    'keeps quiet when a reservation is not known yet',
    { kubernetes: { cpuManagerPolicy: STATIC, kubeReserved: { cpu: TOKEN.text } } },
    [],
  ],
  [
    'takes it with reserved CPUs, beside which other reservations have no effect',
    { kubernetes: { cpuManagerPolicy: STATIC, kubeReserved: { cpu: '0' }, reservedCpus: '0' } },
    ['CpuReservationUnused? kubernetes.kube-reserved.cpu'],
  ],
]);

const RESERVED = { kubeReserved: { memory: '900Mi' } };
const ON_NUMA = (memory: string, enabled = true) => ({ '0': { enabled, memory } });

testRules('the memory manager', [
  [
    'warns of a policy without reserved memory',
    { kubernetes: { memoryManagerPolicy: MemoryManagerPolicy.STATIC } },
    ['MemoryManagerUnused? kubernetes.memory-manager-policy'],
  ],
  [
    'warns of a policy with reservations that are all off',
    {
      kubernetes: {
        memoryManagerPolicy: MemoryManagerPolicy.STATIC,
        memoryManagerReservedMemory: ON_NUMA('1Gi', false),
      },
    },
    ['MemoryManagerUnused? kubernetes.memory-manager-policy'],
  ],
  ['takes the policy none', { kubernetes: { memoryManagerPolicy: MemoryManagerPolicy.NONE } }, []],
  [
    'refuses a sum that is not what is reserved in all',
    {
      kubernetes: {
        ...RESERVED,
        memoryManagerPolicy: MemoryManagerPolicy.STATIC,
        memoryManagerReservedMemory: ON_NUMA('1001Mi'),
      },
    },
    ['MemoryManagerSum kubernetes.memory-manager-reserved-memory'],
  ],
  [
    'takes the sum with the default threshold of 100Mi',
    {
      kubernetes: {
        ...RESERVED,
        memoryManagerPolicy: MemoryManagerPolicy.STATIC,
        memoryManagerReservedMemory: ON_NUMA('1000Mi'),
      },
    },
    [],
  ],
  [
    'counts all NUMA nodes, the system, and an own threshold',
    {
      kubernetes: {
        ...RESERVED,
        systemReserved: { memory: '124Mi' },
        evictionHard: { memoryAvailable: '1Gi' },
        memoryManagerPolicy: MemoryManagerPolicy.STATIC,
        memoryManagerReservedMemory: {
          '0': { enabled: true, memory: '1Gi' },
          '1': { enabled: true, memory: '1Gi' },
          '2': { enabled: false, memory: '9Gi' },
        },
      },
    },
    [],
  ],
  [
    'knows that another threshold takes the default away before 1.69',
    {
      kubernetes: {
        ...RESERVED,
        evictionHard: { nodefsAvailable: '1%', nodefsInodesFree: '1%', imagefsAvailable: '1%' },
        memoryManagerPolicy: MemoryManagerPolicy.STATIC,
        memoryManagerReservedMemory: ON_NUMA('900Mi'),
      },
    },
    ['EvictionDefaultsLost? kubernetes.eviction-hard'],
    { osVersion: '1.68.0' },
  ],
  [
    'keeps quiet about a threshold in percent',
    {
      kubernetes: {
        ...RESERVED,
        evictionHard: { memoryAvailable: '5%' },
        memoryManagerPolicy: MemoryManagerPolicy.STATIC,
        memoryManagerReservedMemory: ON_NUMA('1Gi'),
      },
    },
    [],
  ],
  [
    'keeps quiet when the OS computes what is reserved',
    { kubernetes: { memoryManagerPolicy: MemoryManagerPolicy.STATIC, memoryManagerReservedMemory: ON_NUMA('1Gi') } },
    [],
  ],
  [
    'does not count defaults in settings that are only a part',
    {
      kubernetes: {
        ...RESERVED,
        memoryManagerPolicy: MemoryManagerPolicy.STATIC,
        memoryManagerReservedMemory: ON_NUMA('1Gi'),
      },
    },
    [],
    { joins: false },
  ],
  [
    'keeps quiet when a part is not known yet',
    {
      kubernetes: {
        ...RESERVED,
        memoryManagerPolicy: MemoryManagerPolicy.STATIC,
        memoryManagerReservedMemory: ON_NUMA(TOKEN.text),
      },
    },
    [],
  ],
]);

test('both sums are named', () => {
  const [found] = ruleIssues({
    kubernetes: {
      ...RESERVED,
      memoryManagerPolicy: MemoryManagerPolicy.STATIC,
      memoryManagerReservedMemory: ON_NUMA('1Gi'),
    },
  });
  expect(found).toMatchObject({ received: '1024 MiB', expected: '1000 MiB' });
});

testRules('the topology manager', [
  [
    'warns of options without a policy',
    { kubernetes: { topologyManagerPolicyOptions: { preferClosestNumaNodes: true } } },
    ['TopologyManagerOptionsUnused? kubernetes.topology-manager-policy-options'],
  ],
  [
    'warns of options with the policy none',
    {
      kubernetes: {
        topologyManagerPolicy: TopologyManagerPolicy.NONE,
        topologyManagerPolicyOptions: { preferClosestNumaNodes: true },
      },
    },
    ['TopologyManagerOptionsUnused? kubernetes.topology-manager-policy-options'],
  ],
  [
    'takes options with another policy',
    {
      kubernetes: {
        topologyManagerPolicy: TopologyManagerPolicy.RESTRICTED,
        topologyManagerPolicyOptions: { preferClosestNumaNodes: true },
      },
    },
    [],
  ],
  [
    'keeps quiet when the policy is not known yet, or was refused',
    {
      kubernetes: {
        topologyManagerPolicy: 'best' as TopologyManagerPolicy,
        topologyManagerPolicyOptions: { preferClosestNumaNodes: true },
      },
    },
    [],
  ],
]);
