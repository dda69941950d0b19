import { CDK_TOKENS } from '../../private/cdk-tokens';
import { TaintEffect } from '../../node';
import { BottlerocketIssue, IssueCode } from '../../settings';
import { issue, show } from '../../settings/report';
import { checkAdditionalValues } from './chart-values';
import { PodToleration } from './toleration';
import { UpdateConcurrency } from './update-concurrency';
import { UpdateSchedule } from './update-schedule';
import { BottlerocketUpdateOperatorProps, PodResources, UpdateOperatorLogFormat } from './update-operator-props';

/** Namespaces that every cluster has. */
const GIVEN_NAMESPACES = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];

/** What the operator, its chart or Kubernetes would refuse, and what is worth a warning. */
export function checkOperator(props: BottlerocketUpdateOperatorProps): BottlerocketIssue[] {
  const { agent = {}, controller = {}, apiServer = {} } = props;
  return [
    ...checkVersion(props.version, 'version'),
    ...checkVersion(props.crdVersion, 'crdVersion'),
    ...checkNamespace(props),
    ...checkWait(props),
    ...checkNumber(apiServer.servicePort, 'apiServer.servicePort', 65535),
    ...checkNumber(apiServer.containerPort, 'apiServer.containerPort', 65535),
    ...checkFormat(props.logging?.formatter),
    ...Object.entries({ agent, controller, apiServer }).flatMap(([name, { tolerations = [], resources = {} }]) => [
      ...tolerations.flatMap((toleration, index) => checkToleration(toleration, `${name}.tolerations[${index}]`)),
      ...checkResources(resources, `${name}.resources`),
    ]),
    ...checkAdditionalValues(props.additionalValues),
    ...checkSchedule(props.schedule),
    ...checkServiceMonitor(props),
  ];
}

function invalid(path: string, message: string, received: unknown, expected: string, fix?: string): BottlerocketIssue {
  return issue(IssueCode.INVALID_UPDATE_OPERATOR_OPTION, { path, message, received: show(received), expected, fix });
}

/** Users of JavaScript pass the text that the operator takes. */
function checkSchedule(schedule: UpdateSchedule | undefined): BottlerocketIssue[] {
  if (schedule === undefined || Array.isArray(schedule?._warnings)) {
    return [...(schedule?._warnings ?? [])];
  }
  const expected =
    'a schedule of UpdateSchedule, such as UpdateSchedule.maintenanceWindow(...) or UpdateSchedule.cron(...)';
  const fix = typeof schedule === 'string' ? `Write UpdateSchedule.cron(${show(schedule)}).` : undefined;
  const received = show(schedule);
  return [
    issue(IssueCode.INVALID_UPDATE_SCHEDULE, {
      path: 'schedule',
      message: 'This is no schedule.',
      received,
      expected,
      fix,
    }),
  ];
}

function checkVersion(version: string | undefined, path: string): BottlerocketIssue[] {
  if (version === undefined || CDK_TOKENS.isToken(version) || /^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)) {
    return [];
  }
  const fix = version.startsWith('v') ? `Write ${version.slice(1)}.` : undefined;
  return [invalid(path, 'This does not name one version of the chart.', version, 'three numbers such as 1.8.0', fix)];
}

function checkNamespace({
  namespaceName,
  createNamespace = true,
}: BottlerocketUpdateOperatorProps): BottlerocketIssue[] {
  if (namespaceName === undefined || CDK_TOKENS.isToken(namespaceName)) {
    return [];
  }
  if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(namespaceName)) {
    const expected = 'up to 63 lower case letters, digits and dashes';
    return [invalid('namespaceName', 'Kubernetes does not take this name.', namespaceName, expected)];
  }
  return createNamespace && GIVEN_NAMESPACES.includes(namespaceName)
    ? [
        invalid(
          'namespaceName',
          'Every cluster has this namespace, so that it cannot be made.',
          namespaceName,
          'another one',
          'Choose another namespace, or pass createNamespace: false.',
        ),
      ]
    : [];
}

