import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';
import { checkCapacity, checkInstanceCount, checkSizes, isOutside, known, Report, Sizes } from '../node/group-checks';
import { checkKubernetesVersion } from './common-checks';
import { BottlerocketManagedNodegroupOptions, NodeRepairOptions } from './managed-nodegroup-props';

/** The sizes that a node group gets from what users say. */
export function sizesOf(options: BottlerocketManagedNodegroupOptions): Sizes {
  const { minSize, maxSize } = options;
  const usual = known(maxSize) ? Math.min(2, maxSize) : 2;
  const desiredSize = options.desiredSize ?? minSize ?? usual;
  return { minSize: minSize ?? Math.min(1, usual), desiredSize, maxSize: maxSize ?? desiredSize };
}

/** What EKS would refuse at deployment, as far as it can be said before. */
export function checkNodegroup(options: BottlerocketManagedNodegroupOptions): BottlerocketIssue[] {
  const issues: BottlerocketIssue[] = [];
  const report: Report = (code, finding) => issues.push(issue(code, finding));
  checkInstanceCount(options, 'A managed node group', 20, report);
  // What nobody has given is not what is wrong.
  checkSizes({ ...sizesOf(options), desiredSize: options.desiredSize }, 'EKS', report);
  checkCapacity(options, report);
  checkUpdateConfig(options, report);
  checkNodeRepair(options.nodeRepair ?? {}, report);
  checkKubernetesVersion(options.kubernetesVersion, report);
  if ((options.taints ?? []).length > 50) {
    report(IssueCode.TOO_MANY_TAINTS, {
      path: 'taints',
      message: 'A managed node group cannot have this many taints.',
      received: `${options.taints!.length} taints`,
      expected: 'at most 50',
    });
  }
  return issues;
}

function checkUpdateConfig(options: BottlerocketManagedNodegroupOptions, report: Report): void {
  exclusive(options, 'maxUnavailable', 'maxUnavailablePercentage', '', IssueCode.INVALID_UPDATE_CONFIG, report);
}

function checkNodeRepair(options: NodeRepairOptions, report: Report): void {
  const code = IssueCode.INVALID_NODE_REPAIR;
  const prefix = 'nodeRepair.';
  exclusive(options, 'maxParallelNodesRepairedCount', 'maxParallelNodesRepairedPercentage', prefix, code, report);
  exclusive(options, 'maxUnhealthyNodeThresholdCount', 'maxUnhealthyNodeThresholdPercentage', prefix, code, report);
  const given = Object.entries(options).filter(([key, value]) => key !== 'enabled' && value !== undefined);
  if (options.enabled === false && given.length > 0) {
    report(code, {
      path: 'nodeRepair',
      message: 'Repair is off, so that its limits say nothing.',
      received: given.map(([key]) => key).join(', '),
      fix: 'Remove them, or enabled: false.',
    });
  }
}

/** Two ways to say one limit: a count and a percentage, both from 1 to 100. */
function exclusive<T extends object>(
  options: T,
  count: keyof T & string,
  percentage: keyof T & string,
  prefix: string,
  code: IssueCode,
  report: Report,
): void {
  for (const name of [count, percentage]) {
    const value = options[name] as number | undefined;
    if (isOutside(value, 1, 100)) {
      report(code, {
        path: `${prefix}${name}`,
        message: 'EKS does not take this number.',
        received: String(value),
        expected: 'a whole number from 1 to 100',
      });
    }
  }
  if (options[count] !== undefined && options[percentage] !== undefined) {
    report(code, {
      path: `${prefix}${percentage}`,
      message: `EKS takes either ${count} or ${percentage}.`,
      fix: 'Remove one of the two.',
    });
  }
}
