import { CfnParameter, CfnResource, Stack, Token } from 'aws-cdk-lib';
import type * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import type * as eks from 'aws-cdk-lib/aws-eks';
import type { IConstruct } from 'constructs';
import { TaintEffect } from '../node';
import type { NodegroupMarks } from '../node/given-twice';
import { BottlerocketAmiType } from '../os';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode, UserDataTarget } from '../settings';
import { issue, show } from '../settings/report';
import { asList, asObject, CloudFormationTemplate, imageOfAmiType, imageOfId, TemplateImage } from '../template';
import type { Launch } from './launch';
import { isAutoScalingGroup, isNodegroup, namedLaunchesOf } from './launches-of';
import { referredResource } from './references';

/** What an app says of nodes beside their settings. What it does not say is undefined. */
export interface NodeFacts {
  readonly image: TemplateImage;
  /** Who reads the user data first. */
  readonly target: UserDataTarget;
  readonly instanceTypes: readonly string[];
  /** What uses the launch template, as far as it is known by now. */
  readonly groups: readonly CfnResource[];
}

/** What is known of the nodes that are launched like this. Groups that use a launch template may come later. */
export function nodeFacts(launch: Launch): NodeFacts {
  const groups = groupsOf(launch);
  const imageId = launch.resolved('imageId');
  const nodegroups = groups.filter((group) => isNodegroup(group));
  const ofTypes = imageId === undefined ? nodegroups.map(imageOfNodegroup) : [];
  const ownType = launch.resolved('instanceType');
  const types = [ownType, ...groups.flatMap(instanceTypesOf)];
  return {
    image: imageId === undefined ? common(ofTypes) : imageOfId(imageId, parametersOf(launch.resource)),
    // With an image of users, EKS passes the user data on as it is.
    target: nodegroups.length > 0 && imageId === undefined ? UserDataTarget.EKS_MANAGED : UserDataTarget.EC2,
    instanceTypes: [
      ...new Set(types.filter((type) => typeof type === 'string' && !CDK_TOKENS.isToken(type))),
    ] as string[],
    groups,
  };
}

/** Settings of Bottlerocket do nothing on another system, or keep it from starting. */
export function checkImage({ image, groups }: NodeFacts, launch: Launch): BottlerocketIssue[] {
  if (image.isBottlerocket !== false) {
    return [];
  }
  const nodegroup = groups.find((group) => isNodegroup(group));
  return nodegroup !== undefined && launch.get('imageId') === undefined
    ? [notBottlerocket(nodegroup, 'has no AMI type of Bottlerocket')]
    : [
        issue(IssueCode.SETTINGS_FOR_OTHER_IMAGE, {
          path: launch.pathOf('imageId'),
          message: `The image of ${launch.resource.node.path} is not one of Bottlerocket.`,
          received: image.parameter ?? show(launch.resolved('imageId')),
        }),
      ];
}

/** The issue of a node group that has another AMI type than those of Bottlerocket. */
export function notBottlerocket(nodegroup: eks.CfnNodegroup, why: string): BottlerocketIssue {
  return issue(IssueCode.NODEGROUP_NOT_BOTTLEROCKET, {
    path: 'amiType',
    message: `${nodegroup.node.path} ${why}.`,
    received: nodegroup.amiType === undefined ? 'no amiType' : show(nodegroup.amiType),
    expected: Object.values(BottlerocketAmiType).join(', '),
    fix: `Pass an AMI type of Bottlerocket to the node group, such as amiType: eks.NodegroupAmiType.${memberLike(nodegroup.amiType)}.`,
  });
}

/** The AMI type of Bottlerocket for the hardware of another one, as aws-cdk-lib names it. */
function memberLike(amiType: string | undefined): string {
  const architecture = /ARM/.test(amiType ?? '') ? 'ARM_64' : 'X86_64';
  return `BOTTLEROCKET_${architecture}${/GPU|NVIDIA/.test(amiType ?? '') ? '_NVIDIA' : ''}`;
}

/** The image of a node group without an image in its launch template. */
export function imageOfNodegroup(nodegroup: eks.CfnNodegroup): TemplateImage {
  const { amiType, releaseVersion } = nodegroup;
  if (CDK_TOKENS.isToken(amiType)) {
    return {};
  }
  // Left out, EKS takes Amazon Linux.
  const image = amiType === undefined ? { isBottlerocket: false } : imageOfAmiType(amiType, kubernetesOf(nodegroup));
  return { ...image, osVersion: CDK_TOKENS.isToken(releaseVersion) ? undefined : releaseVersion };
}

/** The labels and taints of a node group, as far as they are known. */
export function marksOf({ labels, taints }: eks.CfnNodegroup): NodegroupMarks {
  const listed = Array.isArray(taints) ? (taints as eks.CfnNodegroup.TaintProperty[]) : [];
  return {
    labels: Token.isUnresolved(labels) ? undefined : (labels as NodegroupMarks['labels']),
    taints: listed.flatMap(({ key, value, effect }) => {
      // EKS spells effects as TaintEffect names them.
      const known = TaintEffect[effect as keyof typeof TaintEffect] as TaintEffect | undefined;
      return key === undefined || known === undefined ? [] : [{ key, value, effect: known }];
    }),
  };
}

/** Node groups with several images may share a launch template. What they differ in is not known then. */
function common(images: readonly TemplateImage[]): TemplateImage {
  const [first = {}, ...others] = images;
  return Object.fromEntries(
    Object.entries(first).filter(([key, value]) => others.every((one) => one[key as keyof TemplateImage] === value)),
  );
}

function kubernetesOf(nodegroup: eks.CfnNodegroup): string | undefined {
  const cluster = referredResource(nodegroup.clusterName, nodegroup) as { readonly version?: unknown } | undefined;
  // The constructs of aws-cdk-lib know it, even where the cluster is a custom resource.
  const parent = nodegroup.node.scope as { readonly cluster?: { readonly version?: { readonly version?: unknown } } };
  const versions = [nodegroup.version, cluster?.version, parent.cluster?.version?.version];
  return versions.find((version): version is string => typeof version === 'string' && !CDK_TOKENS.isToken(version));
}

function groupsOf(launch: Launch): CfnResource[] {
  return launch.resource.node.root.node.findAll().filter((one): one is CfnResource => {
    return (
      (isNodegroup(one) || isAutoScalingGroup(one)) &&
      namedLaunchesOf(one).some((named) => named.launch?.resource === launch.resource)
    );
  });
}

function instanceTypesOf(group: IConstruct): readonly unknown[] {
  if (isNodegroup(group)) {
    return asList(group.instanceTypes);
  }
  const { mixedInstancesPolicy } = group as autoscaling.CfnAutoScalingGroup;
  const overrides = asList(asObject(asObject(mixedInstancesPolicy)?.launchTemplate)?.overrides);
  return overrides.map((override) => asObject(override)?.instanceType);
}

/** The parameters of the stack, among them those that hold the ids of images, as a template has them. */
function parametersOf(resource: CfnResource): CloudFormationTemplate {
  const stack = Stack.of(resource);
  const parameters = stack.node.findAll().filter((one) => one instanceof CfnParameter);
  return new CloudFormationTemplate({
    Parameters: Object.fromEntries(
      parameters.map(({ logicalId, type, default: value }) => [
        stack.resolve(logicalId) as string,
        { Type: type, Default: stack.resolve(value) as unknown },
      ]),
    ),
  });
}
