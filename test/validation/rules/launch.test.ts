import { codesIn, group, nodegroup, parameter } from '../../helpers/template-rules';

const volume = (DeviceName: unknown, Ebs: object) => ({ DeviceName, Ebs });
const DATA = volume('/dev/xvdb', { Encrypted: true });
const volumes = (...BlockDeviceMappings: object[]) => group({ BlockDeviceMappings });

test.each<[name: string, resources: ReturnType<typeof group>, codes: string[]]>([
  ['a small volume of the OS', volumes(volume('/dev/xvda', { VolumeSize: 4 }), DATA), []],
  ['a volume of the OS without a size', volumes(volume('/dev/xvda', { Encrypted: true }), DATA), []],
  ['a size that is only known at deployment', volumes(volume('/dev/xvda', { VolumeSize: { Ref: 'Size' } }), DATA), []],
  ['a large volume of the OS', volumes(volume('/dev/xvda', { VolumeSize: 100 }), DATA), ['RootVolumeGrown']],
  ['a disk size', nodegroup({ DiskSize: 100 }), ['RootVolumeGrown']],
  ['no volume for data', volumes(), ['DataVolumeNotEncrypted']],
  ['a volume for data in plain text', volumes(volume('/dev/xvdb', { Encrypted: false })), ['DataVolumeNotEncrypted']],
  ['encryption that is only known at deployment', volumes(volume('/dev/xvdb', { Encrypted: { Ref: 'E' } })), []],
  ['a volume from a snapshot, which may be encrypted', volumes(volume('/dev/xvdb', { SnapshotId: 'snap-1' })), []],
  ['a device that is only known at deployment', volumes(volume({ Ref: 'Device' }, {})), []],
  ['sessions that the image requires', group({ MetadataOptions: undefined }), []],
  ['optional sessions', group({ MetadataOptions: { HttpTokens: 'optional' } }), ['ImdsV1Allowed']],
  ['sessions that are only known at deployment', group({ MetadataOptions: { HttpTokens: { Ref: 'T' } } }), []],
  [
    'an image that requires no sessions',
    group({ ImageId: parameter('aws-ecs-2'), MetadataOptions: undefined }),
    ['ImdsV1Allowed'],
  ],
  [
    'a subnet for a node group',
    nodegroup({}, { NetworkInterfaces: [{ SubnetId: 'subnet-1' }] }),
    ['LaunchTemplateNotForNodegroups'],
  ],
  ['a subnet for a group of ones own', group({ NetworkInterfaces: [{ SubnetId: 'subnet-1' }] }), []],
])('%s', (_, resources, codes) => {
  expect(codesIn(resources)).toEqual(codes);
});

test('without a launch template of its own, a managed node group has the volumes of its image', () => {
  const alone = (LaunchTemplate?: object) => codesIn({ Nodes: nodegroup({ LaunchTemplate }).Nodes! });
  expect(alone()).toEqual(['DataVolumeNotEncrypted']);
  expect(alone({ Id: { 'Fn::ImportValue': 'elsewhere' } })).toEqual([]);
});
