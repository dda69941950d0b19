import { Lazy, Size } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { BottlerocketNodeClass, BottlerocketNodeClassOptions, BottlerocketVariant } from '../../../lib';
import { cfnCluster } from '../../helpers/clusters';
import { nodeClass, nodeClassProblems, specOf } from '../../helpers/karpenter';

interface Mapping {
  readonly deviceName: string;
  readonly ebs: Readonly<Record<string, unknown>>;
}

const volumesOf = (options: BottlerocketNodeClassOptions = {}) => specOf(options).blockDeviceMappings as Mapping[];

test('both volumes are encrypted gp3', () => {
  const common = { volumeType: 'gp3', encrypted: true, deleteOnTermination: true };
  expect(volumesOf()).toEqual([
    { deviceName: '/dev/xvda', ebs: { ...common, volumeSize: '4Gi' } },
    { deviceName: '/dev/xvdb', ebs: { ...common, volumeSize: '20Gi' } },
  ]);
});

test.each<[string, BottlerocketNodeClassOptions]>([
  ['an alias, with and without NVIDIA', {}],
  ['one variant', { fips: true }],
  ['one variant with NVIDIA', { nvidia: true, fips: true }],
  ['another version', { kubernetesVersion: '1.37', nvidia: true }],
])('the volume of the OS is as large as in any of the images: %s', (_, options) => {
  const [{ ebs }] = volumesOf(options) as [Mapping];
  const { kubernetesVersion = '1.35', fips = false, nvidia = !fips } = options;
  const variant = BottlerocketVariant.eks(kubernetesVersion, { nvidia, fips });
  expect(ebs.volumeSize).toBe(`${variant.osVolumeSize!.toGibibytes()}Gi`);
});

test('what is said of the volumes reaches them', () => {
  const [os, data] = volumesOf({
    osVolume: { encrypted: false },
    dataVolume: { size: Size.gibibytes(100), volumeType: ec2.EbsDeviceVolumeType.IO2, iops: 5000 },
  }) as [Mapping, Mapping];
  expect(os.ebs).toMatchObject({ encrypted: false });
  expect(data.ebs).toMatchObject({ volumeSize: '100Gi', volumeType: 'io2', iops: 5000 });
});

test('a volume may start with a snapshot, and then needs no size', () => {
  const [, data] = volumesOf({ dataVolume: { snapshotId: 'snap-0123456789abcdef0' } }) as [Mapping, Mapping];
  expect(data.ebs).toMatchObject({ snapshotID: 'snap-0123456789abcdef0' });
  expect(data.ebs).not.toHaveProperty('volumeSize');
});

test('a size may be known late', () => {
  const [, data] = volumesOf({ dataVolume: { size: Size.gibibytes(Lazy.number({ produce: () => 33 })) } }) as [
    Mapping,
    Mapping,
  ];
  expect(data.ebs.volumeSize).toBe('33Gi');
});

test('sizes that EC2 takes and Karpenter does not are refused', () => {
  expect(nodeClassProblems({ dataVolume: { size: Size.gibibytes(59001) } })).toEqual(['InvalidVolume dataVolume.size']);
  expect(nodeClassProblems({ dataVolume: { size: Size.gibibytes(65537) } })).toEqual(['InvalidVolume dataVolume.size']);
  expect(() => nodeClass({ dataVolume: { size: Size.gibibytes(59000) } })).not.toThrow();
});

describe('a key', () => {
  const { stack, cluster } = cfnCluster();
  const kmsKey = new kms.Key(stack, 'Key');
  const controllerRole = new iam.Role(stack, 'Karpenter', {
    assumedBy: new iam.ServicePrincipal('pods.eks.amazonaws.com'),
  });
  const volumes = { osVolume: { kmsKey }, dataVolume: { kmsKey } };
  const make = (id: string, role?: iam.IRole) =>
    new BottlerocketNodeClass(stack, id, { cluster, applyToCluster: false, controllerRole: role, ...volumes });
  make('One', controllerRole);
  make('Two');

  test('may be used by Karpenter, for volumes', () => {
    const text = JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
    expect(text).toContain('kms:GenerateDataKeyWithoutPlaintext');
    expect(text).toContain('"Action":"kms:CreateGrant","Condition":{"Bool":{"kms:GrantIsForAWSResource":"true"}}');
    expect(text).not.toContain('"Resource":"*"');
  });

  test('that nobody lets Karpenter use is worth a warning', () => {
    const warnings = (id: string) => JSON.stringify(stack.node.findChild(id).node.metadata);
    expect(warnings('Two')).toContain('KarpenterMayNotUseKey');
    expect(warnings('One')).not.toContain('KarpenterMayNotUseKey');
  });
});
