import { violationsOf } from '../../helpers/karpenter';

/** What tests hold manifests against must refuse what the API server does, or they say nothing. */
const NODE_CLASS = {
  apiVersion: 'karpenter.k8s.aws/v1',
  kind: 'EC2NodeClass',
  metadata: { name: 'main' },
  spec: {
    amiFamily: 'Bottlerocket',
    amiSelectorTerms: [{ alias: 'bottlerocket@latest' }],
    subnetSelectorTerms: [{ id: 'subnet-1' }],
    securityGroupSelectorTerms: [{ id: 'sg-1' }],
    role: 'nodes',
  },
};

const NODE_POOL = {
  apiVersion: 'karpenter.sh/v1',
  kind: 'NodePool',
  metadata: { name: 'main' },
  spec: {
    template: {
      spec: { nodeClassRef: { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name: 'main' }, requirements: [] },
    },
  },
};

test('the manifests without faults are taken', () => {
  expect(violationsOf(NODE_CLASS)).toEqual([]);
  expect(violationsOf(NODE_POOL)).toEqual([]);
});

test.each<[string, object]>([
  ['a field that does not exist', { userdata: 'x' }],
  ['an alias beside another term', { amiSelectorTerms: [{ alias: 'bottlerocket@latest' }, { id: 'ami-1' }] }],
  ['an alias with an owner', { amiSelectorTerms: [{ alias: 'bottlerocket@latest', owner: 'amazon' }] }],
  ['an alias of another family', { amiSelectorTerms: [{ alias: 'ubuntu@latest' }] }],
  ['a term without a field', { amiSelectorTerms: [{ owner: 'amazon' }] }],
  ['no family without an alias', { amiFamily: undefined, amiSelectorTerms: [{ id: 'ami-1' }] }],
  ['role and instance profile', { instanceProfile: 'x' }],
  ['a volume without a size', { blockDeviceMappings: [{ deviceName: '/dev/xvdb', ebs: { encrypted: true } }] }],
  ['a size without a unit', { blockDeviceMappings: [{ deviceName: '/dev/xvdb', ebs: { volumeSize: '20' } }] }],
  ['id and tags in one term', { subnetSelectorTerms: [{ id: 'subnet-1', tags: { a: 'b' } }] }],
  ['no terms', { securityGroupSelectorTerms: [] }],
  ['an empty value of a tag', { subnetSelectorTerms: [{ tags: { a: '' } }] }],
  ['a tag of Karpenter', { tags: { 'kubernetes.io/cluster/main': 'owned' } }],
  ['a field of the kubelet that Bottlerocket does not have', { kubelet: { podsPerCore: 2 } }],
  ['two DNS addresses', { kubelet: { clusterDNS: ['10.0.0.10', '10.0.0.11'] } }],
  ['text for a number', { kubelet: { maxPods: '58' } }],
])('a node class is refused with %s', (_, spec) => {
  const merged = JSON.parse(JSON.stringify({ ...NODE_CLASS, spec: { ...NODE_CLASS.spec, ...spec } })) as object;
  expect(violationsOf(merged)).not.toEqual([]);
});

test.each<[string, object]>([
  ['a requirement without values', { requirements: [{ key: 'a', operator: 'In', values: [] }] }],
  ['values for Exists', { requirements: [{ key: 'a', operator: 'Exists', values: ['x'] }] }],
  ['text where a number is compared', { requirements: [{ key: 'a', operator: 'Gt', values: ['x'] }] }],
  ['an unknown operator', { requirements: [{ key: 'a', operator: 'Equals', values: ['x'] }] }],
  ['a taint without an effect', { taints: [{ key: 'a' }] }],
  ['an empty value of a taint', { taints: [{ key: 'a', value: '', effect: 'NoSchedule' }] }],
  ['days as a unit', { expireAfter: '30d' }],
])('a node pool is refused with %s', (_, more) => {
  const { template } = NODE_POOL.spec;
  const spec = { template: { spec: { ...template.spec, ...more } } };
  expect(violationsOf({ ...NODE_POOL, spec })).not.toEqual([]);
});

test.each<[string, object]>([
  ['a weight of 0', { weight: 0 }],
  [
    'a schedule without a duration',
    { disruption: { consolidateAfter: '0s', budgets: [{ nodes: '1', schedule: '@daily' }] } },
  ],
  [
    'a budget in seconds',
    { disruption: { consolidateAfter: '0s', budgets: [{ nodes: '1', schedule: '@daily', duration: '90s' }] } },
  ],
  ['a period that is missing', { disruption: { consolidationPolicy: 'WhenEmpty' } }],
])('a node pool is refused with %s', (_, more) => {
  expect(violationsOf({ ...NODE_POOL, spec: { ...NODE_POOL.spec, ...more } })).not.toEqual([]);
});
