import { Tags } from 'aws-cdk-lib';
import { TaintEffect } from '../../lib';
import { group, Resource, asgIn, asgOf, templateDataIn } from '../helpers/self-managed';

interface Tag {
  readonly Key: unknown;
  readonly Value: unknown;
  readonly PropagateAtLaunch?: boolean;
}

const tagsOf = (resource: Resource) => resource.Properties.Tags as Tag[];

describe('tags', () => {
  const CLUSTER = { 'Fn::Join': ['', ['kubernetes.io/cluster/', { Ref: 'Cluster' }]] };

  test('of the cluster, the name and those of users reach instances, volumes and network interfaces', () => {
    const { stack, nodes } = group({ tags: { team: 'blue' } });
    Tags.of(nodes).add('cost', '42');
    const expected = [
      { Key: 'cost', Value: '42' },
      { Key: CLUSTER, Value: 'owned' },
      { Key: 'Name', Value: 'Stack/Nodes' },
      { Key: 'team', Value: 'blue' },
    ];
    expect(templateDataIn(stack).TagSpecifications).toEqual(
      ['instance', 'volume', 'network-interface'].map((ResourceType) => ({ ResourceType, Tags: expected })),
    );
    const launched = tagsOf(asgIn(stack)).filter((tag) => tag.PropagateAtLaunch);
    expect(launched).toEqual(expected.map((tag) => ({ ...tag, PropagateAtLaunch: true })));
  });

  test('of users win over the name', () => {
    const { stack, nodes } = group();
    Tags.of(nodes).add('Name', 'mine');
    expect(JSON.stringify(templateDataIn(stack).TagSpecifications)).not.toContain('Stack/Nodes');
    expect(tagsOf(asgIn(stack))).toContainEqual({
      Key: 'Name',
      Value: 'mine',
      PropagateAtLaunch: true,
    });
  });

  test('for Cluster Autoscaler tell what a node would be like, and stay with the group', () => {
    const { stack, nodes } = group({
      labels: { team: 'blue' },
      taints: [
        { key: 'dedicated', value: 'gpu', effect: TaintEffect.NO_SCHEDULE },
        { key: 'dedicated', value: 'gpu', effect: TaintEffect.NO_EXECUTE },
      ],
      settings: { kubernetes: { nodeLabels: { a: 'b' }, nodeTaints: { x: ['y:NoSchedule', 'z:NoExecute'] } } },
      clusterAutoscalerResources: { 'ephemeral-storage': '18Gi' },
    });
    nodes.addSettings({ kubernetes: { nodeLabels: { late: 'label' } } });
    const kept = tagsOf(asgIn(stack)).filter((tag) => !tag.PropagateAtLaunch);
    const prefix = 'k8s.io/cluster-autoscaler';
    expect(kept.map(({ Key, Value }) => [Key, Value])).toEqual([
      [{ 'Fn::Join': ['', [`${prefix}/`, { Ref: 'Cluster' }]] }, 'owned'],
      [`${prefix}/enabled`, 'true'],
      [`${prefix}/node-template/label/a`, 'b'],
      [`${prefix}/node-template/label/late`, 'label'],
      [`${prefix}/node-template/label/team`, 'blue'],
      [`${prefix}/node-template/resources/ephemeral-storage`, '18Gi'],
      [`${prefix}/node-template/taint/dedicated`, 'gpu:NoSchedule'],
      [`${prefix}/node-template/taint/x`, 'y:NoSchedule'],
    ]);
  });

  test('for Cluster Autoscaler can be left out', () => {
    const tags = tagsOf(asgOf({ clusterAutoscalerTags: false, labels: { a: 'b' } }));
    expect(JSON.stringify(tags)).not.toContain('cluster-autoscaler');
  });
});
