import { CfnResource, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as eks from 'aws-cdk-lib/aws-eks';
import type { IConstruct } from 'constructs';
import { instanceTags } from '../node/node-parts';
import { warnOnce } from '../os/warn';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue, show } from '../settings/report';
import { checkDiskSize, moveDiskSize } from './disk-size';
import { Launch } from './launch';
import { isNodegroup, launchesOf } from './launches-of';
import { checkImage, nodeFacts, notBottlerocket } from './node-facts';

const OWN_ID = 'LaunchTemplate';

/** Changes how nodes are launched, or throws and leaves it as it is: for what was found before, too. */
export type LaunchChange = (launch: Launch, found: readonly BottlerocketIssue[]) => void;

/**
 * Applies a mixin to the ways in which the nodes of a construct are launched, to each of them once. A node group without a
 * launch template gets one, unless that fails.
 */
export class NodeApplication {
  private readonly done = new WeakSet<CfnResource>();

  public constructor(private readonly change: LaunchChange) {}

  public applyTo(construct: IConstruct): void {
    if (isNodegroup(construct) && construct.launchTemplate === undefined) {
      this.applyToNew(construct);
      return;
    }
    const found = isNodegroup(construct) ? checkNodegroup(construct) : [];
    launchesOf(construct).forEach((launch) => this.apply(launch, found));
  }

  private applyToNew(nodegroup: eks.CfnNodegroup): void {
    const found = checkDiskSize(nodegroup);
    const { template, undo } = makeTemplate(nodegroup);
    try {
      this.apply(Launch.of(template)!, [...found, ...checkNodegroup(nodegroup), ...checkOwnImage(nodegroup)]);
    } catch (error) {
      undo();
      throw error;
    }
    replaceNodegroup(nodegroup);
  }

  private apply(launch: Launch, found: readonly BottlerocketIssue[]): void {
    if (!this.done.has(launch.resource)) {
      this.change(launch, [...found, ...checkImage(nodeFacts(launch), launch)]);
      this.done.add(launch.resource);
    }
  }
}

/** What EKS refuses in a node group with a launch template. */
function checkNodegroup({ diskSize, remoteAccess }: eks.CfnNodegroup): BottlerocketIssue[] {
  const fixes = {
    diskSize: 'Remove it, and apply BottlerocketNodeVolumes with this size for dataVolume, where images are.',
    remoteAccess: 'Remove it. For a shell, set hostContainers: { admin: { enabled: true } } and use Session Manager.',
  };
  return Object.entries({ diskSize, remoteAccess })
    .filter(([, value]) => value !== undefined)
    .map(([path, value]) =>
      issue(IssueCode.NODEGROUP_CONFLICT, {
        path,
        message: `EKS takes no ${path} beside a launch template.`,
        received: CDK_TOKENS.isToken(value) ? 'a token' : show(value),
        fix: fixes[path as keyof typeof fixes],
      }),
    );
}

/** The launch template that the mixin makes has no image, which is what this AMI type asks for. */
function checkOwnImage(nodegroup: eks.CfnNodegroup): BottlerocketIssue[] {
  return nodegroup.amiType === 'CUSTOM'
    ? [notBottlerocket(nodegroup, 'wants an image in its launch template, and has no launch template')]
    : [];
}

function makeTemplate(nodegroup: eks.CfnNodegroup) {
  const template = new ec2.CfnLaunchTemplate(nodegroup, OWN_ID, {
    launchTemplateData: { tagSpecifications: instanceTags(() => nodegroup.tags) },
  });
  nodegroup.launchTemplate = { id: template.ref, version: template.attrLatestVersionNumber };
  const restoreDiskSize = moveDiskSize(nodegroup, template);
  const undo = () => {
    nodegroup.node.tryRemoveChild(OWN_ID);
    nodegroup.launchTemplate = undefined;
    restoreDiskSize();
  };
  return { template, undo };
}

/**
 * EKS gives a node group its first launch template only when the group is made. With another logical id, CloudFormation
 * makes a new one, and then removes the one that may be deployed.
 */
function replaceNodegroup(nodegroup: eks.CfnNodegroup): void {
  const logicalId = Stack.of(nodegroup).resolve(nodegroup.logicalId) as string;
  nodegroup.overrideLogicalId(`${logicalId.slice(0, LONGEST_ID - SUFFIX.length)}${SUFFIX}`);
  if (nodegroup.nodegroupName !== undefined) {
    warnOnce(nodegroup, [
      issue(IssueCode.NODEGROUP_NAME_KEPT, {
        path: 'nodegroupName',
        message: 'This node group gets a launch template, and has a name of its own.',
        received: show(nodegroup.nodegroupName),
      }),
    ]);
  }
}

const SUFFIX = 'Templated';
const LONGEST_ID = 255;
