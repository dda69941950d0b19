import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { Finding, issue, show } from '../settings/report';
import {
  BottlerocketManagedNodegroupOptions,
  NodegroupCapacityType,
  NodeRepairOptions,
} from './managed-nodegroup-props';

/** The sizes of a node group, with defaults. Any of them may be a token. */
export interface Sizes {
  readonly minSize: number;
  readonly desiredSize: number;
  readonly maxSize: number;
}

/** The sizes that a node group gets from what users say. */
export function sizesOf(options: BottlerocketManagedNodegroupOptions): Sizes {
  const { minSize, maxSize } = options;
  const usual = known(maxSize) ? Math.min(2, maxSize!) : 2;
  const desiredSize = options.desiredSize ?? minSize ?? usual;
  return { minSize: minSize ?? Math.min(1, usual), desiredSize, maxSize: maxSize ?? desiredSize };
}

/** What EKS would refuse at deployment, as far as it can be said before. */
export function checkNodegroup(options: BottlerocketManagedNodegroupOptions): BottlerocketIssue[] {
  const issues: BottlerocketIssue[] = [];
  const report: Report = (code, finding) => issues.push(issue(code, finding));
  checkInstanceTypes(options, report);
  checkSizes(sizesOf(options), report);
  checkCapacity(options, report);
  checkUpdateConfig(options, report);
  checkNodeRepair(options.nodeRepair ?? {}, report);
  checkReleaseVersion(options.releaseVersion, report);
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

type Report = (code: IssueCode, finding: Finding) => void;

function known(value: number | undefined): boolean {
  return value !== undefined && !CDK_TOKENS.isToken(value);
}

function isOutside(value: number | undefined, min: number, max: number): boolean {
  return known(value) && !(Number.isInteger(value) && value! >= min && value! <= max);
}

function checkInstanceTypes({ instanceTypes }: BottlerocketManagedNodegroupOptions, report: Report): void {
  if (instanceTypes.length < 1 || instanceTypes.length > 20) {
    report(IssueCode.NO_INSTANCE_TYPES, {
      path: 'instanceTypes',
      message: 'A managed node group cannot have this many instance types.',
      received: `${instanceTypes.length} instance types`,
      expected: '1 to 20',
    });
  }
}

function checkSizes({ minSize, desiredSize, maxSize }: Sizes, report: Report): void {
  const refuse = (path: string, message: string, received: number, expected: string) =>
    report(IssueCode.INVALID_SCALING, { path, message, received: String(received), expected });
  if (isOutside(minSize, 0, Infinity)) {
    refuse('minSize', 'EKS does not take this size.', minSize, 'a whole number from 0');
  }
  if (isOutside(maxSize, 1, Infinity)) {
    refuse('maxSize', 'EKS does not take this size.', maxSize, 'a whole number from 1');
  }
  if (isOutside(desiredSize, 0, Infinity)) {
    refuse('desiredSize', 'EKS does not take this size.', desiredSize, 'a whole number from 0');
  }
  if (known(minSize) && known(desiredSize) && desiredSize < minSize) {
    refuse('desiredSize', `The size is below minSize (${minSize}).`, desiredSize, `a whole number from ${minSize}`);
  }
  if (known(maxSize) && known(desiredSize) && desiredSize > maxSize) {
    refuse('desiredSize', `The size is above maxSize (${maxSize}).`, desiredSize, `a whole number up to ${maxSize}`);
  } else if (known(maxSize) && known(minSize) && minSize > maxSize) {
    refuse('minSize', `The size is above maxSize (${maxSize}).`, minSize, `a whole number up to ${maxSize}`);
  }
}

function checkCapacity(options: BottlerocketManagedNodegroupOptions, report: Report): void {
  const block = options.capacityType === NodegroupCapacityType.CAPACITY_BLOCK;
  if (block && options.capacityReservationId === undefined) {
    report(IssueCode.INVALID_CAPACITY, {
      path: 'capacityReservationId',
      message: 'The capacity type CAPACITY_BLOCK needs the id of the reservation.',
      expected: 'an id such as cr-0123456789abcdef0',
    });
  }
  if (block && options.instanceTypes.length > 1) {
    report(IssueCode.INVALID_CAPACITY, {
      path: 'instanceTypes',
      message: 'A Capacity Block has one instance type.',
      received: `${options.instanceTypes.length} instance types`,
      expected: '1',
    });
  }
  if (!block && options.capacityReservationId !== undefined) {
    report(IssueCode.INVALID_CAPACITY, {
      path: 'capacityReservationId',
      message: 'Only the capacity type CAPACITY_BLOCK takes a reservation.',
      received: options.capacityReservationId,
      fix: 'Pass capacityType: NodegroupCapacityType.CAPACITY_BLOCK, or leave the reservation out.',
    });
  }
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

function checkKubernetesVersion(version: string | undefined, report: Report): void {
  if (version !== undefined && !CDK_TOKENS.isToken(version) && !/^1\.\d\d$/.test(version)) {
    report(IssueCode.INVALID_KUBERNETES_VERSION, {
      path: 'kubernetesVersion',
      message: 'This is not how EKS names versions of Kubernetes.',
      received: show(version),
      expected: 'two numbers such as 1.35',
    });
  }
}

/** The SSM parameter image_version of a variant has the form that EKS wants. */
function checkReleaseVersion(version: string | undefined, report: Report): void {
  if (version === undefined || CDK_TOKENS.isToken(version) || /^\d+\.\d+\.\d+-[0-9a-f]{8}$/.test(version)) {
    return;
  }
  let message = 'This is not a release of Bottlerocket.';
  let fix: string | undefined;
  if (/^v\d+\.\d+\.\d+-[0-9a-f]{8}$/.test(version)) {
    message = 'EKS wants releases without the leading v.';
    fix = `Write ${version.slice(1)}.`;
  } else if (/^v?\d+\.\d+\.\d+$/.test(version)) {
    message = 'The commit that the release was built from is missing.';
  } else if (/^v?1\.\d+$/.test(version)) {
    message = 'This looks like a version of Kubernetes, not of Bottlerocket.';
  }
  report(IssueCode.INVALID_RELEASE_VERSION, {
    path: 'releaseVersion',
    message,
    received: version,
    expected: 'a release with its commit, such as 1.62.1-ea1afdd6',
    fix,
  });
}
