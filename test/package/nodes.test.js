// Tests as a user writes them, for nodes in an app of their own; run by tools/check-latest.ts against the packed library.
/* global expect, test */
const { App, Stack } = require('aws-cdk-lib');
const { Template } = require('aws-cdk-lib/assertions');
const ec2 = require('aws-cdk-lib/aws-ec2');
const eks = require('aws-cdk-lib/aws-eks');
const { BottlerocketImage, BottlerocketManagedNodegroup, mixins, testing } = require('cdk-bottlerocket');

expect.addSnapshotSerializer(testing.BottlerocketSnapshot.serializer());

function stackWith(version) {
  const stack = new Stack(new App(), 'Demo');
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
  const subnets = vpc.privateSubnets.map(({ subnetId }) => subnetId);
  const roleArn = 'arn:aws:iam::123456789012:role/cluster';
  const cluster = new eks.CfnCluster(stack, 'Cluster', {
    version: '1.35',
    roleArn,
    accessConfig: { authenticationMode: 'API' },
    resourcesVpcConfig: { subnetIds: subnets },
  });
  const settings = { kubernetes: { maxPods: 58 } };
  new BottlerocketManagedNodegroup(stack, 'Nodes', {
    cluster,
    vpc,
    instanceTypes: [new ec2.InstanceType('m8g.large')],
    image: BottlerocketImage.fromVersion(version),
    settings,
  });
  new eks.CfnNodegroup(stack, 'Existing', {
    clusterName: cluster.ref,
    nodeRole: roleArn,
    subnets,
    amiType: 'BOTTLEROCKET_x86_64',
  }).with(
    new mixins.BottlerocketNodeSettings({ settings }),
    new mixins.BottlerocketNodeVolumes(),
    new mixins.BottlerocketNodeMetadataOptions(),
  );
  return stack;
}

/** Only what is about nodes: the rest may change with any version of the CDK. */
function nodesOf(stack) {
  const template = Template.fromStack(stack);
  const ofType = (type) => template.findResources(type);
  return { Resources: { ...ofType('AWS::EC2::LaunchTemplate'), ...ofType('AWS::EKS::Nodegroup') } };
}

test('settings can be read back', () => {
  const nodes = testing.SynthesizedNodes.fromStack(stackWith('1.62.1'));
  expect(nodes.nodes.map(({ constructPath }) => constructPath)).toEqual(['Demo/Nodes/Resource', 'Demo/Existing']);
  nodes.at('Nodes').hasSettings({ kubernetes: { 'max-pods': 58 } });
  expect(nodes.at('Existing').setting('settings.kubernetes.max-pods')).toBe(58);
  expect(() => nodes.at('Nodes').hasSettings({ kubernetes: { 'max-pods': 59 } })).toThrow('not as expected');
});

test('the snapshot has settings as TOML, and is the same with another release', () => {
  expect(nodesOf(stackWith('1.62.1'))).toMatchSnapshot('nodes');
  expect(testing.BottlerocketSnapshot.renderJson(nodesOf(stackWith('1.64.0')))).toBe(
    testing.BottlerocketSnapshot.renderJson(nodesOf(stackWith('1.62.1'))),
  );
});
