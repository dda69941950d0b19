import { Duration } from 'aws-cdk-lib';
import { isOutside, known } from '../../node/group-checks';
import { checkLabels, checkTaints } from '../../node/labels';
import { CDK_TOKENS } from '../../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../../settings';
import { issue, show } from '../../settings/report';
import { KARPENTER } from '../generated/karpenter.generated';
import { KarpenterDisruptionBudget } from './disruption';
import { BottlerocketNodePoolOptions } from './node-pool-props';
import { isRequirement, KarpenterRequirement, KarpenterRequirementOperator as Operator } from './requirement';

/** What Kubernetes or Karpenter would refuse. */
export function checkNodePool(options: BottlerocketNodePoolOptions): BottlerocketIssue[] {
  const { labels = {}, taints = [], startupTaints = [], requirements = [], disruption = {} } = options;
  const { budgets = [] } = disruption;
  return [
    ...checkLabels(labels, 'labels'),
    ...Object.keys(labels).flatMap((key) => checkKey(key, `labels[${JSON.stringify(key)}]`)),
    ...checkTaints(taints, 'taints'),
    ...checkTaints(startupTaints, 'startupTaints'),
    ...checkBothTaints(options),
    ...[...taints.map(({ key }, index) => checkTaintKey(key, `taints[${index}].key`))].flat(),
    ...[...startupTaints.map(({ key }, index) => checkTaintKey(key, `startupTaints[${index}].key`))].flat(),
    ...checkRequirements(requirements),
    ...checkCount(budgets.length, 50, 'disruption.budgets'),
    ...budgets.flatMap((budget, index) => checkBudget(budget, `disruption.budgets[${index}]`)),
    ...checkNumber(options.weight, 'weight', 1, 100),
    ...checkLimits(options),
  ];
}

function invalid(path: string, message: string, received: unknown, expected: string): BottlerocketIssue {
  return issue(IssueCode.INVALID_NODE_POOL, { path, message, received: show(received), expected });
}

function checkCount(count: number, most: number, path: string): BottlerocketIssue[] {
  return count <= most ? [] : [invalid(path, 'Karpenter does not take this many.', count, `up to ${most}`)];
}

function checkNumber(value: number | undefined, path: string, min: number, max: number): BottlerocketIssue[] {
  return isOutside(value, min, max)
    ? [invalid(path, 'Karpenter does not take this number.', value, `a whole number from ${min} to ${max}`)]
    : [];
}

/** Labels whose meaning only Karpenter may give them. */
function checkKey(key: string, path: string): BottlerocketIssue[] {
  const isOwned = KARPENTER.ownedLabels.includes(key) || (isOfKarpenter(key) && !KARPENTER.labels.includes(key));
  return isOwned ? [owned(path, key, 'Karpenter sets this label itself.')] : [];
}

function checkTaintKey(key: string, path: string): BottlerocketIssue[] {
  return isOfKarpenter(key) ? [owned(path, key, 'Karpenter sets taints in its domains itself.')] : [];
}

function owned(path: string, key: string, message: string): BottlerocketIssue {
  return issue(IssueCode.OWNED_BY_KARPENTER, { path, message, received: show(key) });
}

function isOfKarpenter(key: string): boolean {
  const domain = key.includes('/') ? key.slice(0, key.indexOf('/')) : '';
  return !CDK_TOKENS.isToken(key) && KARPENTER.labelDomains.some((own) => domain === own || domain.endsWith(`.${own}`));
}

/** Taints and startup taints end up in one list. */
function checkBothTaints({ taints = [], startupTaints = [] }: BottlerocketNodePoolOptions): BottlerocketIssue[] {
  return startupTaints.flatMap(({ key, effect }, index) =>
    taints.some((taint) => taint.key === key && taint.effect === effect)
      ? [
          issue(IssueCode.INVALID_TAINT, {
            path: `startupTaints[${index}]`,
            message: 'A node cannot have two taints with the same key and effect.',
            received: show({ key, effect }),
            fix: 'Give it in taints or in startupTaints.',
          }),
        ]
      : [],
  );
}

/** Users of JavaScript write them as in a manifest of Karpenter. */
function checkRequirements(given: unknown): BottlerocketIssue[] {
  const expected = 'KarpenterRequirement.of(key, { values }), or one of the others of KarpenterRequirement';
  if (!Array.isArray(given)) {
    return [invalid('requirements', 'This is no list of requirements.', given, `a list of ${expected}`)];
  }
  const all = given.flatMap((requirement: unknown, index) => {
    const path = `requirements[${index}]`;
    return isRequirement(requirement)
      ? checkRequirement(requirement, path)
      : [invalid(path, 'This is no requirement.', requirement, expected)];
  });
  return [...checkCount(given.length, 100, 'requirements'), ...all];
}

