import { BottlerocketUserData, NodeTaint } from '../node';
import { BottlerocketIssue } from '../settings';
import { isTable } from '../settings/model/document';
import { taintsInSettings } from './eks-taints';
import { InPlaceUpdates, KnownTaint } from './node-source';
import { updaterLabelConflict } from './nodegroup-updates';

/** A self-managed node group, as the update operator sees it. */
export interface LabelledGroup {
  readonly clusterName: string;
  readonly userData: BottlerocketUserData;
  /** The labels that the node group writes. More are added here. */
  readonly labels: Record<string, string>;
  readonly taints: readonly NodeTaint[];
  /** Called when there are more labels. */
  readonly onLabel: () => void;
}

/** How the update operator deals with nodes of a self-managed group: labels and taints are in the settings of the nodes. */
export class SelfManagedUpdates implements InPlaceUpdates {
  public constructor(private readonly group: LabelledGroup) {}

  public get clusterName(): string {
    return this.group.clusterName;
  }

  public issues(): BottlerocketIssue[] {
    return [];
  }

  public addLabel(key: string, value: string): BottlerocketIssue[] {
    const { labels, userData, onLabel } = this.group;
    const inSettings = userData._valueAt('kubernetes', 'node-labels');
    const given = labels[key] ?? (isTable(inSettings) ? inSettings[key] : undefined);
    if (given !== undefined) {
      return given === value ? [] : [updaterLabelConflict(key, given, value)];
    }
    labels[key] = value;
    onLabel();
    return userData._supply({ kubernetes: { nodeLabels: { [key]: value } } });
  }

  public taints(): KnownTaint[] {
    const { taints, userData } = this.group;
    return [...taints, ...taintsInSettings(userData._valueAt('kubernetes', 'node-taints'))];
  }
}
