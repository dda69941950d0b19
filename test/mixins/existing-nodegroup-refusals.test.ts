import { Mixin } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import { IssueCode, mixins } from '../../lib';
import { existingNodegroup, newStack, nodeMixins } from '../helpers/existing-nodegroups';
import { issuesThrownBy, problemsOf } from '../helpers/issues';

const { BottlerocketNodeMetadataOptions, BottlerocketNodeSettings, BottlerocketNodeVolumes } = mixins;

const outside = { id: 'lt-1', version: '1' };
const notBottlerocket = `${IssueCode.NODEGROUP_NOT_BOTTLEROCKET} amiType`;

test.each<[string, Partial<eks.CfnNodegroupProps>, string, RegExp]>([
  ['no AMI type', { amiType: undefined }, notBottlerocket, /BOTTLEROCKET_X86_64/],
  ['another OS', { amiType: 'AL2023_x86_64_STANDARD' }, notBottlerocket, /\.BOTTLEROCKET_X86_64\./],
  ['another OS, on Arm', { amiType: 'AL2_ARM_64' }, notBottlerocket, /\.BOTTLEROCKET_ARM_64\./],
  ['another OS, for GPUs', { amiType: 'AL2_x86_64_GPU' }, notBottlerocket, /\.BOTTLEROCKET_X86_64_NVIDIA\./],
  [
    'another OS, for GPUs and on Arm',
    { amiType: 'AL2023_ARM_64_NVIDIA' },
    notBottlerocket,
    /\.BOTTLEROCKET_ARM_64_NVIDIA\./,
  ],
  ['an image of your own, without a launch template that names it', { amiType: 'CUSTOM' }, notBottlerocket, /amiType/],
  [
    'a launch template of elsewhere',
    { launchTemplate: outside },
    `${IssueCode.LAUNCH_TEMPLATE_OUTSIDE_APP} launchTemplate`,
    /Apply the mixin in the app/,
  ],
  ['remote access', { remoteAccess: { ec2SshKey: 'k' } }, `${IssueCode.NODEGROUP_CONFLICT} remoteAccess`, /admin/],
])('refused, with the fix: %s', (_, props, problem, fix) => {
  for (const mixin of nodeMixins()) {
    const { stack, nodegroup } = existingNodegroup(props);
    const apply = () => nodegroup.with(mixin);
    expect(problemsOf(apply)).toEqual([problem]);
    expect(issuesThrownBy(apply)[0]!.fix).toMatch(fix);
    expect(nodegroup.launchTemplate).toEqual(props.launchTemplate);
    Template.fromStack(stack).resourceCountIs('AWS::EC2::LaunchTemplate', 0);
  }
});

test.each<['diskSize' | 'remoteAccess', Partial<eks.CfnNodegroupProps>, RegExp]>([
  ['diskSize', { diskSize: 80 }, /BottlerocketNodeVolumes/],
  ['remoteAccess', { remoteAccess: { ec2SshKey: 'k' } }, /admin/],
])('refused: %s beside a launch template of the app, which EKS would refuse', (path, props, fix) => {
  for (const mixin of nodeMixins()) {
    const stack = newStack();
    const template = new ec2.CfnLaunchTemplate(stack, 'Template', { launchTemplateData: {} });
    const launchTemplate = { id: template.ref, version: template.attrLatestVersionNumber };
    const { nodegroup } = existingNodegroup({ launchTemplate, ...props }, stack);
    expect(issuesThrownBy(() => nodegroup.with(mixin))).toMatchObject([
      { code: IssueCode.NODEGROUP_CONFLICT, path, fix: expect.stringMatching(fix) as string },
    ]);
    expect(nodegroup[path]).toBe(props[path]);
  }
});

test('refused: labels and taints that the node group and the settings give', () => {
  const labels = { 'example.com/pool': 'web' };
  const taints = [{ key: 'example.com/only', value: 'web', effect: 'NO_SCHEDULE' }];
  const settings = {
    kubernetes: { nodeLabels: labels, nodeTaints: { 'example.com/only': ['web:NoSchedule'] } },
  };
  const apply = (props: Partial<eks.CfnNodegroupProps>) => () =>
    existingNodegroup(props).nodegroup.with(...nodeMixins({ settings }));
  expect(problemsOf(apply({ labels, taints }))).toEqual([
    `${IssueCode.LABEL_GIVEN_TWICE} labels["example.com/pool"]`,
    `${IssueCode.TAINT_GIVEN_TWICE} taints[0]`,
  ]);
  expect(apply({ taints: [{ ...taints[0], effect: 'NO_EXECUTE' }] })).not.toThrow();
});

test.each<[string, () => Mixin]>([
  ['settings', () => new BottlerocketNodeSettings({ settings: { kubernetes: { maxPods: -1 } } })],
  ['volumes', () => new BottlerocketNodeVolumes({ osVolume: { iops: 1 } })],
  ['metadata options', () => new BottlerocketNodeMetadataOptions({ hopLimit: 0 })],
])('refused: everything at once, and the node group stays as it was: %s', (_, mixin) => {
  const props = { amiType: 'AL2023_x86_64_STANDARD', remoteAccess: { ec2SshKey: 'k' }, diskSize: 80 };
  const { stack, nodegroup } = existingNodegroup(props);
  expect(problemsOf(() => nodegroup.with(mixin()))).toHaveLength(3);
  expect(Template.fromStack(stack).toJSON()).toEqual(Template.fromStack(existingNodegroup(props).stack).toJSON());
});
