import { App, CfnParameter, Duration, Lazy, Stack, Stage, Validations } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as eksv2 from 'aws-cdk-lib/aws-eks-v2';
import { Construct } from 'constructs';
import {
  BottlerocketImage,
  BottlerocketManagedNodegroup,
  BottlerocketManagedNodegroupOptions,
  BottlerocketUpdateOperator,
  BottlerocketUpdateOperatorProps,
  CertManager,
  INodeSource,
  IssueCode,
  IssueSeverity,
  TaintEffect,
  UpdateConcurrency,
  UpdateSchedule,
} from '../../../lib';
import { chartsOf, manifestsOf } from '../../helpers/charts';
import {
  ReachableCluster,
  reachableV1,
  reachableV2,
  importedV1,
  importedV1WithProvider,
  importedV2,
  kubectlLayer,
  UNREACHABLE,
} from '../../helpers/eks-clusters';
import { issuesThrownBy, problemsOf } from '../../helpers/issues';

const LABEL = 'bottlerocket.aws/updater-interface-version';
const CRD = 'bottlerocket-shadow';
const OPERATOR = 'bottlerocket-update-operator';
const GPU = { key: 'nvidia.com/gpu', value: 'true', effect: TaintEffect.NO_SCHEDULE };

const CLUSTERS: readonly [string, () => ReachableCluster][] = [
  ['aws-eks', reachableV1],
  ['aws-eks-v2', reachableV2],
  ['aws-eks, imported', importedV1],
  ['aws-eks, imported with a kubectl provider', importedV1WithProvider],
  ['aws-eks-v2, imported', importedV2],
];

type Options = Omit<BottlerocketUpdateOperatorProps, 'cluster'>;

function operatorIn({ stack, cluster }: ReachableCluster, options: Options = {}): BottlerocketUpdateOperator {
  return new BottlerocketUpdateOperator(stack, 'UpdateOperator', { cluster, ...options });
}

function nodesIn(
  { stack, vpc, cluster }: ReachableCluster,
  id = 'Nodes',
  options: Partial<BottlerocketManagedNodegroupOptions> = {},
): BottlerocketManagedNodegroup {
  return new BottlerocketManagedNodegroup(stack, id, {
    cluster,
    vpc,
    instanceTypes: [new ec2.InstanceType('m7i.large')],
    image: BottlerocketImage.fromVersion('1.62.1-ea1afdd6'),
    ...options,
  });
}

/** An operator with one node group. */
function attached(options: Options = {}, nodes: Partial<BottlerocketManagedNodegroupOptions> = {}) {
  const fixture = reachableV2();
  const operator = operatorIn(fixture, options);
  const group = nodesIn(fixture, 'Nodes', nodes);
  operator.attach(group);
  return { ...fixture, operator, group };
}

function warningsOf(stack: Stack): string[] {
  return Annotations.fromStack(stack)
    .findWarning('*', Match.anyValue())
    .map(({ id, entry }) => `${id} ${/\[(\w+)\]/.exec(JSON.stringify(entry.data))?.[1]}`)
    .sort();
}

