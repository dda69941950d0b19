import { Size } from 'aws-cdk-lib';
import type * as eks from 'aws-cdk-lib/aws-eks';
import { BottlerocketVolumes } from '../node';
import { checkMetadataOptions } from '../node/metadata-options';
import { checkVolumes } from '../node/volumes';
import { BottlerocketAmiType } from '../os';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { Finding, issue, show } from '../settings/report';
import { imageOfAmiType, TemplateImage } from '../template/node-image';
import type { NodegroupLaunchTemplateOptions } from './nodegroup-launch-template';

/** What a node group says of its nodes, and why it cannot have a launch template. */
export interface NodegroupFacts {
  readonly image: TemplateImage;
  /** The release; undefined for the latest one, or one that is only known at deployment. */
  readonly osVersion?: string;
  readonly instanceTypes: readonly string[];
  readonly issues: readonly BottlerocketIssue[];
}

/** Reads what the resource of a node group says. */
export function readNodegroup(
  { amiType, version, releaseVersion, instanceTypes, launchTemplate, remoteAccess }: eks.CfnNodegroup,
  { kubernetesVersion, metadataHopLimit }: NodegroupLaunchTemplateOptions,
): NodegroupFacts {
  const image = typeof amiType === 'string' ? imageOfAmiType(amiType, literal(kubernetesVersion ?? version)) : {};
  const issues = checkMetadataOptions({ hopLimit: metadataHopLimit }, 'metadataHopLimit');
  const report = (code: IssueCode, finding: Finding) => issues.push(issue(code, finding));
  if (image.isBottlerocket !== true) {
    report(IssueCode.NODEGROUP_NOT_BOTTLEROCKET, {
      path: 'amiType',
      message: CDK_TOKENS.isToken(amiType)
        ? 'The AMI type is only known at deployment.'
        : 'This is not an AMI type of Bottlerocket.',
      received: amiType === undefined ? 'no amiType' : show(amiType),
      expected: Object.values(BottlerocketAmiType).join(', '),
    });
  }
  if (launchTemplate !== undefined) {
    report(IssueCode.NODEGROUP_CONFLICT, {
      path: 'launchTemplate',
      message: 'This node group has a launch template already.',
      fix: 'Apply LaunchTemplateUserData, LaunchTemplateVolumes and LaunchTemplateMetadataOptions to that launch template.',
    });
  }
  if (remoteAccess !== undefined) {
    report(IssueCode.NODEGROUP_CONFLICT, {
      path: 'remoteAccess',
      message: 'EKS takes remote access only from node groups without a launch template.',
      fix: 'Remove remoteAccess. For a shell, set hostContainers: { admin: { enabled: true } } and use Session Manager.',
    });
  }
  return {
    image,
    osVersion: literal(releaseVersion),
    instanceTypes: CDK_TOKENS.isToken(instanceTypes) ? [] : (instanceTypes ?? []).flatMap((it) => literal(it) ?? []),
    issues,
  };
}

/** The volumes of the nodes. What the node group says of its disk is where images and containers are: the data volume. */
export function dataVolumeOf(
  { diskSize }: eks.CfnNodegroup,
  { osVolume, dataVolume }: BottlerocketVolumes,
): { readonly volumes: BottlerocketVolumes; readonly issues: BottlerocketIssue[] } {
  if (diskSize === undefined) {
    const volumes = { osVolume, dataVolume };
    return { volumes, issues: checkVolumes(volumes) };
  }
  const volumes = { osVolume, dataVolume: { size: Size.gibibytes(diskSize), ...dataVolume } };
  const twice = issue(IssueCode.NODEGROUP_CONFLICT, {
    path: 'diskSize',
    message: 'The node group gives the size of its disk, and dataVolume does, too.',
    received: show(diskSize),
    fix: 'Remove diskSize from the node group, or size from dataVolume.',
  });
  return { volumes, issues: [...checkVolumes(volumes), ...(dataVolume?.size === undefined ? [] : [twice])] };
}

function literal(value: string | undefined): string | undefined {
  return CDK_TOKENS.isToken(value) ? undefined : value;
}
