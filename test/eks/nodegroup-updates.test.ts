import { Lazy, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as eksv2 from 'aws-cdk-lib/aws-eks-v2';
import { BottlerocketImage, BottlerocketManagedNodegroup, BottlerocketUpdateOperator, IssueCode } from '../../lib';
import { chartsOf } from '../helpers/charts';
import { reachableV1, reachableV2 } from '../helpers/eks-clusters';
import { problemsOf } from '../helpers/issues';

const LABEL = { 'bottlerocket.aws/updater-interface-version': '2.0.0' };
const BOTTLEROCKET = 'BOTTLEROCKET_x86_64';

function fixture() {
  const { stack, cluster, vpc } = reachableV2();
  const operator = new BottlerocketUpdateOperator(stack, 'UpdateOperator', { cluster });
  const resource = (props: Partial<eks.CfnNodegroupProps> = {}) =>
    new eks.CfnNodegroup(stack, 'Nodes', {
      clusterName: cluster.clusterName,
      nodeRole: 'arn:aws:iam::123456789012:role/nodes',
      subnets: vpc.privateSubnets.map(({ subnetId }) => subnetId),
      amiType: BOTTLEROCKET,
      releaseVersion: '1.62.1-ea1afdd6',
      ...props,
    });
  return { stack, cluster, operator, resource };
}

function labelsOf(stack: Stack): unknown {
  const [nodegroup] = Object.values(Template.fromStack(stack).findResources('AWS::EKS::Nodegroup'));
  return (nodegroup as { Properties: { Labels?: unknown } }).Properties.Labels;
}

function tolerationsOf(stack: Stack): unknown {
  const { placement } = chartsOf(stack)['bottlerocket-update-operator']!.values;
  return (placement as { agent: { tolerations?: unknown } }).agent.tolerations;
}

const TAINTS = { taints: [{ key: 'gpu', value: 'a10g', effect: 'NO_SCHEDULE' }] };
const TOLERATION = { key: 'gpu', operator: 'Equal', value: 'a10g', effect: 'NoSchedule' };

test('a node group of aws-eks-v2 gets the label, and its taints are tolerated', () => {
  const { stack, cluster, operator } = fixture();
  const nodegroup = cluster.addNodegroupCapacity('Nodes', {
    amiType: eksv2.NodegroupAmiType.BOTTLEROCKET_X86_64,
    releaseVersion: '1.62.1-ea1afdd6',
    labels: { own: 'x' },
    taints: [{ key: 'gpu', value: 'a10g', effect: eksv2.TaintEffect.NO_SCHEDULE }],
  });
  operator.attachNodegroup(nodegroup);
  expect(labelsOf(stack)).toEqual({ own: 'x', ...LABEL });
  expect(tolerationsOf(stack)).toEqual([TOLERATION]);
});

test('a node group of aws-eks gets the label, and its taints are tolerated', () => {
  const { stack, cluster } = reachableV1();
  const operator = new BottlerocketUpdateOperator(stack, 'UpdateOperator', { cluster });
  const nodegroup = cluster.addNodegroupCapacity('Nodes', {
    amiType: eks.NodegroupAmiType.BOTTLEROCKET_X86_64,
    taints: [{ key: 'gpu', value: 'a10g', effect: eks.TaintEffect.NO_SCHEDULE }],
  });
  operator.attachNodegroup(nodegroup);
  expect(labelsOf(stack)).toEqual(LABEL);
  expect(tolerationsOf(stack)).toEqual([TOLERATION]);
  Annotations.fromStack(stack).hasWarning(
    '/Stack/Cluster/NodegroupNodes',
    Match.stringLikeRegexp('NodesFloatOnLatest'),
  );
});

test('a CloudFormation resource gets the label, and the operator comes after it', () => {
  const { stack, operator, resource } = fixture();
  operator.attachNodegroup(resource(TAINTS));
  expect(labelsOf(stack)).toEqual(LABEL);
  expect(tolerationsOf(stack)).toEqual([TOLERATION]);
  expect(chartsOf(stack)['bottlerocket-update-operator']!.dependsOn).toContain('Nodes');
});

test('a node group of this library is attached as such', () => {
  const { stack, cluster, operator } = fixture();
  const nodes = {
    cluster,
    instanceTypes: [new ec2.InstanceType('m7i.large')],
    settings: { kubernetes: { nodeTaints: { a: [':NoExecute'] } } },
  };
  operator.attachNodegroup(new BottlerocketManagedNodegroup(stack, 'Nodes', nodes));
  expect(tolerationsOf(stack)).toEqual([{ key: 'a', operator: 'Exists', effect: 'NoExecute' }]);
});

test('a node group of this library is told that its image floats, others that their release does', () => {
  const { stack, cluster, operator, resource } = fixture();
  const instanceTypes = [new ec2.InstanceType('m7i.large')];
  operator.attach(new BottlerocketManagedNodegroup(stack, 'Ours', { cluster, instanceTypes }));
  operator.attachNodegroup(resource({ releaseVersion: undefined }));
  const warnings = Annotations.fromStack(stack);
  warnings.hasWarning('/Stack/Ours', Match.stringLikeRegexp('NodesFloatOnLatest. image:'));
  warnings.hasWarning('/Stack/Nodes', Match.stringLikeRegexp('NodesFloatOnLatest. releaseVersion:'));
});

test('a node group with an image of users gets the label, and is not told of releases', () => {
  const { stack, cluster, operator } = fixture();
  const image = BottlerocketImage.fromAmiId('ami-0123456789abcdef0');
  const instanceTypes = [new ec2.InstanceType('m7i.large')];
  const nodes = new BottlerocketManagedNodegroup(stack, 'Nodes', { cluster, instanceTypes, image });
  operator.attach(nodes);
  expect(labelsOf(stack)).toEqual(LABEL);
  const warnings = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('NodesFloatOnLatest'));
  expect(warnings).toEqual([]);
});

