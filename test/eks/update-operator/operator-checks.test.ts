import { CfnParameter, Duration, Lazy, Size, Stack } from 'aws-cdk-lib';
import {
  BottlerocketUpdateOperatorProps,
  IssueCode,
  TaintEffect,
  UpdateConcurrency,
  UpdateOperatorLogFormat,
} from '../../../lib';
import { checkOperator } from '../../../lib/eks/update-operator/operator-checks';
import { issuesThrownBy } from '../../helpers/issues';

const stack = new Stack();
const TOKEN = new CfnParameter(stack, 'Text').valueAsString;
const NUMBER = new CfnParameter(stack, 'Number', { type: 'Number' }).valueAsNumber;

function check(options: Partial<BottlerocketUpdateOperatorProps>): string[] {
  return checkOperator(options as BottlerocketUpdateOperatorProps).map(({ code, path }) => `${code} ${path}`);
}

test.each<[string, Partial<BottlerocketUpdateOperatorProps>]>([
  ['version', { version: 'v1.8.0' }],
  ['version', { version: '1.8' }],
  ['version', { version: '^1.8.0' }],
  ['version', { version: 'latest' }],
  ['crdVersion', { crdVersion: '*' }],
  ['namespaceName', { namespaceName: 'Updates' }],
  ['namespaceName', { namespaceName: '-updates' }],
  ['namespaceName', { namespaceName: 'u'.repeat(64) }],
  ['namespaceName', { namespaceName: 'kube-system' }],
  ['loadBalancerWait', { loadBalancerWait: Duration.millis(1500) }],
  ['apiServer.servicePort', { apiServer: { servicePort: 0 } }],
  ['apiServer.servicePort', { apiServer: { servicePort: 65536 } }],
  ['apiServer.containerPort', { apiServer: { containerPort: 80.5 } }],
  ['logging.formatter', { logging: { formatter: 'xml' as UpdateOperatorLogFormat } }],
  ['agent.tolerations[0]', { agent: { tolerations: [{ value: 'x' }] } }],
  ['controller.tolerations[1]', { controller: { tolerations: [{}, { tolerationPeriod: Duration.minutes(1) }] } }],
  ['agent.resources.cpuRequestMillicores', { agent: { resources: { cpuRequestMillicores: 0 } } }],
  ['agent.resources.cpuLimitMillicores', { agent: { resources: { cpuLimitMillicores: 0.5 } } }],
  [
    'agent.resources.cpuRequestMillicores',
    { agent: { resources: { cpuRequestMillicores: 20, cpuLimitMillicores: 10 } } },
  ],
  [
    'apiServer.resources.memoryRequest',
    { apiServer: { resources: { memoryRequest: Size.gibibytes(1), memoryLimit: Size.mebibytes(512) } } },
  ],
])('a wrong %s is refused (%#)', (path, options) => {
  expect(check(options)).toEqual([`${IssueCode.INVALID_UPDATE_OPERATOR_OPTION} ${path}`]);
});

test.each(['* * * * * * *', {}, [], 5])('%j is no schedule', (schedule) => {
  const [found, ...others] = checkOperator({ schedule } as unknown as BottlerocketUpdateOperatorProps);
  expect(found).toMatchObject({ code: IssueCode.INVALID_UPDATE_SCHEDULE, path: 'schedule' });
  expect(others).toEqual([]);
  expect(found!.fix?.includes('UpdateSchedule.cron("* * * * * * *")')).toBe(typeof schedule === 'string');
});

test('a version with a v is told how to write it', () => {
  const [found] = checkOperator({ version: 'v1.8.0' } as BottlerocketUpdateOperatorProps);
  expect(found!.fix).toBe('Write 1.8.0.');
});

test.each<[string, Partial<BottlerocketUpdateOperatorProps>]>([
  ['a pre-release', { version: '2.0.0-rc.1' }],
  ['a namespace that exists', { namespaceName: 'kube-system', createNamespace: false }],
  ['no wait', { loadBalancerWait: Duration.seconds(0) }],
  [
    'a limit beside the wait',
    { loadBalancerWait: Duration.minutes(1), maxConcurrentUpdates: UpdateConcurrency.nodes(2) },
  ],
  ['no limit without a wait', { maxConcurrentUpdates: UpdateConcurrency.unlimited() }],
  [
    'a toleration for a time',
    { agent: { tolerations: [{ effect: TaintEffect.NO_EXECUTE, tolerationPeriod: Duration.minutes(1) }] } },
  ],
  ['equal request and limit', { agent: { resources: { cpuRequestMillicores: 10, cpuLimitMillicores: 10 } } }],
  ['tokens', { version: TOKEN, crdVersion: TOKEN, namespaceName: TOKEN, apiServer: { servicePort: NUMBER } }],
  ['more tokens', { loadBalancerWait: Duration.seconds(Lazy.number({ produce: () => 1 })) }],
  ['tokens of resources', { agent: { resources: { cpuRequestMillicores: NUMBER, cpuLimitMillicores: 1 } } }],
])('%s is taken', (_, options) => {
  expect(check(options)).toEqual([]);
});

test('a service monitor without the Prometheus operator is warned about', () => {
  expect(check({ serviceMonitor: {} })).toEqual([`${IssueCode.PROMETHEUS_OPERATOR_UNKNOWN} serviceMonitor`]);
  expect(check({ serviceMonitor: { prometheusOperator: stack } })).toEqual([]);
});

describe('the number of nodes', () => {
  test.each([0, -1, 1.5, NaN, Infinity])('%d is refused', (count) => {
    expect(issuesThrownBy(() => UpdateConcurrency.nodes(count))).toEqual([
      expect.objectContaining({ code: IssueCode.INVALID_UPDATE_OPERATOR_OPTION, path: 'maxConcurrentUpdates' }),
    ]);
  });

  test('is text for the chart, tokens too', () => {
    expect(UpdateConcurrency.nodes(12).value).toBe('12');
    expect(stack.resolve(UpdateConcurrency.nodes(Lazy.number({ produce: () => 4 })).value)).toBe('4');
  });
});