describe.each(CLUSTERS)('in a cluster of %s', (_, fixture) => {
  test('both charts are installed in one namespace, and pinned', () => {
    const cluster = fixture();
    operatorIn(cluster).attach(nodesIn(cluster));
    const charts = chartsOf(cluster.stack);
    const namespace = 'brupop-bottlerocket-aws';
    expect(Object.keys(charts).sort()).toEqual([CRD, OPERATOR]);
    expect(charts[CRD]!.properties).toMatchObject({ Namespace: namespace, Version: '1.0.0' });
    expect(charts[OPERATOR]!.properties).toMatchObject({ Namespace: namespace, Version: '1.8.0', Wait: true });
    expect(charts[CRD]!.values).toEqual({ namespace });
    expect(charts[OPERATOR]!.values).toEqual({
      namespace,
      max_concurrent_updates: '1',
      scheduler_cron_expression: '* * * * * * *',
      placement: { agent: {} },
    });
    expect(new Set(Object.values(charts).map(({ properties }) => properties.Repository))).toEqual(
      new Set(['https://bottlerocket-os.github.io/bottlerocket-update-operator']),
    );
  });

  test('what must be there before comes before', () => {
    const cluster = fixture();
    const operator = operatorIn(cluster);
    operator.attach(nodesIn(cluster));
    const [namespace] = manifestsOf(cluster.stack).filter(({ id }) => id.startsWith('UpdateOperator'));
    const charts = chartsOf(cluster.stack);
    const addon = Object.keys(Template.fromStack(cluster.stack).findResources('AWS::EKS::Addon'));
    const nodes = Object.keys(Template.fromStack(cluster.stack).findResources('AWS::EKS::Nodegroup'));
    expect([addon.length, nodes.length]).toEqual([1, 1]);
    expect(charts[CRD]!.dependsOn).toEqual(expect.arrayContaining([namespace!.id, ...nodes]));
    expect(charts[OPERATOR]!.dependsOn).toEqual(expect.arrayContaining([charts[CRD]!.id, ...addon, ...nodes]));
    // Its pods need nodes as well.
    Template.fromStack(cluster.stack).hasResource('AWS::EKS::Addon', { DependsOn: Match.arrayWith(nodes) });
  });

  test('the namespace lets the agent in', () => {
    const cluster = fixture();
    operatorIn(cluster);
    const [namespace] = manifestsOf(cluster.stack).filter(({ id }) => id.startsWith('UpdateOperator'));
    expect(namespace!.manifest).toMatchObject([
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
          name: 'brupop-bottlerocket-aws',
          labels: { 'pod-security.kubernetes.io/enforce': 'privileged' },
        },
      },
    ]);
    expect(chartsOf(cluster.stack)[CRD]!.properties.CreateNamespace).toBeUndefined();
  });
});

test.each(Object.entries(UNREACHABLE))('%s is refused: nothing can be installed', (_, fixture) => {
  const cluster = fixture();
  expect(problemsOf(() => operatorIn(cluster))).toEqual([`${IssueCode.NO_KUBECTL_ACCESS} cluster`]);
});

test('a namespace that exists is used as it is, by both charts', () => {
  const { stack } = attached({ namespaceName: 'updates', createNamespace: false });
  expect(manifestsOf(stack)).toEqual([]);
  for (const { properties, values } of Object.values(chartsOf(stack))) {
    expect([properties.Namespace, properties.CreateNamespace, values.namespace]).toEqual([
      'updates',
      undefined,
      'updates',
    ]);
  }
});

test('charts may be of other versions, and from another repository', () => {
  const { stack } = attached({ version: '1.7.0', crdVersion: '1.0.1', repository: 'https://charts.example.com' });
  const charts = chartsOf(stack);
  expect(charts[CRD]!.properties).toMatchObject({ Version: '1.0.1', Repository: 'https://charts.example.com' });
  expect(charts[OPERATOR]!.properties).toMatchObject({ Version: '1.7.0', Repository: 'https://charts.example.com' });
});

test('a registry is asked for each chart under its name', () => {
  const { stack } = attached({ repository: 'oci://registry.example.com/charts/' });
  expect(Object.entries(chartsOf(stack)).map(([name, { properties }]) => [name, properties.Repository])).toEqual([
    [CRD, 'oci://registry.example.com/charts/bottlerocket-shadow'],
    [OPERATOR, 'oci://registry.example.com/charts/bottlerocket-update-operator'],
  ]);
});

test('a deployment need not wait for the pods', () => {
  expect(chartsOf(attached({ wait: false }).stack)[OPERATOR]!.properties.Wait).toBeUndefined();
});

test('the port of the service is the same in both charts', () => {
  const { stack } = attached({ apiServer: { servicePort: 8443 } });
  const charts = chartsOf(stack);
  expect([charts[CRD]!.values.apiserver_service_port, charts[OPERATOR]!.values.apiserver_service_port]).toEqual([
    '8443',
    '8443',
  ]);
});

