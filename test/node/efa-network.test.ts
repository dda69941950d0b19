import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { EfaOptions, NodegroupCapacityType } from '../../lib';
import { checkEfaNetwork, efaPlacement, makeEfaSecurityGroup } from '../../lib/node/efa-network';

const nodes = (efa?: EfaOptions, capacityType?: NodegroupCapacityType) => ({ efa, instanceTypes: [], capacityType });
const reference = { securityGroupRef: { securityGroupId: 'sg-1' } } as ec2.ISecurityGroupRef;
const close = { placementGroupRef: { groupName: 'close' } } as ec2.IPlacementGroupRef;

test('a security group is made in a VPC, unless there is one', () => {
  const vpc = new ec2.Vpc(new Stack(), 'Vpc');
  expect(checkEfaNetwork(nodes({}), undefined)).toMatchObject([{ code: 'VpcUnknown', path: 'efa.securityGroup' }]);
  expect(checkEfaNetwork(nodes({}), vpc)).toEqual([]);
  expect(checkEfaNetwork(nodes({ securityGroup: reference }), undefined)).toEqual([]);
  expect(checkEfaNetwork(nodes(), undefined)).toEqual([]);
});

test('a reference to a security group does as well as a security group', () => {
  const stack = new Stack();
  const vpc = new ec2.Vpc(stack, 'Vpc');
  expect(makeEfaSecurityGroup(stack, nodes({ securityGroup: reference }), vpc).securityGroupId).toBe('sg-1');
  const own = new ec2.SecurityGroup(stack, 'Own', { vpc });
  expect(makeEfaSecurityGroup(stack, nodes({ securityGroup: own }), vpc)).toBe(own);
  Template.fromStack(stack).resourceCountIs('AWS::EC2::SecurityGroup', 1);
});

test.each<[EfaOptions | undefined, NodegroupCapacityType | undefined, string | undefined]>([
  [undefined, undefined, undefined],
  [{ clusterPlacement: false }, undefined, undefined],
  [{}, NodegroupCapacityType.CAPACITY_BLOCK, undefined],
  [{ placementGroup: close }, NodegroupCapacityType.CAPACITY_BLOCK, 'close'],
  [{ placementGroup: close }, undefined, 'close'],
])('placement, %#', (efa, capacityType, group) => {
  expect(efaPlacement(new Stack(), nodes(efa, capacityType))?.groupName).toBe(group);
});

test.each([
  [{}, undefined],
  [{}, NodegroupCapacityType.SPOT],
  [{ clusterPlacement: true }, NodegroupCapacityType.CAPACITY_BLOCK],
])('a placement group is made, %#', (efa, capacityType) => {
  const stack = new Stack();
  efaPlacement(stack, nodes(efa, capacityType));
  Template.fromStack(stack).hasResourceProperties('AWS::EC2::PlacementGroup', { Strategy: 'cluster' });
});
