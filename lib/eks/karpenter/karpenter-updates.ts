import { BottlerocketIssue, IssueCode } from '../../settings';
import { issue } from '../../settings/report';
import { InPlaceUpdates, KnownTaint } from '../node-source';

/** How the update operator deals with nodes of Karpenter: not at all. */
export class KarpenterUpdates implements InPlaceUpdates {
  public constructor(public readonly clusterName: string) {}

  public issues(): BottlerocketIssue[] {
    return [
      issue(IssueCode.NODES_UPDATED_OTHERWISE, {
        path: 'nodes',
        message: 'Karpenter replaces its nodes when their image changes, and does not see updates in place.',
      }),
    ];
  }

  public addLabel(): BottlerocketIssue[] {
    return this.issues();
  }

  public taints(): KnownTaint[] {
    return [];
  }
}