describe('attached nodes', () => {
  const labelsOf = (stack: Stack) =>
    Object.values(Template.fromStack(stack).findResources('AWS::EKS::Nodegroup')).map(
      (resource) => (resource as { Properties: { Labels?: unknown } }).Properties.Labels,
    );

  test('get the label beside their own', () => {
    const { stack } = attached({}, { labels: { 'example.com/pool': 'general' } });
    expect(labelsOf(stack)).toEqual([{ 'example.com/pool': 'general', [LABEL]: '2.0.0' }]);
    expect([BottlerocketUpdateOperator.NODE_LABEL_KEY, BottlerocketUpdateOperator.NODE_LABEL_VALUE]).toEqual([
      LABEL,
      '2.0.0',
    ]);
  });

  test('get no user data from it', () => {
    const { stack } = attached();
    const [template] = Object.values(Template.fromStack(stack).findResources('AWS::EC2::LaunchTemplate'));
    expect(JSON.stringify(template)).not.toContain('UserData');
  });

  test('may have the label already, and may be attached twice', () => {
    const { stack, operator, group } = attached({}, { labels: { [LABEL]: '2.0.0' } });
    operator.attach(group);
    expect(labelsOf(stack)).toEqual([{ [LABEL]: '2.0.0' }]);
  });

  test('are refused with another value of the label', () => {
    expect(problemsOf(() => attached({}, { labels: { [LABEL]: '1.0.0' } }))).toEqual([
      `${IssueCode.UPDATER_LABEL_CONFLICT} labels["${LABEL}"]`,
    ]);
  });

  test('are refused with the label in their settings: it belongs to the node group', () => {
    const { stack, group } = attached();
    group.addSettings({ kubernetes: { nodeLabels: { [LABEL]: '2.0.0' } } });
    expect(() => Template.fromStack(stack)).toThrow(IssueCode.LABEL_GIVEN_TWICE);
  });

  test('do not wait for the operator', () => {
    const { stack } = attached();
    const resources = Template.fromStack(stack).toJSON() as { Resources: Record<string, { DependsOn?: string[] }> };
    const early = Object.entries(resources.Resources).filter(([id]) => id.startsWith('Nodes'));
    expect(early.length).toBeGreaterThan(0);
    expect(
      early.flatMap(([, { DependsOn = [] }]) => DependsOn).filter((id) => id.startsWith('UpdateOperator')),
    ).toEqual([]);
  });

  test('may be of another stack than the cluster', () => {
    const { stack, cluster, vpc } = reachableV2();
    const other = new Stack(stack.node.root, 'Other');
    const fixture = { stack: other, cluster, vpc };
    operatorIn(fixture).attach(nodesIn(fixture));
    expect(Object.keys(chartsOf(other))).toEqual([CRD, OPERATOR]);
    expect(chartsOf(stack)).toEqual({});
  });

  test('of another cluster are refused', () => {
    const { stack, cluster, vpc } = reachableV2();
    const second = new eks.CfnCluster(stack, 'Second', {
      roleArn: 'arn:aws:iam::123456789012:role/cluster',
      resourcesVpcConfig: { subnetIds: [] },
    });
    const operator = operatorIn({ stack, cluster, vpc });
    const nodes = nodesIn({ stack, cluster: second, vpc });
    const issues = issuesThrownBy(() => operator.attach(nodes));
    expect(issues).toEqual([expect.objectContaining({ code: IssueCode.NODES_OF_OTHER_CLUSTER })]);
    expect(issues[0]!.message).toContain('Stack/Nodes');
  });

  test('that something else replaces are refused', () => {
    class Karpenter extends Construct implements INodeSource {
      public _inPlaceUpdates(): ReturnType<INodeSource['_inPlaceUpdates']> {
        const code = IssueCode.NODES_UPDATED_OTHERWISE;
        const refusal = { code, severity: IssueSeverity.ERROR, path: 'nodes', message: 'Karpenter replaces these.' };
        return { issues: () => [refusal], addLabel: () => [], taints: () => [] };
      }
    }
    const fixture = reachableV2();
    const operator = operatorIn(fixture);
    expect(problemsOf(() => operator.attach(new Karpenter(fixture.stack, 'NodeClass')))).toEqual([
      `${IssueCode.NODES_UPDATED_OTHERWISE} nodes`,
    ]);
  });
});

