import { CfnParameter, Mixin, Size, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { IssueCode, mixins } from '../../lib';
import { existingNodegroup, newStack } from '../helpers/existing-nodegroups';
import { issuesThrownBy, problemsOf } from '../helpers/issues';
import { only, templateDataIn } from '../helpers/self-managed';

const { BottlerocketNodeVolumes } = mixins;

/** A node group with a size of its disk. */
function withDisk(diskSize: number | undefined, stack = newStack()) {
  return { stack, made: existingNodegroup({ diskSize }, stack).nodegroup };
}

function volumesOf(stack: Stack): Record<string, object> {
  const mappings = templateDataIn(stack).BlockDeviceMappings as { readonly DeviceName: string; readonly Ebs: object }[];
  return Object.fromEntries(mappings.map(({ DeviceName, Ebs }) => [DeviceName, Ebs]));
}

const ofSize = (gibibytes: number) => new BottlerocketNodeVolumes({ dataVolume: { size: Size.gibibytes(gibibytes) } });
const settings = () => new mixins.BottlerocketNodeSettings({ settings: { motd: 'mine' } });
const diskOf = (stack: Stack) => only(stack, 'AWS::EKS::Nodegroup').Properties.DiskSize;

test.each<[string, () => Mixin[]]>([
  ['settings', () => [settings()]],
  ['metadata options', () => [new mixins.BottlerocketNodeMetadataOptions()]],
])(
  'the size of the disk of a node group becomes that of the data volume with %s alone, of which nothing else is said',
  (_, of) => {
    const { stack, made } = withDisk(80);
    made.with(...of());
    expect(volumesOf(stack)).toEqual({ '/dev/xvdb': { VolumeSize: 80, DeleteOnTermination: true } });
    expect(diskOf(stack)).toBeUndefined();
  },
);

test.each<[string, () => Mixin[]]>([
  ['first', () => [new BottlerocketNodeVolumes({ dataVolume: { throughput: 200 } }), settings()]],
  ['last', () => [settings(), new BottlerocketNodeVolumes({ dataVolume: { throughput: 200 } })]],
])('the size of the disk stays when the volumes come %s', (_, of) => {
  const { stack, made } = withDisk(80);
  made.with(...of());
  expect(volumesOf(stack)).toEqual({
    '/dev/xvda': { VolumeType: 'gp3', Encrypted: true, DeleteOnTermination: true },
    '/dev/xvdb': { VolumeType: 'gp3', Encrypted: true, DeleteOnTermination: true, VolumeSize: 80, Throughput: 200 },
  });
});

test('no volume is named where there is no size of the disk', () => {
  const { stack, made } = withDisk(undefined);
  made.with(settings());
  Template.fromStack(stack).hasResourceProperties('AWS::EC2::LaunchTemplate', {
    LaunchTemplateData: { BlockDeviceMappings: Match.absent() },
  });
});

test('the size of the disk is passed on when it is only known at deployment', () => {
  const stack = newStack();
  const size = new CfnParameter(stack, 'Size', { type: 'Number' }).valueAsNumber;
  withDisk(size, stack).made.with(settings(), new BottlerocketNodeVolumes());
  expect(volumesOf(stack)['/dev/xvdb']).toMatchObject({ VolumeSize: { Ref: 'Size' }, Encrypted: true });
  expect(diskOf(stack)).toBeUndefined();
});

test('the size of the disk decides how fast the volume may be', () => {
  const fast = () => new BottlerocketNodeVolumes({ dataVolume: { iops: 20000 } });
  expect(problemsOf(() => withDisk(30).made.with(fast()))).toEqual([`${IssueCode.INVALID_VOLUME} dataVolume.iops`]);
  expect(() => withDisk(80).made.with(fast())).not.toThrow();
  const blockDeviceMappings = [{ deviceName: '/dev/xvdb', ebs: { volumeSize: 80 } }];
  const template = new ec2.CfnLaunchTemplate(newStack(), 'Template', { launchTemplateData: { blockDeviceMappings } });
  expect(() => template.with(fast())).not.toThrow();
});

test.each([0, -1, 1.5, 70000])('the size of the disk is refused when no volume has it, once: %s', (size) => {
  for (const mixin of [settings(), new BottlerocketNodeVolumes()]) {
    const { made } = withDisk(size);
    expect(problemsOf(() => made.with(mixin))).toEqual([`${IssueCode.INVALID_VOLUME} diskSize`]);
    expect(made.diskSize).toBe(size);
  }
});

test('the size of the disk and another one are refused, whoever comes first, and with both named', () => {
  const { made } = withDisk(80);
  const [found, ...others] = issuesThrownBy(() => made.with(ofSize(50)));
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    code: IssueCode.NODEGROUP_CONFLICT,
    path: 'diskSize',
    message: expect.stringContaining('Stack/Nodes') as string,
    received: '80 GiB by diskSize of the node group, 50 GiB by dataVolume.size of the mixin',
  });
  expect(made.diskSize).toBe(80);
  expect(made.launchTemplate).toBeUndefined();

  made.with(settings());
  for (const target of [made, made.node.findChild('LaunchTemplate')]) {
    expect(problemsOf(() => target.with(ofSize(50)))).toEqual([`${IssueCode.NODEGROUP_CONFLICT} diskSize`]);
  }
  expect(() => withDisk(undefined).made.with(ofSize(50))).not.toThrow();
});

test('the size of the disk and another one are refused when one of them is only known at deployment', () => {
  const stack = newStack();
  const size = new CfnParameter(stack, 'Size', { type: 'Number' }).valueAsNumber;
  const { made } = withDisk(size, stack);
  const [found] = issuesThrownBy(() => made.with(ofSize(50)));
  expect(found!.received).toBe('a token by diskSize of the node group, 50 GiB by dataVolume.size of the mixin');
  expect(made.diskSize).toBe(size);
  expect(issuesThrownBy(() => withDisk(80).made.with(ofSize(size)))[0]!.received).toContain('a token by dataVolume');
});
