import { KubernetesCloudProvider } from '../../../../lib/settings';
import { ruleIssues, Row, rules, testRules, TOKEN } from '../../../helpers/rules';

const LEAST = {
  containerLogMaxFiles: 2,
  containerLogMaxWorkers: 1,
  eventBurst: 0,
  eventQps: 0,
  kubeApiBurst: 0,
  kubeApiQps: 0,
  maxParallelImagePulls: 1,
  registryBurst: 0,
  registryQps: 0,
};
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

testRules(
  'numbers',
  Object.entries(LEAST).flatMap(([property, least]): Row[] => [
    [
      `refuses ${property} below ${least}`,
      { kubernetes: { [property]: least - 1 } },
      [`KubeletLimit kubernetes.${kebab(property)}`],
    ],
    [`takes ${property} from ${least} on`, { kubernetes: { [property]: least } }, []],
    [`keeps quiet when ${property} is not known yet`, { kubernetes: { [property]: TOKEN.number } }, []],
    [
      `warns of ${property} below ${least} in settings that are only a part`,
      { kubernetes: { [property]: least - 1 } },
      [`KubeletLimit? kubernetes.${kebab(property)}`],
      { joins: false },
    ],
  ]),
);

testRules('durations', [
  [
    'refuses to look after logs more often than every three seconds',
    { kubernetes: { containerLogMonitorInterval: '2.9s' } },
    ['KubeletLimit kubernetes.container-log-monitor-interval'],
  ],
  ['takes three seconds', { kubernetes: { containerLogMonitorInterval: '3s' } }, []],
  [
    'refuses grace periods for a shutdown between zero and a second',
    { kubernetes: { shutdownGracePeriod: '999ms', shutdownGracePeriodForCriticalPods: '1ms' } },
    [
      'KubeletLimit kubernetes.shutdown-grace-period',
      'KubeletLimit kubernetes.shutdown-grace-period-for-critical-pods',
    ],
  ],
  [
    'takes zero, and a second',
    { kubernetes: { shutdownGracePeriod: '1s', shutdownGracePeriodForCriticalPods: '0s' } },
    [],
  ],
  [
    'keeps quiet about what is not known yet',
    { kubernetes: { shutdownGracePeriod: TOKEN.text, containerLogMonitorInterval: TOKEN.text } },
    [],
  ],
]);

testRules('the provider of the cloud', [
  [
    'refuses aws since Kubernetes 1.27',
    { kubernetes: { cloudProvider: KubernetesCloudProvider.AWS } },
    ['KubeletLimit kubernetes.cloud-provider'],
    { variant: 'aws-k8s-1.34' },
  ],
  ['takes aws before', { kubernetes: { cloudProvider: KubernetesCloudProvider.AWS } }, [], { variant: 'aws-k8s-1.26' }],
  ['takes aws when the version is not known', { kubernetes: { cloudProvider: KubernetesCloudProvider.AWS } }, []],
  [
    'takes others',
    { kubernetes: { cloudProvider: KubernetesCloudProvider.EXTERNAL } },
    [],
    { variant: 'aws-k8s-1.34' },
  ],
]);

testRules('credential providers', [
  [
    'refuses one for no image',
    { kubernetes: { credentialProviders: { 'ecr-credential-provider': { enabled: true, imagePatterns: [] } } } },
    ['KubeletLimit kubernetes.credential-providers.ecr-credential-provider.image-patterns'],
  ],
  [
    'takes one for no image that is off',
    { kubernetes: { credentialProviders: { 'ecr-credential-provider': { enabled: false, imagePatterns: [] } } } },
    [],
  ],
  [
    'warns of one that is not in the image',
    { kubernetes: { credentialProviders: { mine: { enabled: true, imagePatterns: ['*'] } } } },
    ['CredentialProviderUnknown? kubernetes.credential-providers.mine'],
  ],
  [
    'keeps quiet when it is not known yet whether one is on',
    { kubernetes: { credentialProviders: { mine: { enabled: TOKEN.flag, imagePatterns: TOKEN.list } } } },
    [],
  ],
]);

testRules('labels', [
  [
    'refuses those of Kubernetes',
    {
      kubernetes: { nodeLabels: { 'kubernetes.io/role': 'a', 'node-role.kubernetes.io/worker': '', 'x.k8s.io/a': '' } },
    },
    [
      'InvalidLabel kubernetes.node-labels."kubernetes.io/role"',
      'InvalidLabel kubernetes.node-labels."node-role.kubernetes.io/worker"',
      'InvalidLabel kubernetes.node-labels."x.k8s.io/a"',
    ],
  ],
  [
    'takes those that are left to nodes, and own ones',
    {
      kubernetes: {
        nodeLabels: { 'node.kubernetes.io/role': 'a', 'kubernetes.io/os': 'linux', team: 'b', 'example.com/a': '' },
      },
    },
    [],
  ],
  [
    'warns of them in settings that are only a part',
    { kubernetes: { nodeLabels: { 'kubernetes.io/role': 'a' } } },
    ['InvalidLabel? kubernetes.node-labels."kubernetes.io/role"'],
    { joins: false },
  ],
]);

testRules('taints', [
  [
    'refuses effects that Kubernetes does not know',
    { kubernetes: { nodeTaints: { a: ['x:Nonsense', 'x:NoSchedule', 'y:noschedule'] } } },
    ['InvalidTaint kubernetes.node-taints.a[0]', 'InvalidTaint kubernetes.node-taints.a[2]'],
  ],
  [
    'takes the three that it knows',
    { kubernetes: { nodeTaints: { a: ['x:NoSchedule', ':PreferNoSchedule', 'z:NoExecute'] } } },
    [],
  ],
  ['keeps quiet about what is not known yet', { kubernetes: { nodeTaints: { a: [TOKEN.text], b: TOKEN.list } } }, []],
]);

test('the right spelling of an effect is named', () => {
  const [found] = ruleIssues({ kubernetes: { nodeTaints: { a: ['y:noschedule'] } } });
  expect(found!.fix).toBe('Write NoSchedule after the colon.');
  expect(ruleIssues({ kubernetes: { nodeTaints: { a: ['y:Never'] } } })[0]!.fix).toContain('one of the three');
});

test('a value that was refused already is not judged again', () => {
  expect(rules({ kubernetes: { nodeTaints: { a: ['x:NO_SCHEDULE'] } } })).toEqual([]);
});
