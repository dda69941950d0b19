import { CfnResource, Stack, Token } from 'aws-cdk-lib';
import type * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as eks from 'aws-cdk-lib/aws-eks';
import type { IConstruct } from 'constructs';
import { IssueCode } from '../settings';
import { issue, show, throwOnErrors } from '../settings/report';
import { asList, asObject, JsonObject } from '../template';
import { isOfType, Launch } from './launch';
import { referredResource, resourcesOf } from './references';

/** Managed node groups. */
export function isNodegroup(construct: IConstruct): construct is eks.CfnNodegroup {
  return isOfType<eks.CfnNodegroup>(construct, 'AWS::EKS::Nodegroup');
}

/** Auto Scaling groups. */
export function isAutoScalingGroup(construct: IConstruct): construct is autoscaling.CfnAutoScalingGroup {
  return isOfType<autoscaling.CfnAutoScalingGroup>(construct, 'AWS::AutoScaling::AutoScalingGroup');
}

/** Capacity providers of Amazon ECS that have an Auto Scaling group. */
function isGroupProvider(construct: IConstruct): construct is ecs.CfnCapacityProvider {
  return (
    isOfType<ecs.CfnCapacityProvider>(construct, 'AWS::ECS::CapacityProvider') &&
    construct.autoScalingGroupProvider !== undefined
  );
}

/** Whether a construct says how nodes are launched, or names something that does. */
export function launchesNodes(construct: IConstruct): boolean {
  return (
    Launch.of(construct) !== undefined ||
    isNodegroup(construct) ||
    isAutoScalingGroup(construct) ||
    isGroupProvider(construct)
  );
}

/**
 * How the nodes of a construct are launched. There are several ways in a group with mixed instances, and none yet in a node
 * group without a launch template.
 *
 * @throws when a launch template is not one of this app
 */
export function launchesOf(construct: IConstruct): Launch[] {
  const own = Launch.of(construct);
  if (own !== undefined) {
    return [own];
  }
  if (isNodegroup(construct) || isAutoScalingGroup(construct)) {
    const launches = namedLaunchesOf(construct).map(({ launch, given }) => needed(launch, construct, given));
    // A node group makes do without, for now.
    return launches.length > 0 || isNodegroup(construct) ? launches : [needed(undefined, construct, undefined)];
  }
  if (isGroupProvider(construct)) {
    const given = plain(construct.autoScalingGroupProvider, construct).autoScalingGroupArn;
    const group = referredResource(given, construct);
    return group === undefined ? [needed(undefined, construct, given)] : launchesOf(group);
  }
  return [];
}

/** A way in which the nodes of a group are launched. */
export interface NamedLaunch {
  /** Undefined for one that is not in this app. */
  readonly launch?: Launch;
  /** How the group names it. */
  readonly given: unknown;
}

/** How the nodes of a node group or Auto Scaling group are launched. */
export function namedLaunchesOf(construct: IConstruct): NamedLaunch[] {
  if (isNodegroup(construct)) {
    const { launchTemplate: given } = construct;
    return given === undefined ? [] : [{ launch: named(given, construct), given }];
  }
  return isAutoScalingGroup(construct) ? groupLaunches(construct) : [];
}

function groupLaunches(group: autoscaling.CfnAutoScalingGroup): NamedLaunch[] {
  const { launchConfigurationName, launchTemplate, mixedInstancesPolicy } = group;
  const mixed = plain(plain(mixedInstancesPolicy, group).launchTemplate, group);
  const specifications = [
    launchTemplate,
    mixed.launchTemplateSpecification,
    ...asList(mixed.overrides).map((override) => plain(override, group).launchTemplateSpecification),
  ].filter((one) => one !== undefined);
  const found: NamedLaunch[] = specifications.map((given) => ({ launch: named(given, group), given }));
  const configuration = referredResource(launchConfigurationName, group);
  return launchConfigurationName === undefined
    ? found
    : [...found, { launch: configuration && Launch.of(configuration), given: launchConfigurationName }];
}

/** The members of a value that may be lazy. */
function plain(value: unknown, from: CfnResource): JsonObject {
  return asObject(Token.isUnresolved(value) ? Stack.of(from).resolve(value) : value) ?? {};
}

/** The launch template that a group names by its id or name. */
function named(specification: unknown, from: CfnResource): Launch | undefined {
  const { id, launchTemplateId, name, launchTemplateName } = plain(specification, from);
  const ownName = name ?? launchTemplateName;
  const resource =
    referredResource(id ?? launchTemplateId ?? ownName, from) ??
    (ownName === undefined ? undefined : templateNamed(ownName, Stack.of(from)));
  return resource && Launch.of(resource);
}

function templateNamed(name: unknown, stack: Stack): CfnResource | undefined {
  return resourcesOf(stack).find(
    (one) => ec2.CfnLaunchTemplate.isCfnLaunchTemplate(one) && one.launchTemplateName === name,
  );
}

function needed(launch: Launch | undefined, construct: IConstruct, given: unknown): Launch {
  if (launch === undefined) {
    const message = `The launch template of ${construct.node.path} is not one of this app.`;
    const received = given === undefined ? undefined : show(Stack.of(construct).resolve(given));
    const found = issue(IssueCode.LAUNCH_TEMPLATE_OUTSIDE_APP, { path: 'launchTemplate', message, received });
    throwOnErrors([found], construct);
  }
  return launch!;
}