function checkRequirement({ key, options }: KarpenterRequirement, path: string): BottlerocketIssue[] {
  const { valueOperator: operator = Operator.IN, values = [], minValues } = options;
  const texts = values.filter((value) => !CDK_TOKENS.isToken(value));
  const isKey =
    CDK_TOKENS.isToken(key) || /^(?:[a-z0-9](?:[-.a-z0-9]*[a-z0-9])?\/)?[A-Za-z0-9](?:[-\w.]*[A-Za-z0-9])?$/.test(key);
  const fits = /^(?:[A-Za-z0-9](?:[-\w.]{0,61}[A-Za-z0-9])?)?$/;
  return [
    ...(isKey
      ? []
      : [invalid(`${path}.key`, 'This is not the key of a label.', key, 'a key such as example.com/pool')]),
    ...checkKey(key, `${path}.key`),
    ...texts
      .filter((value) => !fits.test(value))
      .map((value) => invalid(`${path}.values`, 'This cannot be the value of a label.', value, 'up to 63 characters')),
    ...checkValues(operator, values, `${path}.values`),
    ...checkNumber(minValues, `${path}.minValues`, 1, 50),
    ...(operator === Operator.IN && known(minValues) && minValues > values.length
      ? [invalid(`${path}.minValues`, 'There are fewer values than that.', minValues, `up to ${values.length}`)]
      : []),
  ];
}

function checkValues(operator: Operator, values: readonly string[], path: string): BottlerocketIssue[] {
  const wrong = (expected: string) => [
    invalid(path, `The operator ${operator} does not take these.`, values, expected),
  ];
  switch (operator) {
    case Operator.IN:
    case Operator.NOT_IN:
      return values.length === 0 ? wrong('one value or more') : [];
    case Operator.EXISTS:
    case Operator.DOES_NOT_EXIST:
      return values.length > 0 ? wrong('no values') : [];
    default: {
      const [value = ''] = values;
      return values.length !== 1 || (!CDK_TOKENS.isToken(value) && !/^\d+$/.test(value))
        ? wrong('one whole number')
        : [];
    }
  }
}

function checkBudget({ nodes, schedule, duration }: KarpenterDisruptionBudget, path: string): BottlerocketIssue[] {
  const isToken = (text: string) => CDK_TOKENS.isToken(text);
  return [
    ...(isToken(nodes) || /^(?:100%|\d{1,2}%|\d+)$/.test(nodes)
      ? []
      : [invalid(`${path}.nodes`, 'This is not a number of nodes.', nodes, 'a number, or a percentage such as 10%')]),
    ...((schedule === undefined) === (duration === undefined)
      ? []
      : [invalid(path, 'A schedule needs a duration, and a duration a schedule.', { schedule }, 'both or neither')]),
    ...(schedule === undefined || isToken(schedule) || isSchedule(schedule)
      ? []
      : [invalid(`${path}.schedule`, 'This is not a schedule.', schedule, 'five fields as in cron, or @daily')]),
    ...(duration === undefined || isWholeMinutes(duration)
      ? []
      : [
          invalid(
            `${path}.duration`,
            'Budgets hold for whole minutes.',
            duration.toString(),
            'whole minutes, 1 or more',
          ),
        ]),
  ];
}

function isSchedule(text: string): boolean {
  return /^(?:@(?:annually|yearly|monthly|weekly|daily|midnight|hourly)|\S+(?:\s+\S+){4})$/.test(text);
}

function isWholeMinutes(duration: Duration): boolean {
  const seconds = duration.isUnresolved() ? 60 : duration.toMilliseconds() / 1000;
  return seconds > 0 && seconds % 60 === 0;
}

function checkLimits({ limits = {} }: BottlerocketNodePoolOptions): BottlerocketIssue[] {
  const most = Number.MAX_SAFE_INTEGER;
  return [
    ...checkNumber(limits.cpu, 'limits.cpu', 0, most),
    ...checkNumber(limits.nvidiaGpus, 'limits.nvidiaGpus', 0, most),
    ...checkNumber(limits.nodes, 'limits.nodes', 0, most),
  ];
}