function checkWait({ loadBalancerWait, maxConcurrentUpdates }: BottlerocketUpdateOperatorProps): BottlerocketIssue[] {
  if (loadBalancerWait === undefined) {
    return [];
  }
  const milliseconds = loadBalancerWait.isUnresolved() ? 0 : loadBalancerWait.toMilliseconds();
  if (milliseconds % 1000 !== 0) {
    return [invalid('loadBalancerWait', 'The operator waits for seconds.', `${milliseconds} ms`, 'whole seconds')];
  }
  return maxConcurrentUpdates?.value === UpdateConcurrency.unlimited().value
    ? [
        issue(IssueCode.ALL_NODES_LEAVE_LOAD_BALANCERS, {
          path: 'loadBalancerWait',
          message: 'The number of nodes that are updated at the same time has no limit.',
        }),
      ]
    : [];
}

function checkNumber(value: number | undefined, path: string, max: number): BottlerocketIssue[] {
  const fits =
    value === undefined || CDK_TOKENS.isToken(value) || (Number.isInteger(value) && value >= 1 && value <= max);
  return fits ? [] : [invalid(path, 'This number is not possible.', value, `a whole number from 1 to ${max}`)];
}

function checkFormat(formatter: UpdateOperatorLogFormat | undefined): BottlerocketIssue[] {
  const known = Object.values(UpdateOperatorLogFormat);
  return formatter === undefined || CDK_TOKENS.isToken(formatter) || known.includes(formatter)
    ? []
    : [invalid('logging.formatter', 'The operator does not know this format.', formatter, known.join(', '))];
}

function checkToleration(toleration: PodToleration, path: string): BottlerocketIssue[] {
  const { key, value, effect, tolerationPeriod } = toleration;
  if (key === undefined && value !== undefined) {
    return [invalid(path, 'A value says nothing without a key.', toleration, 'a key with the value, or neither')];
  }
  if (tolerationPeriod !== undefined && effect !== TaintEffect.NO_EXECUTE) {
    const message = 'Only taints with the effect NO_EXECUTE are tolerated for a time.';
    return [invalid(path, message, effect ?? 'all effects', TaintEffect.NO_EXECUTE)];
  }
  return [];
}

function checkResources(resources: PodResources, path: string): BottlerocketIssue[] {
  const { cpuRequestMillicores, cpuLimitMillicores, memoryRequest, memoryLimit } = resources;
  const issues = [
    ...checkNumber(cpuRequestMillicores, `${path}.cpuRequestMillicores`, 1_000_000),
    ...checkNumber(cpuLimitMillicores, `${path}.cpuLimitMillicores`, 1_000_000),
  ];
  const exceeds = (request: number | undefined, limit: number | undefined) =>
    request !== undefined && limit !== undefined && !CDK_TOKENS.isToken(request) && !CDK_TOKENS.isToken(limit)
      ? request > limit
      : false;
  if (exceeds(cpuRequestMillicores, cpuLimitMillicores)) {
    issues.push(
      invalid(
        `${path}.cpuRequestMillicores`,
        'More is reserved than allowed.',
        cpuRequestMillicores,
        'up to the limit',
      ),
    );
  }
  if (exceeds(memoryRequest?.toMebibytes(), memoryLimit?.toMebibytes())) {
    const received = `${memoryRequest?.toMebibytes()} MiB`;
    issues.push(invalid(`${path}.memoryRequest`, 'More is reserved than allowed.', received, 'up to the limit'));
  }
  return issues;
}

function checkServiceMonitor({ serviceMonitor }: BottlerocketUpdateOperatorProps): BottlerocketIssue[] {
  return serviceMonitor === undefined || serviceMonitor.prometheusOperator !== undefined
    ? []
    : [
        issue(IssueCode.PROMETHEUS_OPERATOR_UNKNOWN, {
          path: 'serviceMonitor',
          message: 'This app does not say what brings the custom resources of the Prometheus operator.',
        }),
      ];
}
