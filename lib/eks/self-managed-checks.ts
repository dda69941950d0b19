import { checkCapacity, checkInstanceCount, checkSizes, groupSizes, Report } from '../node/group-checks';
import { checkDistribution, checkWeights } from '../node/mixed-instances-checks';
import { checkWarmPool } from '../node/warm-pool';
import { BottlerocketIssue } from '../settings';
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
