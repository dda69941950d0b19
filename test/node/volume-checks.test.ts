import { CfnParameter, Size, Stack, Token } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as kms from 'aws-cdk-lib/aws-kms';
import { IssueCode, BottlerocketVolumes } from '../../lib';
import { checkVolumes, renderVolumes } from '../../lib/node/volumes';

const { GP2, IO1, IO2, ST1, STANDARD } = ec2.EbsDeviceVolumeType;

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
    [{ dataVolume: { volumeType: ST1, throughput: 250, size: Size.gibibytes(125) } }, 'dataVolume.throughput'],
    [{ dataVolume: { volumeType: ST1 } }, 'dataVolume.size'],
    [{ dataVolume: { volumeType: STANDARD, size: Size.gibibytes(1025) } }, 'dataVolume.size'],
    [{ dataVolume: { volumeType: GP2, size: Size.gibibytes(16385) } }, 'dataVolume.size'],
    [{ dataVolume: { volumeType: IO1, iops: 100, size: Size.gibibytes(3) } }, 'dataVolume.size'],
    // 500 for each GiB, of the 20 GiB in the image.
    [{ dataVolume: { iops: 10001 } }, 'dataVolume.iops'],
    [{ dataVolume: { iops: 3001, size: Size.gibibytes(6) } }, 'dataVolume.iops'],
    [{ dataVolume: { volumeType: IO1, iops: 1001 } }, 'dataVolume.iops'],
    [{ dataVolume: { volumeType: IO1, iops: 64001, size: Size.tebibytes(16) } }, 'dataVolume.iops'],
    [{ dataVolume: { volumeType: IO2, iops: 20001 } }, 'dataVolume.iops'],
    // A quarter of the IOPS, which are 3000 unless told otherwise.
    [{ dataVolume: { throughput: 751 } }, 'dataVolume.throughput'],
    [{ dataVolume: { iops: 4000, throughput: 1001 } }, 'dataVolume.throughput'],
    [{ osVolume: { volumeType: ST1 } }, 'osVolume.volumeType'],
    [{ dataVolume: { snapshotId: 'vol-0123456789abcdef0' } }, 'dataVolume.snapshotId'],
    [{ dataVolume: { volumeInitializationRate: 200 } }, 'dataVolume.volumeInitializationRate'],
    [
      { dataVolume: { snapshotId: 'snap-0123456789abcdef0', volumeInitializationRate: 99 } },
      'dataVolume.volumeInitializationRate',
    ],
    [
      { dataVolume: { snapshotId: 'snap-0123456789abcdef0', volumeInitializationRate: 301 } },
      'dataVolume.volumeInitializationRate',
    ],
    [{ dataVolume: { encrypted: false, kmsKey: key } }, 'dataVolume.kmsKey'],
    [{ dataVolume: { size: Size.mebibytes(512) } }, 'dataVolume.size'],
    // As aws-cdk-lib has it in diskSize.
    [{ dataVolume: { size: 100 as never } }, 'dataVolume.size'],
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
    { dataVolume: { iops: 10000, throughput: 2000 } },
    { dataVolume: { volumeType: IO1, iops: 1000 } },
    { dataVolume: { volumeType: ST1, size: Size.gibibytes(125) } },
    // The size is that of the snapshot, and may be anything.
    { dataVolume: { iops: 80000, snapshotId: 'snap-0123456789abcdef0' } },
    { dataVolume: { snapshotId: 'snap-01234567', volumeInitializationRate: 300 } },
    { osVolume: { iops: 16000 } },
    // Types that came later.
    { dataVolume: { volumeType: 'gp9' as ec2.EbsDeviceVolumeType, iops: 1, throughput: 1 } },
  ])('others are not: %j', (volumes) => {
    expect(checkVolumes(volumes)).toEqual([]);
  });

  test.each([
    [100, 'Size.gibibytes(100)'],
    ['100Gi', 'Size.gibibytes(100)'],
    ['100', 'Size.gibibytes(100)'],
    ['large', 'Size.gibibytes(100)'],
    [{}, 'Size.gibibytes(100)'],
    [[20], 'Size.gibibytes(100)'],
  ])('%j is told the Size to write', (size, expected) => {
    expect(checkVolumes({ dataVolume: { size: size as never } })).toMatchObject([
      { code: IssueCode.INVALID_VOLUME, path: 'dataVolume.size', expected },
    ]);
  });

  test('values that are only known at deployment are not inspected', () => {
    const number = new CfnParameter(stack, 'Number', { type: 'Number' }).valueAsNumber;
    const volumes = {
      dataVolume: {
        iops: number,
        throughput: number,
        size: Size.gibibytes(number),
        snapshotId: Token.asString({ Ref: 'Snapshot' }),
        volumeInitializationRate: number,
      },
    };
    expect(checkVolumes({ dataVolume: { iops: number, throughput: 2000 } })).toEqual([]);
    expect(checkVolumes({ dataVolume: { iops: 3000, throughput: number } })).toEqual([]);
    expect(checkVolumes(volumes)).toEqual([]);
    expect(stack.resolve(renderVolumes(volumes))).toMatchObject([{}, { ebs: { volumeSize: { Ref: 'Number' } } }]);
  });
});
