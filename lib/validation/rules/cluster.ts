import { IssueCode } from '../../settings/generated/issue-code.generated';
import { formatRelease, isBefore, parseRelease } from '../../settings/model/release';
import { parseVariant } from '../../settings/model/variants';
import { asList, asObject, NodeKind, TemplateResource } from '../../template';
import { NodeRule, NodeView, RuleReport } from './rule';

/** Nodes and the cluster that they belong to. */
export const CLUSTER_RULES: readonly NodeRule[] = [accessEntry, newerThanCluster, spotDraining];

/** The cluster that the settings name, when it is in the same template. */
function clusterOf(view: NodeView): TemplateResource | undefined {
  const name = view.setting('kubernetes', 'cluster-name');
  const id = typeof name === 'string' ? /^\$\{(\w+)\}$/.exec(name)?.[1] : undefined;
  return id === undefined ? undefined : view.template.resourceOf({ Ref: id });
}

/** The role of the instances. */
function roleOf({ node, template }: NodeView): TemplateResource | undefined {
  const given = node.launch?.instanceProfile;
  const { Arn, Name } = asObject(given) ?? {};
  const profile = template.resourceOf(Arn ?? Name ?? given);
  return template.resourceOf(asList(profile?.properties.Roles)[0]);
}

function accessEntry(view: NodeView, report: RuleReport): void {
  const cluster = clusterOf(view);
  const role = roleOf(view);
  const mode = asObject(cluster?.properties.AccessConfig)?.AuthenticationMode;
  const isOutside = view.node.kind === NodeKind.AUTO_SCALING_GROUP || view.node.kind === NodeKind.INSTANCE;
  if (!isOutside || mode !== 'API' || role === undefined) {
    return;
  }
  const { template } = view;
  // EKS makes the entry for a role of a managed node group.
  const isKnown =
    template.ofType('AWS::EKS::AccessEntry').some(({ properties }) => isOf(properties.PrincipalArn)) ||
    template.ofType('AWS::EKS::Nodegroup').some(({ properties }) => isOf(properties.NodeRole));
  if (!isKnown) {
    report(IssueCode.ACCESS_ENTRY_MISSING, {
      path: 'IamInstanceProfile',
      message: `The cluster authenticates by access entries, and has none for the role ${role.path}.`,
      expected: 'an AWS::EKS::AccessEntry of the type EC2_LINUX',
    });
  }

  function isOf(arn: unknown): boolean {
    return template.resourceOf(arn) === role;
  }
}

function newerThanCluster(view: NodeView, report: RuleReport): void {
  const { Version, Config } = clusterOf(view)?.properties ?? {};
  const given = Version ?? asObject(Config)?.version;
  const cluster = typeof given === 'string' ? parseRelease(given) : undefined;
  const { variant = '' } = view.node.image;
  const { kubernetes } = parseVariant(variant) ?? {};
  if (cluster !== undefined && kubernetes !== undefined && isBefore(cluster, formatRelease(kubernetes, 2))) {
    report(IssueCode.IMAGE_MISMATCH, {
      path: 'ImageId',
      message: 'The kubelet must not be newer than the control plane.',
      received: variant,
      expected: `a variant for Kubernetes ${formatRelease(cluster, 2)} or older`,
      fix: 'Use an image for the version of the cluster, or update the cluster first.',
    });
  }
}

function spotDraining(view: NodeView, report: RuleReport): void {
  const { node, template } = view;
  const drains = view.setting('ecs', 'enable-spot-instance-draining');
  const group = node.resource;
  const isDrained = template.ofType('AWS::ECS::CapacityProvider').some(({ properties }) => {
    const { AutoScalingGroupArn, ManagedDraining } = asObject(properties.AutoScalingGroupProvider) ?? {};
    // On unless it is turned off.
    return template.resourceOf(AutoScalingGroupArn) === group && ManagedDraining !== 'DISABLED';
  });
  const isKnown = node.userData?.document !== undefined && !node.userData.isPartial;
  if (node.orchestrator === 'ecs' && isKnown && isSpot(view) && drains !== true && !isDrained) {
    // A value that is only known at deployment may well be true.
    if (typeof drains === 'string') {
      return;
    }
    report(IssueCode.SPOT_DRAINING_OFF, {
      path: 'settings.ecs.enable-spot-instance-draining',
      message: 'The group has Spot Instances, and nothing moves their tasks away in time.',
      received: drains === undefined ? undefined : String(drains === false ? 'false' : 'another value'),
      expected: 'true',
    });
  }
}

function isSpot({ node, template }: NodeView): boolean {
  const { MixedInstancesPolicy } = node.resource.properties;
  const { OnDemandPercentageAboveBaseCapacity: share } =
    asObject(asObject(MixedInstancesPolicy)?.InstancesDistribution) ?? {};
  const launch = node.launch?.resource.properties ?? {};
  const market = asObject(asObject(launch.LaunchTemplateData)?.InstanceMarketOptions)?.MarketType;
  return (
    (typeof share === 'number' && share < 100) ||
    market === 'spot' ||
    launch.SpotPrice !== undefined ||
    template.resourceOf(node.resource.properties.LaunchConfigurationName)?.properties.SpotPrice !== undefined
  );
}