describe('the agent tolerates', () => {
  const tolerationsOf = (stack: Stack) =>
    (chartsOf(stack)[OPERATOR]!.values.placement as { agent: { tolerations?: unknown } }).agent.tolerations;

  test('the taints of attached nodes, each one once, whenever they are attached', () => {
    const fixture = reachableV2();
    const operator = operatorIn(fixture);
    operator.attach(nodesIn(fixture, 'Plain'));
    operator.attach(nodesIn(fixture, 'Gpu', { taints: [GPU, { key: 'spot', effect: TaintEffect.NO_EXECUTE }] }));
    operator.attach(nodesIn(fixture, 'MoreGpu', { taints: [GPU] }));
    nodesIn(fixture, 'Alone', { taints: [{ key: 'alone', effect: TaintEffect.NO_SCHEDULE }] });
    expect(tolerationsOf(fixture.stack)).toEqual([
      { key: 'nvidia.com/gpu', operator: 'Equal', value: 'true', effect: 'NoSchedule' },
      { key: 'spot', operator: 'Exists', effect: 'NoExecute' },
    ]);
  });

  test('taints that are added to the settings later', () => {
    const { stack, group } = attached();
    group.addSettings({ kubernetes: { nodeTaints: { dedicated: ['batch:NoSchedule', 'soft:PreferNoSchedule'] } } });
    expect(tolerationsOf(stack)).toEqual([
      { key: 'dedicated', operator: 'Equal', value: 'batch', effect: 'NoSchedule' },
    ]);
  });

  test('taints that are only known at deployment', () => {
    const fixture = reachableV2();
    const { valueAsString } = new CfnParameter(fixture.stack, 'Team');
    const operator = operatorIn(fixture);
    const taints = [{ key: 'team', value: valueAsString, effect: TaintEffect.NO_SCHEDULE }];
    operator.attach(nodesIn(fixture, 'Nodes', { taints }));
    operator.attach(
      nodesIn(fixture, 'More', { settings: { kubernetes: { nodeTaints: { more: [`${valueAsString}:NoSchedule`] } } } }),
    );
    expect(tolerationsOf(fixture.stack)).toEqual([
      { key: 'team', operator: 'Equal', value: '{"Ref":"Team"}', effect: 'NoSchedule' },
      { key: 'more', operator: 'Exists' },
    ]);
  });

  test('nothing because of a taint that is only a wish', () => {
    const { stack } = attached({}, { taints: [{ ...GPU, effect: TaintEffect.PREFER_NO_SCHEDULE }] });
    expect(tolerationsOf(stack)).toBeUndefined();
  });

  test('what it is told to', () => {
    const { stack } = attached(
      { agent: { tolerations: [GPU, { effect: TaintEffect.NO_EXECUTE, tolerationPeriod: Duration.minutes(5) }, {}] } },
      { taints: [GPU] },
    );
    expect(tolerationsOf(stack)).toEqual([
      { key: 'nvidia.com/gpu', operator: 'Equal', value: 'true', effect: 'NoSchedule' },
      { operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 },
      { operator: 'Exists' },
    ]);
  });
});

