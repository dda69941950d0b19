import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import {
  BottlerocketManagedNodegroup,
  BottlerocketNodeClass,
  BottlerocketNodePool,
  BottlerocketSelfManagedNodegroup,
  BottlerocketSettings,
  TaintEffect,
} from '../../lib';
import { DemoStack } from '../../examples/eks-karpenter/app';
import { manifestsOf } from '../helpers/charts';
import { cfnCluster, ClusterFixture } from '../helpers/clusters';
import { Manifest, violationsOf } from '../helpers/karpenter';
import { types } from '../helpers/self-managed';
import { parseToml } from '../helpers/toml';
import { userDataText } from '../helpers/user-data';

const SETTINGS: BottlerocketSettings = {
  motd: 'the same everywhere',
  kernel: { sysctl: { 'vm.max_map_count': '262144' } },
  kubernetes: {
    maxPods: 58,
    imageGcHighThresholdPercent: 90,
    evictionHard: { memoryAvailable: '5%' },
    nodeLabels: { 'example.com/os': 'bottlerocket' },
    nodeTaints: { 'example.com/first': ['true:NoSchedule'] },
  },
};

const NODES = {
  instanceTypes: types('m7i.large'),
  settings: SETTINGS,
  labels: { team: 'blue' },
  taints: [{ key: 'dedicated', value: 'x', effect: TaintEffect.NO_EXECUTE }],
};

type Table = Record<string, unknown>;

function settingsOf(make: (fixture: ClusterFixture) => unknown): Table {
  const fixture = cfnCluster({ kubernetesNetworkConfig: { serviceIpv4Cidr: '10.5.0.0/16' } });
  make(fixture);
  return (parseToml(userDataIn(fixture.stack)) as { settings: Table }).settings;
}

function userDataIn(stack: Stack, id = ''): string {
  const templates = Template.fromStack(stack).findResources('AWS::EC2::LaunchTemplate');
  const [, template] = Object.entries(templates).find(([logicalId]) => logicalId.startsWith(id))!;
  const { LaunchTemplateData } = (template as { Properties: { LaunchTemplateData: Table } }).Properties;
  return userDataText(LaunchTemplateData.UserData);
}

test('one settings object is the same on managed and self-managed nodes, but for what EKS does for the first', () => {
  const managed = settingsOf(
    ({ stack, ...cluster }) => new BottlerocketManagedNodegroup(stack, 'Nodes', { ...NODES, ...cluster }),
  );
  const selfManaged = settingsOf(
    ({ stack, ...cluster }) => new BottlerocketSelfManagedNodegroup(stack, 'Nodes', { ...NODES, ...cluster }),
  );
  const kubernetes = managed.kubernetes as Table;
  expect(selfManaged).toEqual({
    ...managed,
    kubernetes: {
      ...kubernetes,
      'api-server': '<Cluster.Endpoint>',
      'cluster-certificate': '<Cluster.CertificateAuthorityData>',
      'cluster-dns-ip': '10.5.0.10',
      'cluster-name': '<Cluster>',
      'node-labels': { ...(kubernetes['node-labels'] as Table), team: 'blue' },
      'node-taints': { ...(kubernetes['node-taints'] as Table), dedicated: ['x:NoExecute'] },
    },
  });
  expect(managed).toMatchObject({ motd: 'the same everywhere', kubernetes: { 'max-pods': 58 } });
});

describe('one settings object in the example with all three kinds of nodes', () => {
  const stack = new DemoStack(new App(), 'Demo');
  const settingsIn = (text: string) => (parseToml(text) as { settings: Record<string, Table> }).settings;
  const managed = settingsIn(userDataIn(stack, 'System'));
  const selfManaged = settingsIn(userDataIn(stack, 'Licensed'));
  const objects = manifestsOf(stack).flatMap(({ manifest }) => manifest as Manifest[]);
  const nodeClass = objects.find(({ kind }) => kind === 'EC2NodeClass')!;
  const karpenter = settingsIn(nodeClass.spec.userData as string);

  test('is written by managed nodes as it is: EKS adds the cluster', () => {
    expect(managed).toEqual({
      kernel: { lockdown: 'integrity', sysctl: { 'vm.max_map_count': '262144' } },
      kubernetes: {
        'eviction-hard': {
          'imagefs.available': '15%',
          'memory.available': '5%',
          'nodefs.available': '10%',
          'nodefs.inodesFree': '5%',
        },
        'image-gc-high-threshold-percent': 80,
        'image-gc-low-threshold-percent': 70,
        'kube-reserved': { cpu: '100m', 'ephemeral-storage': '1Gi', memory: '512Mi' },
        'max-pods': 58,
      },
    });
  });

  test('has the cluster beside it on self-managed nodes, and nothing else', () => {
    const ofCluster = ['api-server', 'cluster-certificate', 'cluster-dns-ip', 'cluster-name'];
    const { kubernetes, ...others } = selfManaged;
    expect(others).toEqual({ kernel: managed.kernel });
    expect(kubernetes).toEqual({
      ...managed.kubernetes,
      ...Object.fromEntries(ofCluster.map((key) => [key, expect.any(String) as string])),
    });
  });

  test('goes in two parts to Karpenter, which together are all of it', () => {
    const {
      'max-pods': maxPods,
      'kube-reserved': kubeReserved,
      'eviction-hard': evictionHard,
      ...rest
    } = managed.kubernetes!;
    expect(nodeClass.spec.kubelet).toEqual({ maxPods, kubeReserved, evictionHard });
    // Karpenter reads these as text alone; the OS takes both.
    const asText = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, String(value)]));
    expect(karpenter).toEqual({ ...managed, kubernetes: asText });
  });

  test('comes with objects that Karpenter takes, none of them in base64', () => {
    expect(objects.map(({ kind }) => kind).sort()).toEqual(['EC2NodeClass', 'NodePool', 'NodePool']);
    const made = stack.node
      .findAll()
      .flatMap((one) => (one instanceof BottlerocketNodeClass || one instanceof BottlerocketNodePool ? [one] : []));
    expect(made).toHaveLength(objects.length);
    expect(made.flatMap((one) => violationsOf(one.toManifest()))).toEqual([]);
    expect(nodeClass.spec.userData).toMatch(/^\[settings/);
  });
});
