import { ruleIssues, Row, testRules, TOKEN } from '../../../helpers/rules';

const BAD = ['10K', '1e', '...', '1..5', '.', '-1', '-0.5Gi', '+.'];
const GOOD = ['0', '-0', '1.5', '.5', '1.', '100m', '10k', '10Ki', '1Gi', '1e3', '2E', '+1'];

testRules('quantities that the OS takes', [
  ...BAD.map((quantity): Row => [
    `refuses ${quantity}`,
    { kubernetes: { systemReserved: { memory: quantity } } },
    ['KubeletLimit kubernetes.system-reserved.memory'],
  ]),
  ...GOOD.map((quantity): Row => [`takes ${quantity}`, { kubernetes: { systemReserved: { memory: quantity } } }, []]),
  [
    'refuses them wherever there are quantities',
    {
      kubernetes: {
        containerLogMaxSize: '10K',
        evictionHard: { memoryAvailable: '10K', nodefsAvailable: '10%' },
        evictionSoft: { memoryAvailable: '10K' },
        evictionSoftGracePeriod: { memoryAvailable: '1m' },
        kubeReserved: { cpu: '-1' },
        memoryManagerReservedMemory: { '0': { enabled: true, memory: '10K', hugepages2Mi: '10K' } },
      },
    },
    [
      'KubeletLimit kubernetes.container-log-max-size',
      'KubeletLimit kubernetes.eviction-hard."memory.available"',
      'KubeletLimit kubernetes.eviction-soft."memory.available"',
      'KubeletLimit kubernetes.kube-reserved.cpu',
      'KubeletLimit kubernetes.memory-manager-reserved-memory.0.hugepages-2Mi',
      'KubeletLimit kubernetes.memory-manager-reserved-memory.0.memory',
    ],
  ],
  ['keeps quiet about what is not known yet', { kubernetes: { systemReserved: { memory: TOKEN.text } } }, []],
  [
    'warns of them in settings that are only a part',
    { kubernetes: { systemReserved: { memory: '10K' } } },
    ['KubeletLimit? kubernetes.system-reserved.memory'],
    { joins: false },
  ],
]);

test('the unit that is no unit of Kubernetes is replaced', () => {
  expect(ruleIssues({ kubernetes: { systemReserved: { memory: '10K' } } })[0]!.fix).toBe(
    'Write 10k (1000) or 10Ki (1024).',
  );
});