describe('a second operator', () => {
  test.each(CLUSTERS)('is refused in a cluster of %s', (_, fixture) => {
    const { stack, cluster } = fixture();
    new BottlerocketUpdateOperator(stack, 'First', { cluster });
    const issues = issuesThrownBy(() => new BottlerocketUpdateOperator(stack, 'Second', { cluster }));
    expect(issues).toEqual([expect.objectContaining({ code: IssueCode.SECOND_UPDATE_OPERATOR, path: 'cluster' })]);
    expect(issues[0]!.message).toContain('Stack/First');
  });

  test('is refused in a cluster that is imported twice', () => {
    const one = importedV2();
    operatorIn(one);
    const kubectlProvider = (one.cluster as eksv2.ICluster).kubectlProvider;
    const again = eksv2.Cluster.fromClusterAttributes(one.stack, 'Again', { clusterName: 'main', kubectlProvider });
    expect(problemsOf(() => new BottlerocketUpdateOperator(one.stack, 'Second', { cluster: again }))).toEqual([
      `${IssueCode.SECOND_UPDATE_OPERATOR} cluster`,
    ]);
  });

  test('is refused in another stack, whatever that is for', () => {
    const { stack, cluster } = reachableV2({}, { env: { account: '123456789012', region: 'eu-west-1' } });
    new BottlerocketUpdateOperator(stack, 'First', { cluster });
    const other = new Stack(stack.node.root, 'Other');
    expect(problemsOf(() => new BottlerocketUpdateOperator(other, 'Second', { cluster }))).toEqual([
      `${IssueCode.SECOND_UPDATE_OPERATOR} cluster`,
    ]);
  });

  test('is not one when it is of another cluster, account, region or stage', () => {
    const imported = (scope: Construct, region: string) => {
      const stack = new Stack(scope, `In-${region}`, { env: { account: '123456789012', region } });
      const serviceToken = `arn:aws:lambda:${region}:123456789012:function:kubectl`;
      const kubectlProvider = eksv2.KubectlProvider.fromKubectlProviderAttributes(stack, 'Provider', { serviceToken });
      const cluster = eksv2.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'main', kubectlProvider });
      return () => new BottlerocketUpdateOperator(stack, 'UpdateOperator', { cluster });
    };
    const app = new App();
    expect(imported(app, 'eu-west-1')).not.toThrow();
    expect(imported(app, 'eu-west-2')).not.toThrow();
    expect(imported(new Stage(app, 'Stage'), 'eu-west-1')).not.toThrow();
    const { stack, cluster } = reachableV2();
    const second = new eksv2.Cluster(stack, 'Second', {
      version: eksv2.KubernetesVersion.V1_35,
      kubectlProviderOptions: { kubectlLayer: kubectlLayer(stack, 'SecondLayer') },
    });
    new BottlerocketUpdateOperator(stack, 'One', { cluster });
    expect(() => new BottlerocketUpdateOperator(stack, 'Two', { cluster: second })).not.toThrow();
  });

  test('is not one when the first was refused for something else', () => {
    const fixture = reachableV2();
    expect(() => operatorIn(fixture, { version: 'latest' })).toThrow();
    expect(() => new BottlerocketUpdateOperator(fixture.stack, 'Again', { cluster: fixture.cluster })).not.toThrow();
  });
});

describe('warnings', () => {
  test('there are none for pinned nodes', () => {
    expect(warningsOf(attached().stack)).toEqual([]);
  });

  test('tell of a node group that takes the newest release by itself', () => {
    expect(warningsOf(attached({}, { image: undefined }).stack)).toEqual([
      `/Stack/Nodes ${IssueCode.NODES_FLOAT_ON_LATEST}`,
    ]);
  });

  test('can be acknowledged by their id', () => {
    const { stack } = attached({}, { image: undefined });
    Validations.of(stack).acknowledge({ id: 'cdk-bottlerocket:NodesFloatOnLatest', reason: 'the nodes are few' });
    expect(warningsOf(stack)).toEqual([]);
  });

  test('tell of an operator without nodes', () => {
    const fixture = reachableV2();
    operatorIn(fixture);
    expect(warningsOf(fixture.stack)).toEqual([`/Stack/UpdateOperator ${IssueCode.NOTHING_TO_UPDATE}`]);
  });

  test('tell of nodes that the other pods cannot run on', () => {
    const repelled = `/Stack/UpdateOperator ${IssueCode.NODES_REPEL_OPERATOR}`;
    const tainted = { taints: [GPU] };
    expect(warningsOf(attached({}, tainted).stack)).toEqual([repelled]);
    expect(warningsOf(attached({ controller: { tolerations: [GPU] } }, tainted).stack)).toEqual([repelled]);
    const both = { controller: { tolerations: [{ key: GPU.key }] }, apiServer: { tolerations: [{}] } };
    expect(warningsOf(attached(both, tainted).stack)).toEqual([]);
  });

  test('are silent when only some of the nodes are tainted', () => {
    const fixture = reachableV2();
    const operator = operatorIn(fixture);
    operator.attach(nodesIn(fixture, 'Gpu', { taints: [GPU] }));
    operator.attach(nodesIn(fixture, 'Plain', { taints: [{ ...GPU, effect: TaintEffect.PREFER_NO_SCHEDULE }] }));
    expect(warningsOf(fixture.stack)).toEqual([]);
  });

  test('of the schedule are shown on the operator', () => {
    expect(warningsOf(attached({ schedule: UpdateSchedule.cron('* 0 3 * * * 2030') }).stack)).toEqual([
      `/Stack/UpdateOperator ${IssueCode.MISLEADING_UPDATE_SCHEDULE}`,
      `/Stack/UpdateOperator ${IssueCode.UPDATE_SCHEDULE_ENDS}`,
    ]);
  });

  test('tell of load balancers without nodes', () => {
    const options = { loadBalancerWait: Duration.minutes(2), maxConcurrentUpdates: UpdateConcurrency.unlimited() };
    expect(warningsOf(attached(options).stack)).toEqual([
      `/Stack/UpdateOperator ${IssueCode.ALL_NODES_LEAVE_LOAD_BALANCERS}`,
    ]);
  });
});

