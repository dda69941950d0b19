import { DATA_DEVICE, OS_DEVICE } from '../../os/devices';
import { IssueCode } from '../../settings/generated/issue-code.generated';
import { variantModel } from '../../settings/model/variants';
import { asList, asObject, LaunchVolume, NodeKind } from '../../template';
import { NodeRule, NodeView, RuleReport } from './rule';

/** How instances are launched: volumes, metadata, and what launches them. */
export const LAUNCH_RULES: readonly NodeRule[] = [
  rootVolume,
  dataVolume,
  metadata,
  launchConfiguration,
  notForNodegroups,
];

/** Karpenter itself gives the first volume as much, in GiB, and the OS does not mind. */
const HARMLESS_ROOT = 4;

function rootVolume(view: NodeView, report: RuleReport): void {
  const { kind, image, launch } = view.node;
  const diskSize = kind === NodeKind.MANAGED_NODEGROUP ? view.property('DiskSize') : undefined;
  const size = gibibytes(volume(launch?.volumes, OS_DEVICE)?.sizeGiB);
  const largest = Math.max(HARMLESS_ROOT, variantModel(image.variant ?? '')?.osVolumeGiB ?? 6);
  const expected = `a size for ${DATA_DEVICE} only`;
  if (diskSize !== undefined) {
    report(IssueCode.ROOT_VOLUME_GROWN, {
      path: 'DiskSize',
      message: `The disk size of a managed node group is that of ${OS_DEVICE}; images and pods use ${DATA_DEVICE}.`,
      received: typeof diskSize === 'number' ? `${diskSize} GiB` : undefined,
      expected,
      fix: `Leave DiskSize out, and give the size to ${DATA_DEVICE} in a launch template.`,
    });
  }
  if (size !== undefined && size > largest) {
    report(IssueCode.ROOT_VOLUME_GROWN, {
      path: 'BlockDeviceMappings',
      message: `${OS_DEVICE} holds the OS only, and its image is smaller.`,
      received: `${size} GiB`,
      expected,
    });
  }
}

function dataVolume({ node }: NodeView, report: RuleReport): void {
  const { kind, launch } = node;
  const volumes = launch?.volumes ?? [];
  const isUnknown =
    // Karpenter encrypts, unless it is told what volumes there are.
    (kind === NodeKind.NODE_CLASS && volumes.length === 0) ||
    (launch === undefined &&
      (kind !== NodeKind.MANAGED_NODEGROUP || node.resource.properties.LaunchTemplate !== undefined)) ||
    volumes.some(({ deviceName }) => typeof deviceName !== 'string');
  const data = volume(volumes, DATA_DEVICE);
  const { encrypted, snapshotId } = data ?? {};
  // A volume from an encrypted snapshot is encrypted.
  const mayBe =
    (typeof encrypted === 'object' && encrypted !== null) || (encrypted === undefined && snapshotId !== undefined);
  if (!isUnknown && !mayBe && encrypted !== true && encrypted !== 'true') {
    report(IssueCode.DATA_VOLUME_NOT_ENCRYPTED, {
      path: launch === undefined ? 'LaunchTemplate' : 'BlockDeviceMappings',
      message: data === undefined ? `Nothing is said of ${DATA_DEVICE}.` : `${DATA_DEVICE} is not encrypted.`,
      expected: `a mapping for ${DATA_DEVICE} with Encrypted true`,
    });
  }
}

function metadata({ node }: NodeView, report: RuleReport): void {
  const { kind, image, launch } = node;
  const tokens = launch?.httpTokens;
  const isEnforced =
    launch === undefined || kind === NodeKind.NODE_CLASS || variantModel(image.variant ?? '')?.imdsV2 === true;
  if (tokens === 'optional' || (tokens === undefined && !isEnforced)) {
    report(IssueCode.IMDS_V1_ALLOWED, {
      path: 'MetadataOptions',
      message:
        tokens === undefined
          ? 'Nothing requires sessions for the instance metadata.'
          : 'Sessions for the instance metadata are optional.',
      received: tokens,
      expected: 'HttpTokens: required',
    });
  }
}

function launchConfiguration({ node }: NodeView, report: RuleReport): void {
  if (node.launch?.resource.type === 'AWS::AutoScaling::LaunchConfiguration') {
    report(IssueCode.LAUNCH_CONFIGURATION_USED, {
      path: 'LaunchConfigurationName',
      message: 'The nodes are launched from a launch configuration.',
    });
  }
}

function notForNodegroups({ node }: NodeView, report: RuleReport): void {
  if (node.kind !== NodeKind.MANAGED_NODEGROUP || node.launch === undefined) {
    return;
  }
  const data = asObject(node.launch.resource.properties.LaunchTemplateData) ?? {};
  const refused = ['IamInstanceProfile', 'InstanceInitiatedShutdownBehavior', 'HibernationOptions'].filter(
    (name) => data[name] !== undefined,
  );
  if (asList(data.NetworkInterfaces).some((one) => asObject(one)?.SubnetId !== undefined)) {
    refused.push('NetworkInterfaces.SubnetId');
  }
  if (refused.length > 0) {
    report(IssueCode.LAUNCH_TEMPLATE_NOT_FOR_NODEGROUPS, {
      path: refused[0]!,
      message: `The launch template has ${refused.join(', ')}, which Amazon EKS refuses.`,
    });
  }
}

function volume(volumes: readonly LaunchVolume[] = [], device: string): LaunchVolume | undefined {
  return volumes.find(({ deviceName }) => deviceName === device);
}

/** A number, or a quantity of Kubernetes such as 50Gi. */
function gibibytes(size: unknown): number | undefined {
  const match = /^(\d+)(Gi|G|Ti|T)?$/.exec(typeof size === 'number' || typeof size === 'string' ? String(size) : '');
  return match === null ? undefined : Number(match[1]) * (match[2]?.startsWith('T') === true ? 1024 : 1);
}