test('labels and taints that are only known at synthesis are kept', () => {
  const { stack, operator, resource } = fixture();
  const labels = Lazy.any({ produce: () => ({ own: 'x' }) });
  operator.attachNodegroup(resource({ labels, taints: Lazy.any({ produce: () => TAINTS.taints }) }));
  expect(labelsOf(stack)).toEqual({ own: 'x', ...LABEL });
  expect(tolerationsOf(stack)).toEqual([TOLERATION]);
});

test.each<Partial<eks.CfnNodegroupProps>>([
  { amiType: 'CUSTOM', releaseVersion: undefined },
  { amiType: Lazy.string({ produce: () => 'AL2023_x86_64_STANDARD' }) },
  { amiType: undefined, launchTemplate: { id: 'lt-0123456789abcdef0' }, releaseVersion: undefined },
])('of an image that is not known nothing is said (%#)', (props) => {
  const { stack, operator, resource } = fixture();
  operator.attachNodegroup(resource(props));
  Template.fromStack(stack);
  expect(Annotations.fromStack(stack).findWarning('/Stack/Nodes', Match.anyValue())).toEqual([]);
});

test.each<Partial<eks.CfnNodegroupProps>>([
  { amiType: 'AL2023_x86_64_STANDARD' },
  { amiType: 'WINDOWS_CORE_2022_x86_64' },
  { amiType: undefined },
])('nodes with another OS are refused (%#)', (props) => {
  const { operator, resource } = fixture();
  expect(problemsOf(() => operator.attachNodegroup(resource(props)))).toEqual([
    `${IssueCode.NODES_NOT_BOTTLEROCKET} amiType`,
  ]);
});

test('another value of the label is refused', () => {
  const { operator, resource } = fixture();
  const labels = { 'bottlerocket.aws/updater-interface-version': '1.0.0' };
  expect(problemsOf(() => operator.attachNodegroup(resource({ labels })))).toEqual([
    `${IssueCode.UPDATER_LABEL_CONFLICT} labels["bottlerocket.aws/updater-interface-version"]`,
  ]);
});

test.each([
  ['aws-eks', (stack: Stack) => eks.Nodegroup.fromNodegroupName(stack, 'Imported', 'nodes')],
  ['aws-eks-v2', (stack: Stack) => eksv2.Nodegroup.fromNodegroupName(stack, 'Imported', 'nodes')],
])('an imported node group of %s is refused: it cannot be labelled', (_, imported) => {
  const { stack, operator } = fixture();
  expect(problemsOf(() => operator.attachNodegroup(imported(stack)))).toEqual([
    `${IssueCode.NODES_OUTSIDE_OF_APP} nodegroup`,
  ]);
});
