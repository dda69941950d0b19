import { Size, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as kms from 'aws-cdk-lib/aws-kms';
import { renderVolumes } from '../../lib/node/volumes';

const { GP2, GP3 } = ec2.EbsDeviceVolumeType;

test('both volumes are encrypted gp3, and neither has a size', () => {
  expect(JSON.parse(JSON.stringify(renderVolumes({})))).toEqual(
    ['/dev/xvda', '/dev/xvdb'].map((deviceName) => ({
      deviceName,
      ebs: { volumeType: 'gp3', encrypted: true, deleteOnTermination: true },
    })),
  );
});

test('size means the data volume', () => {
  const [os, data] = renderVolumes({ dataVolume: { size: Size.gibibytes(100) } });
  expect(os!.ebs).not.toHaveProperty('volumeSize');
  expect(data).toMatchObject({ deviceName: '/dev/xvdb', ebs: { volumeSize: 100 } });
});

test('a snapshot is read into the data volume', () => {
  const snapshotId = 'snap-0123456789abcdef0';
  const [os, data] = renderVolumes({ dataVolume: { snapshotId, volumeInitializationRate: 300 } });
  expect(os!.ebs).not.toHaveProperty('snapshotId');
  expect(data!.ebs).toMatchObject({ snapshotId, volumeInitializationRate: 300, encrypted: true });
});

test('options reach the volume they are meant for', () => {
  const stack = new Stack();
  const key = new kms.Key(stack, 'Key');
  const volumes = {
    osVolume: { volumeType: GP2, encrypted: false, deleteOnTermination: false },
    dataVolume: { volumeType: GP3, iops: 4000, throughput: 250, kmsKey: key },
  };
  expect(renderVolumes(volumes)).toMatchObject([
    { ebs: { volumeType: 'gp2', encrypted: false, deleteOnTermination: false } },
    { ebs: { iops: 4000, throughput: 250, kmsKeyId: key.keyArn } },
  ]);
});