describe('EKS Auto Mode', () => {
  const autoMode = () =>
    reachableV2({ defaultCapacityType: eksv2.DefaultCapacityType.AUTOMODE, defaultCapacity: undefined });

  test('alone is refused: its nodes are replaced by EKS', () => {
    const fixture = autoMode();
    operatorIn(fixture);
    expect(() => Template.fromStack(fixture.stack)).toThrow(IssueCode.NODES_UPDATED_OTHERWISE);
  });

  test('may be on beside attached node groups', () => {
    const fixture = autoMode();
    operatorIn(fixture).attach(nodesIn(fixture));
    expect(() => Template.fromStack(fixture.stack)).not.toThrow();
  });
});

test('logical ids stay as they are, since changing them installs the charts anew', () => {
  const { stack } = attached();
  const { Resources } = Template.fromStack(stack).toJSON() as { Resources: Record<string, object> };
  expect(Object.keys(Resources).filter((id) => id.startsWith('UpdateOperator'))).toEqual([
    'UpdateOperatorCertManagerF5E5571C',
    'UpdateOperatorCustomResourceB2142B01',
    'UpdateOperatorNamespaceDD117987',
    'UpdateOperator8E9426A1',
  ]);
});

test('everything that is wrong comes out in one error, which does not speak of nodes that cannot start', () => {
  const { stack, cluster } = UNREACHABLE['a CloudFormation resource']!();
  const make = () =>
    new BottlerocketUpdateOperator(stack, 'UpdateOperator', {
      cluster,
      version: 'v1.8.0',
      namespaceName: 'Not A Name',
      additionalValues: { max_concurrent_updates: 2 },
      certManager: CertManager.existing(),
    });
  expect(problemsOf(make)).toEqual([
    `${IssueCode.NO_KUBECTL_ACCESS} cluster`,
    `${IssueCode.INVALID_UPDATE_OPERATOR_OPTION} version`,
    `${IssueCode.INVALID_UPDATE_OPERATOR_OPTION} namespaceName`,
    `${IssueCode.OWNED_CHART_VALUE} additionalValues.max_concurrent_updates`,
  ]);
  const again = new Construct(stack, 'Again');
  expect(() => new BottlerocketUpdateOperator(again, 'UpdateOperator', { cluster })).toThrow(
    /the update operator could not work like this/,
  );
});

test('numbers may be tokens', () => {
  const fixture = reachableV2();
  const count = new CfnParameter(fixture.stack, 'Count', { type: 'Number' }).valueAsNumber;
  operatorIn(fixture, {
    maxConcurrentUpdates: UpdateConcurrency.nodes(count),
    loadBalancerWait: Duration.seconds(Lazy.number({ produce: () => 90 })),
  }).attach(nodesIn(fixture));
  const { values } = chartsOf(fixture.stack)[OPERATOR]!;
  expect(values.max_concurrent_updates).toBe('{"Ref":"Count"}');
  expect(values.exclude_from_lb_wait_time_in_sec).toBe('90');
});
