import { CfnParameter, Size, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as kms from 'aws-cdk-lib/aws-kms';
import { BottlerocketVolumes } from '../../lib';
import { checkVolumes, renderVolumes } from '../../lib/node/volumes';

const { GP2, GP3, IO1, IO2, ST1 } = ec2.EbsDeviceVolumeType;

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

describe('volumes that EC2 would refuse are refused', () => {
  const stack = new Stack();
  const key = new kms.Key(stack, 'Key');

  test.each<[BottlerocketVolumes, string]>([
    [{ dataVolume: { volumeType: IO1 } }, 'dataVolume.iops'],
    [{ dataVolume: { volumeType: IO2 } }, 'dataVolume.iops'],
    [{ dataVolume: { volumeType: IO2, iops: 99 } }, 'dataVolume.iops'],
    [{ dataVolume: { volumeType: GP2, iops: 3000 } }, 'dataVolume.iops'],
    [{ dataVolume: { iops: 2999 } }, 'dataVolume.iops'],
    [{ dataVolume: { iops: 80001 } }, 'dataVolume.iops'],
    [{ dataVolume: { iops: 3000.5 } }, 'dataVolume.iops'],
    [{ osVolume: { throughput: 124 } }, 'osVolume.throughput'],
    [{ osVolume: { throughput: 2001 } }, 'osVolume.throughput'],
    [{ dataVolume: { volumeType: ST1, throughput: 250 } }, 'dataVolume.throughput'],
    [{ dataVolume: { encrypted: false, kmsKey: key } }, 'dataVolume.kmsKey'],
    [{ dataVolume: { size: Size.mebibytes(512) } }, 'dataVolume.size'],
    [{ dataVolume: { size: Size.mebibytes(1536) } }, 'dataVolume.size'],
    [{ dataVolume: { size: Size.tebibytes(65) } }, 'dataVolume.size'],
  ])('%#: %j', (volumes, path) => {
    expect(checkVolumes(volumes)).toMatchObject([{ code: 'InvalidVolume', path }]);
  });

  test.each<BottlerocketVolumes>([
    {},
    { dataVolume: { volumeType: IO2, iops: 100 } },
    { dataVolume: { iops: 3000, throughput: 125, size: Size.gibibytes(1) } },
    { dataVolume: { iops: 80000, throughput: 2000, size: Size.tebibytes(64) } },
    { dataVolume: { size: Size.mebibytes(2048) } },
  ])('others are not: %j', (volumes) => {
    expect(checkVolumes(volumes)).toEqual([]);
  });

  test('values that are only known at deployment are not inspected', () => {
    const number = new CfnParameter(stack, 'Number', { type: 'Number' }).valueAsNumber;
    const volumes = { dataVolume: { iops: number, throughput: number, size: Size.gibibytes(number) } };
    expect(checkVolumes(volumes)).toEqual([]);
    expect(stack.resolve(renderVolumes(volumes))).toMatchObject([{}, { ebs: { volumeSize: { Ref: 'Number' } } }]);
  });
});
