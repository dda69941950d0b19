import { CfnResource, Size, SizeRoundingBehavior } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as eks from 'aws-cdk-lib/aws-eks';
import { isOutside, known } from '../node/group-checks';
import { VOLUME_TYPES } from '../node/volume-types';
import { DATA_DEVICE } from '../os/devices';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';

/** The diskSize of a node group that its launch template has now. */
interface MovedSize {
  readonly nodegroup: eks.CfnNodegroup;
  readonly diskSize: number;
}

const MOVED = new WeakMap<CfnResource, MovedSize>();

const [LEAST, MOST] = VOLUME_TYPES[ec2.EbsDeviceVolumeType.GP3]!.size;

/** A size in GiB as a template has it; undefined for what is none. */
export function sizeIn(gibibytes: unknown): Size | undefined {
  return typeof gibibytes === 'number' && !isOutside(gibibytes, LEAST, MOST) ? Size.gibibytes(gibibytes) : undefined;
}

/** Finds out whether EC2 has volumes of the size that a node group gives. */
export function checkDiskSize({ diskSize }: eks.CfnNodegroup): BottlerocketIssue[] {
  return diskSize !== undefined && sizeIn(diskSize) === undefined
    ? [
        issue(IssueCode.INVALID_VOLUME, {
          path: 'diskSize',
          message: 'No volume has this size. EC2 takes whole GiB.',
          received: `${diskSize} GiB`,
          expected: `a whole number from ${LEAST} to ${MOST}`,
        }),
      ]
    : [];
}

/**
 * Moves the size of the disk from a node group to the launch template that was made for it, where EKS wants it. It becomes
 * that of the data volume: images and containers are there, and that is what users mean by it.
 *
 * @returns puts it back
 */
export function moveDiskSize(nodegroup: eks.CfnNodegroup, template: ec2.CfnLaunchTemplate): () => void {
  const { diskSize } = nodegroup;
  if (diskSize === undefined) {
    return () => undefined;
  }
  template.launchTemplateData = {
    ...template.launchTemplateData,
    // It goes with the instance, as it did before, whatever the image says.
    blockDeviceMappings: [{ deviceName: DATA_DEVICE, ebs: { volumeSize: diskSize, deleteOnTermination: true } }],
  };
  MOVED.set(template, { nodegroup, diskSize });
  nodegroup.diskSize = undefined;
  return () => {
    nodegroup.diskSize = diskSize;
  };
}

/**
 * Finds the size that a node group and a mixin give to one disk. The node group may have lost it to the launch template
 * long ago, by another mixin.
 */
export function checkMovedSize(template: CfnResource, size: Size | undefined): BottlerocketIssue[] {
  const moved = MOVED.get(template);
  if (moved === undefined || size === undefined) {
    return [];
  }
  const { nodegroup, diskSize } = moved;
  const ofNodegroup = known(diskSize) ? `${diskSize} GiB` : 'a token';
  const ofMixin = size.isUnresolved() ? 'a token' : `${size.toGibibytes({ rounding: SizeRoundingBehavior.NONE })} GiB`;
  return [
    issue(IssueCode.NODEGROUP_CONFLICT, {
      path: 'diskSize',
      message: `The node group ${nodegroup.node.path} gives the size of its disk, and dataVolume of the mixin does, too.`,
      received: `${ofNodegroup} by diskSize of the node group, ${ofMixin} by dataVolume.size of the mixin`,
      expected: 'one of the two',
      fix: 'Remove diskSize from the node group, or size from dataVolume.',
    }),
  ];
}
