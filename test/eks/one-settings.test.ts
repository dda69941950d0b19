import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import {
  BottlerocketManagedNodegroup,
  BottlerocketSelfManagedNodegroup,
  BottlerocketSettings,
  TaintEffect,
} from '../../lib';
import { cfnCluster, ClusterFixture } from '../helpers/clusters';
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

function userDataIn(stack: Stack): string {
  const [template] = Object.values(Template.fromStack(stack).findResources('AWS::EC2::LaunchTemplate'));
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
