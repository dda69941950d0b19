import { partition } from '@aws-sdk/core/client';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { partitionOf } from '../../../lib/cli/image/partitions';

test('every region that the CDK knows is of the partition that the CDK and the AWS SDK say', () => {
  expect(RegionInfo.regions.length).toBeGreaterThan(40);
  for (const { name, partition: expected } of RegionInfo.regions) {
    expect([name, partitionOf(name).name, partition(name).name]).toEqual([name, expected, expected]);
  }
});

test('the partitions that AWS does not list the regions of have all that the CDK knows', () => {
  for (const { name, partition: expected } of RegionInfo.regions.filter((region) => region.partition !== 'aws')) {
    expect([expected, partitionOf(name).regions]).toEqual([expected, expect.arrayContaining([name])]);
  }
});

test('a region that is not known yet is of the partition that its name says', () => {
  expect(['us-gov-north-1', 'cn-south-1', 'eu-west-9'].map((name) => partitionOf(name).name)).toEqual([
    'aws-us-gov',
    'aws-cn',
    'aws',
  ]);
});
