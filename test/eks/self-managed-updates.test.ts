import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import {
  BottlerocketSelfManagedNodegroup,
  BottlerocketSelfManagedNodegroupOptions,
  BottlerocketUpdateOperator,
  IssueCode,
  TaintEffect,
} from '../../lib';
import { chartsOf } from '../helpers/charts';
import { reachableV2 } from '../helpers/eks-clusters';
import { problemsOf } from '../helpers/issues';

const LABEL = 'bottlerocket.aws/updater-interface-version';

function attached(options: Partial<BottlerocketSelfManagedNodegroupOptions> = {}) {
  const { stack, cluster } = reachableV2();
  const operator = new BottlerocketUpdateOperator(stack, 'UpdateOperator', { cluster });
  const instanceTypes = [new ec2.InstanceType('m7i.large')];
  const group = new BottlerocketSelfManagedNodegroup(stack, 'Nodes', { cluster, instanceTypes, ...options });
  operator.attach(group);
  return { stack, operator, group };
}

type Attached = ReturnType<typeof attached>;

function userDataOf({ stack }: Attached): string {
  const [template] = Object.values(Template.fromStack(stack).findResources('AWS::EC2::LaunchTemplate'));
  return JSON.stringify(template);
}

function tolerationsOf({ stack }: Attached): unknown {
  const { placement } = chartsOf(stack)['bottlerocket-update-operator']!.values;
  return (placement as { agent: { tolerations?: unknown } }).agent.tolerations;
}

const occurrences = (text: string, part: string) => text.split(part).length - 1;

test('the label is in the settings of the nodes, beside others', () => {
  const labels = { 'example.com/pool': 'general' };
  const text = userDataOf(attached({ labels, settings: { kubernetes: { nodeLabels: { 'example.com/a': 'b' } } } }));
  for (const key of [LABEL, 'example.com/pool', 'example.com/a']) {
    expect(occurrences(text, key)).toBe(1);
  }
  expect(text).toMatch(/updater-interface-version\W+ = \W+2\.0\.0/);
  // What users pass is theirs.
  expect(labels).toEqual({ 'example.com/pool': 'general' });
});

test('Cluster Autoscaler learns of the label', () => {
  Template.fromStack(attached().stack).hasResourceProperties('AWS::AutoScaling::AutoScalingGroup', {
    Tags: Match.arrayWith([
      {
        Key: `k8s.io/cluster-autoscaler/node-template/label/${LABEL}`,
        PropagateAtLaunch: false,
        Value: '2.0.0',
      },
    ]),
  });
});

test('the operator comes after the nodes', () => {
  const { stack } = attached();
  const [group] = Object.keys(Template.fromStack(stack).findResources('AWS::AutoScaling::AutoScalingGroup'));
  expect(chartsOf(stack)['bottlerocket-update-operator']!.dependsOn).toContain(group);
});

test('the agent tolerates the taints of properties and settings', () => {
  const nodes = attached({ taints: [{ key: 'gpu', effect: TaintEffect.NO_SCHEDULE }] });
  nodes.group.addSettings({ kubernetes: { nodeTaints: { dedicated: ['batch:NoExecute'] } } });
  expect(tolerationsOf(nodes)).toEqual([
    { key: 'gpu', operator: 'Exists', effect: 'NoSchedule' },
    { key: 'dedicated', operator: 'Equal', value: 'batch', effect: 'NoExecute' },
  ]);
});

test.each<[string, Partial<BottlerocketSelfManagedNodegroupOptions>]>([
  ['properties', { labels: { [LABEL]: '2.0.0' } }],
  ['settings', { settings: { kubernetes: { nodeLabels: { [LABEL]: '2.0.0' } } } }],
])('the label may be in the %s already', (_, options) => {
  expect(occurrences(userDataOf(attached(options)), LABEL)).toBe(1);
});

test.each<[string, Partial<BottlerocketSelfManagedNodegroupOptions>]>([
  ['properties', { labels: { [LABEL]: '1.0.0' } }],
  ['settings', { settings: { kubernetes: { nodeLabels: { [LABEL]: '1.0.0' } } } }],
])('another value of the label in the %s is refused', (_, options) => {
  expect(problemsOf(() => attached(options))).toEqual([`${IssueCode.UPDATER_LABEL_CONFLICT} labels["${LABEL}"]`]);
});

test('the label cannot be set again later', () => {
  const { group } = attached();
  const again = () => group.addSettings({ kubernetes: { nodeLabels: { [LABEL]: '1.0.0' } } });
  expect(problemsOf(again)).toEqual([`${IssueCode.LABEL_GIVEN_TWICE} labels["${LABEL}"]`]);
});
