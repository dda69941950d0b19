import { Reference, Stack, Tokenization } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';
import { tryRead } from './cluster-facts';
import type { EcsUpdaterInstanceTag } from './ecs-updater-props';

/** The properties of an Auto Scaling group, and of what else may be taken for one, that matter here. */
interface AnyCapacity {
  readonly role?: iam.IRole;
  readonly userData?: ec2.UserData;
  readonly spotPrice?: string;
}

/** The CloudFormation resource of an Auto Scaling group; undefined when it is imported. */
export function resourceOf(group: IConstruct): autoscaling.CfnAutoScalingGroup | undefined {
  return [group, group.node.defaultChild].find((it) => autoscaling.CfnAutoScalingGroup.isCfnAutoScalingGroup(it));
}

/** Gives the role of the instances the right to register with Systems Manager, if it can be changed. */
export function grantSsmAccess(group: autoscaling.IAutoScalingGroupRef): BottlerocketIssue[] {
  const role = tryRead(() => (group as AnyCapacity).role);
  if (role === undefined || !iam.CfnRole.isCfnRole(role.node.defaultChild)) {
    const message = `The role of the instances of ${group.node.path} is not known, or cannot be changed.`;
    return [issue(IssueCode.SSM_ACCESS_UNKNOWN, { path: 'autoScalingGroup', message })];
  }
  role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSSMManagedInstanceCore'));
  return [];
}

/** What keeps the instances of an attached group from being updated, as far as it can be seen at synthesis. */
export function checkCapacity(
  group: autoscaling.IAutoScalingGroupRef,
  instanceTag: EcsUpdaterInstanceTag,
): BottlerocketIssue[] {
  const resource = resourceOf(group);
  return [
    ...(resource === undefined ? notTagged(group, instanceTag) : checkTag(resource, instanceTag)),
    ...(resource !== undefined && isSpotOnly(group, resource) ? spotOnly(group) : []),
    ...checkControlContainer(group),
  ];
}

/** Whether the user data says that instances run Bottlerocket. */
export function runsBottlerocket(group: IConstruct): boolean {
  const text = tryRead(() => (group as AnyCapacity).userData?.render());
  return text !== undefined && /^\s*\[settings[\].]/m.test(text);
}

function notTagged(group: IConstruct, { key, value }: EcsUpdaterInstanceTag): BottlerocketIssue[] {
  const message = `${group.node.path} is imported. Its instances need the tag ${key} with the value ${value}.`;
  return [issue(IssueCode.CAPACITY_NOT_TAGGED, { path: 'autoScalingGroup', message })];
}

function checkTag(
  resource: autoscaling.CfnAutoScalingGroup,
  { key, value }: EcsUpdaterInstanceTag,
): BottlerocketIssue[] {
  const tags = (resource.tags.renderTags() ?? []) as autoscaling.CfnAutoScalingGroup.TagPropertyProperty[];
  if (tags.some((tag) => tag.key === key && tag.value === value && tag.propagateAtLaunch === true)) {
    return [];
  }
  const message = `${resource.node.path} does not give its instances the tag of the updater.`;
  const expected = `the tag ${key} with the value ${value}, propagated at launch`;
  return [issue(IssueCode.INSTANCE_TAG_MISSING, { path: 'autoScalingGroup', message, expected })];
}

function spotOnly(group: IConstruct): BottlerocketIssue[] {
  const message = `All instances of ${group.node.path} are Spot Instances.`;
  return [issue(IssueCode.SPOT_ONLY_CAPACITY, { path: 'autoScalingGroup', message })];
}

function isSpotOnly(group: IConstruct, resource: autoscaling.CfnAutoScalingGroup): boolean {
  const stack = Stack.of(resource);
  const mixed = stack.resolve(resource.mixedInstancesPolicy) as
    autoscaling.CfnAutoScalingGroup.MixedInstancesPolicyProperty | undefined;
  if (mixed !== undefined) {
    const { onDemandBaseCapacity = 0, onDemandPercentageAboveBaseCapacity = 100 } = (mixed.instancesDistribution ??
      {}) as autoscaling.CfnAutoScalingGroup.InstancesDistributionProperty;
    return onDemandBaseCapacity === 0 && onDemandPercentageAboveBaseCapacity === 0;
  }
  return (group as AnyCapacity).spotPrice !== undefined || launchesSpot(resource);
}

/** Whether the launch template of a group, if it is part of the app, asks for Spot Instances. */
function launchesSpot(resource: autoscaling.CfnAutoScalingGroup): boolean {
  const { launchTemplateId } = (resource.launchTemplate ?? {}) as { readonly launchTemplateId?: string };
  const [reference] = Tokenization.reverseString(launchTemplateId ?? '').tokens;
  const template = Reference.isReference(reference) ? reference.target : undefined;
  if (!ec2.CfnLaunchTemplate.isCfnLaunchTemplate(template)) {
    return false;
  }
  const data = Stack.of(template).resolve(template.launchTemplateData) as
    ec2.CfnLaunchTemplate.LaunchTemplateDataProperty | undefined;
  const market = data?.instanceMarketOptions as ec2.CfnLaunchTemplate.InstanceMarketOptionsProperty | undefined;
  return market?.marketType === 'spot';
}

/** The user data of this library can be asked for a setting. */
interface AskableUserData {
  _valueAt?(...path: string[]): unknown;
}

function checkControlContainer(group: IConstruct): BottlerocketIssue[] {
  const userData = tryRead(() => (group as AnyCapacity).userData) as AskableUserData | undefined;
  if (userData?._valueAt?.('host-containers', 'control', 'enabled') !== false) {
    return [];
  }
  const message = `The settings of ${group.node.path} disable the control container.`;
  return [issue(IssueCode.CONTROL_CONTAINER_DISABLED, { path: 'settings.host-containers.control.enabled', message })];
}
