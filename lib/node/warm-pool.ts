import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import type { IConstruct } from 'constructs';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';
import { InstanceGroup, Report, usesSpot } from './group-checks';
import type { BottlerocketUserData } from './user-data';

/** What is said of instances that wait in a warm pool. */
export interface WarmPoolRequest extends InstanceGroup {
  readonly warmPool?: autoscaling.WarmPoolOptions;
}

/** What Auto Scaling and the OS refuse of a warm pool. */
export function checkWarmPool(options: WarmPoolRequest, report: Report): void {
  const { warmPool } = options;
  const refuse = (path: string, message: string, received: string, expected: string) =>
    report(IssueCode.INVALID_WARM_POOL, { path, message, received, expected });
  if (warmPool?.poolState === autoscaling.PoolState.HIBERNATED) {
    const message = 'Bottlerocket does not support hibernation.';
    refuse('warmPool.poolState', message, 'HIBERNATED', 'PoolState.STOPPED or PoolState.RUNNING');
  }
  if (warmPool?.reuseOnScaleIn === true) {
    const message = 'A Bottlerocket node that was in the cluster cannot go back to the pool.';
    refuse('warmPool.reuseOnScaleIn', message, 'true', 'false');
  }
  if (warmPool !== undefined && usesSpot(options)) {
    refuse('warmPool', 'Auto Scaling has no warm pools for Spot Instances.', 'a warm pool', 'nothing');
  }
}

/** Finds a warm pool that was added to the Auto Scaling group itself, so that its nodes do not know of it. */
export function checkLateWarmPool(
  group: IConstruct,
  { warmPool }: { readonly warmPool?: autoscaling.WarmPoolOptions },
  userData: BottlerocketUserData,
): BottlerocketIssue[] {
  const added = group.node.tryFindChild('WarmPool') !== undefined;
  return added && warmPool === undefined && userData._valueAt('autoscaling', 'should-wait') !== true
    ? [
        issue(IssueCode.INVALID_WARM_POOL, {
          path: 'warmPool',
          message: 'Nodes in this warm pool would join the cluster while they wait, and then fail.',
          fix: 'Pass warmPool to the construct that made the Auto Scaling group, instead of adding it to the group.',
        }),
      ]
    : [];
}
