import type { IConstruct } from 'constructs';
import { NodeTaint, TaintEffect } from '../node';
import { BottlerocketIssue } from '../settings';

/**
 * Something that Bottlerocket nodes come from, such as a node group of this library.
 */
export interface INodeSource extends IConstruct {
  /**
   * What the update operator must know to update the nodes in place.
   *
   * @internal
   */
  _inPlaceUpdates(): InPlaceUpdates;
}

/** What a source of nodes offers to what updates them in place. */
export interface InPlaceUpdates {
  /** The name of the cluster that the nodes join; undefined when it is not known. */
  readonly clusterName?: string;

  /**
   * Errors when the nodes must not be updated in place, such as IssueCode.NODES_UPDATED_OTHERWISE of what Karpenter launches,
   * and warnings. Asked when the nodes are attached, and again at synthesis.
   */
  issues(): readonly BottlerocketIssue[];

  /** Gives all nodes a label, in the one place where they get their labels from. Returns what is wrong with that. */
  addLabel(key: string, value: string): readonly BottlerocketIssue[];

  /** The taints of the nodes. Asked at synthesis, when all of them are there. */
  taints(): readonly KnownTaint[];
}

/** A taint, as far as it is known. Without an effect it may have any. */
export interface KnownTaint extends Pick<NodeTaint, 'key' | 'value'> {
  readonly effect?: TaintEffect;
}
