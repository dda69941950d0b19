import { Template } from 'aws-cdk-lib/assertions';
import { BottlerocketManagedNodegroup, TaintEffect } from '../../lib';
import { cfnCluster } from '../helpers/clusters';
import { asgIn, group, problems, types, userDataIn } from '../helpers/self-managed';

const gpu = { instanceTypes: types('g5.xlarge'), acceleratorTaint: true };

test('managed node groups get taint and label from EKS, as those of users', () => {
  const { stack, vpc, cluster } = cfnCluster();
  const labels = { pool: 'gpu' };
  const nodes = new BottlerocketManagedNodegroup(stack, 'Nodes', { cluster, vpc, ...gpu, labels });
  Template.fromStack(stack).hasResourceProperties('AWS::EKS::Nodegroup', {
    Labels: { pool: 'gpu', 'nvidia.com/gpu.present': 'true' },
    Taints: [{ Key: 'nvidia.com/gpu', Value: 'present', Effect: 'NO_SCHEDULE' }],
  });
  expect(nodes._inPlaceUpdates().taints()).toMatchObject([{ key: 'nvidia.com/gpu' }]);
});

test('self-managed node groups have them in their settings, and in the tags for Cluster Autoscaler', () => {
  const { stack, nodes } = group({ ...gpu, instanceTypes: types('trn1.32xlarge') });
  expect(userDataIn(stack)).toContain('"aws.amazon.com/neuron" = ["present:NoSchedule"]');
  expect(userDataIn(stack)).toContain('"aws.amazon.com/neuron.present" = "true"');
  const tags = asgIn(stack).Properties.Tags as { Key: string; Value: string }[];
  const template = 'k8s.io/cluster-autoscaler/node-template';
  expect(tags).toContainEqual(
    expect.objectContaining({ Key: `${template}/taint/aws.amazon.com/neuron`, Value: 'present:NoSchedule' }),
  );
  expect(tags).toContainEqual(
    expect.objectContaining({ Key: `${template}/label/aws.amazon.com/neuron.present`, Value: 'true' }),
  );
  expect(nodes._inPlaceUpdates().taints()).toMatchObject([{ key: 'aws.amazon.com/neuron' }]);
});

test('the same taint in the settings is one too many', () => {
  const settings = { kubernetes: { nodeTaints: { 'nvidia.com/gpu': ['true:NoSchedule'] } } };
  expect(problems({ ...gpu, settings })).toEqual(['TaintGivenTwice taints[0]']);
  const taints = [{ key: 'nvidia.com/gpu', value: 'true', effect: TaintEffect.NO_SCHEDULE }];
  expect(userDataIn(group({ ...gpu, taints }).stack)).toContain('"nvidia.com/gpu" = ["true:NoSchedule"]');
});

test('a group without accelerators is warned', () => {
  const { nodes } = group({ acceleratorTaint: true });
  const said = nodes.node.metadata.filter(({ type }) => /warning/.test(type)).map(({ data }) => String(data));
  expect(said.join()).toContain('AcceleratorTaintUnused');
});
