import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import type { IConstruct } from 'constructs';
import { BottlerocketUserData } from '../node';
import { checkCapacity, checkInstanceCount, checkSizes, groupSizes, Report, usesSpot } from '../node/group-checks';
import { checkDistribution, checkWeights } from '../node/mixed-instances-checks';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';
import { checkKubernetesVersion } from './common-checks';
import { BottlerocketSelfManagedNodegroupOptions } from './self-managed-nodegroup-props';

/** What Auto Scaling and the OS would refuse, as far as it can be said before. */
export function checkGroup(options: BottlerocketSelfManagedNodegroupOptions): BottlerocketIssue[] {
  const issues: BottlerocketIssue[] = [];
  const report: Report = (code, finding) => issues.push(issue(code, finding));
  checkInstanceCount(options, 'An Auto Scaling group', 40, report);
  checkSizes(groupSizes(options), 'Auto Scaling', report);
  checkCapacity(options, report);
  checkDistribution(options, report);
  checkWeights(options, report);
  checkWarmPool(options, report);
  checkKubernetesVersion(options.kubernetesVersion, report);
  issues.push(...(options.updatePolicy?._findIssues(options.signals !== undefined) ?? []));
  return issues;
}

function checkWarmPool(options: BottlerocketSelfManagedNodegroupOptions, report: Report): void {
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
  { warmPool }: BottlerocketSelfManagedNodegroupOptions,
  userData: BottlerocketUserData,
): BottlerocketIssue[] {
  const added = group.node.tryFindChild('WarmPool') !== undefined;
  return added && warmPool === undefined && userData._valueAt('autoscaling', 'should-wait') !== true
    ? [
        issue(IssueCode.INVALID_WARM_POOL, {
          path: 'warmPool',
          message: 'Nodes in this warm pool would join the cluster while they wait, and then fail.',
          fix: 'Pass warmPool to the node group instead of adding it to its Auto Scaling group.',
        }),
      ]
    : [];
}
