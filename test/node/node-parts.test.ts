import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { selectSubnets } from '../../lib/node/node-parts';

const stack = new Stack();
const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });

test('subnets come with their Availability Zones', () => {
  const { ids, zones, issues } = selectSubnets(vpc, undefined);
  expect(ids).toEqual(vpc.privateSubnets.map(({ subnetId }) => subnetId));
  expect(new Set(zones).size).toBe(2);
  expect(issues).toEqual([]);
  expect(new Set(selectSubnets(vpc, { subnets: [vpc.privateSubnets[0]!, vpc.publicSubnets[0]!] }).zones).size).toBe(1);
});

test('the zone of an imported subnet may not be known', () => {
  const subnet = ec2.Subnet.fromSubnetId(stack, 'Subnet', 'subnet-1');
  expect(selectSubnets(undefined, { subnets: [subnet] })).toEqual({ ids: ['subnet-1'], zones: [], issues: [] });
});

test('no VPC, and no subnets, are issues', () => {
  expect(selectSubnets(undefined, undefined).issues).toMatchObject([{ code: 'VpcUnknown' }]);
  expect(selectSubnets(vpc, { subnets: [] }).issues).toMatchObject([{ code: 'NoSubnets' }]);
});
