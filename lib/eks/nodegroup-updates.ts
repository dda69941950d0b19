import { Stack, Token } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue, show } from '../settings/report';
import { fromEksEffect } from './eks-taints';
import { INodeSource, InPlaceUpdates, KnownTaint } from './node-source';

/** The label of the update operator, with a value that its agent does not look for. */
export function updaterLabelConflict(key: string, given: unknown, value: string): BottlerocketIssue {
  return issue(IssueCode.UPDATER_LABEL_CONFLICT, {
    path: `labels[${JSON.stringify(key)}]`,
    message: 'The agent of the update operator would not run on these nodes.',
    received: show(given),
    expected: show(value),
  });
}

/** What else there is to know of a managed node group. */
export interface NodegroupUpdatesOptions {
  /** The property that pins the release. */
  readonly releasePath?: string;
  /** Taints from elsewhere. */
  readonly moreTaints?: () => KnownTaint[];
}

/** How the update operator deals with the nodes of a managed node group: labels and taints are those of the node group. */
export class NodegroupUpdates implements InPlaceUpdates {
  public constructor(
    private readonly resource: eks.CfnNodegroup,
    private readonly options: NodegroupUpdatesOptions = {},
  ) {}

  public get clusterName(): string {
    return this.resource.clusterName;
  }

  public issues(): BottlerocketIssue[] {
    const { amiType, releaseVersion, launchTemplate } = this.resource;
    // EKS takes Amazon Linux when nothing says what to take.
    const image = amiType ?? (launchTemplate === undefined ? 'none' : undefined);
    if (image === undefined || CDK_TOKENS.isToken(image) || image === 'CUSTOM') {
      return [];
    }
    if (!image.startsWith('BOTTLEROCKET_')) {
      return [
        issue(IssueCode.NODES_NOT_BOTTLEROCKET, {
          path: 'amiType',
          message: 'The agent of the update operator cannot run on these nodes.',
          received: image,
          expected: 'one that begins with BOTTLEROCKET_',
        }),
      ];
    }
    const { releasePath: path = 'releaseVersion' } = this.options;
    const message =
      'No release is given, so that EKS replaces nodes by ones with the newest release from time to time.';
    return releaseVersion === undefined ? [issue(IssueCode.NODES_FLOAT_ON_LATEST, { path, message })] : [];
  }

  public addLabel(key: string, value: string): BottlerocketIssue[] {
    const { labels } = this.resource;
    if (Token.isUnresolved(labels)) {
      this.resource.addPropertyOverride(`Labels.${key.replace(/\./g, '\\.')}`, value);
      return [];
    }
    const given = (labels as Readonly<Record<string, string>> | undefined)?.[key];
    if (given !== undefined && given !== value) {
      return [updaterLabelConflict(key, given, value)];
    }
    this.resource.labels = { ...labels, [key]: value };
    return [];
  }

  public taints(): KnownTaint[] {
    const taints: unknown = Stack.of(this.resource).resolve(this.resource.taints);
    const own = (Array.isArray(taints) ? (taints as eks.CfnNodegroup.TaintProperty[]) : []).flatMap(
      ({ key, value, effect }) => (key === undefined ? [] : [{ key, value, effect: fromEksEffect(effect) }]),
    );
    return [...own, ...(this.options.moreTaints?.() ?? [])];
  }
}

/** The same for a node group that something else than this library made; an issue when it is not in this app. */
export function updatesOf(nodegroup: eks.INodegroupRef): InPlaceUpdates | BottlerocketIssue {
  if ('_inPlaceUpdates' in nodegroup) {
    return (nodegroup as unknown as INodeSource)._inPlaceUpdates();
  }
  const resource = [nodegroup, nodegroup.node.defaultChild].find((found) => eks.CfnNodegroup.isCfnNodegroup(found));
  return resource === undefined
    ? issue(IssueCode.NODES_OUTSIDE_OF_APP, {
        path: 'nodegroup',
        message: 'The node group is imported, so that its nodes cannot be labelled from here.',
        received: nodegroup.node.path,
      })
    : new NodegroupUpdates(resource);
}
