import { Duration, Lazy, Size } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { join } from 'node:path';
import {
  BottlerocketImage,
  BottlerocketManagedNodegroup,
  BottlerocketUpdateOperator,
  BottlerocketUpdateOperatorProps,
  CertManager,
  IssueCode,
  TaintEffect,
  UpdateConcurrency,
  UpdateOperatorImage,
  UpdateOperatorLogFormat,
  UpdateSchedule,
} from '../../../lib';
import { checkAdditionalValues } from '../../../lib/eks/update-operator/chart-values';
import { ChartValue, loadUpdateOperator } from '../../../tools/schema/load-update-operator';
import { chartsOf } from '../../helpers/charts';
import { reachableV2 } from '../../helpers/eks-clusters';

const { values: DOCUMENTED } = loadUpdateOperator(join(__dirname, '..', '..', '..', 'schema', 'update-operator.yaml'));

const RESOURCES = {
  cpuRequestMillicores: 5,
  cpuLimitMillicores: 20,
  memoryRequest: Size.mebibytes(16),
  memoryLimit: Size.gibibytes(1),
};
const TOLERATIONS = [{ key: 'dedicated', value: 'system', effect: TaintEffect.NO_SCHEDULE }];
const PLACED = { tolerations: TOLERATIONS, priorityClassName: 'system-cluster-critical', resources: RESOURCES };

/** Every option that writes a value. */
const EVERY_OPTION: Omit<BottlerocketUpdateOperatorProps, 'cluster'> = {
  namespaceName: 'updates',
  image: UpdateOperatorImage.fromRegistry('registry.example.com/bottlerocket-update-operator:v1.8.0'),
  schedule: UpdateSchedule.maintenanceWindow({ startHour: 2, duration: Duration.hours(3) }),
  maxConcurrentUpdates: UpdateConcurrency.nodes(3),
  loadBalancerWait: Duration.minutes(3),
  agent: PLACED,
  controller: { ...PLACED, nodeSelector: { 'kubernetes.io/arch': 'arm64' } },
  apiServer: { ...PLACED, nodeSelector: { 'kubernetes.io/arch': 'arm64' }, servicePort: 443, containerPort: 8443 },
  logging: {
    formatter: UpdateOperatorLogFormat.JSON,
    colors: false,
    agentFilter: 'debug',
    apiServerFilter: 'info',
    controllerFilter: 'warn',
  },
  podLabels: { 'example.com/team': 'platform' },
  certManager: CertManager.existing(),
};

function valuesOf(
  options: Omit<BottlerocketUpdateOperatorProps, 'cluster'>,
  chart = 'bottlerocket-update-operator',
  { stack, cluster } = reachableV2(),
) {
  const operator = new BottlerocketUpdateOperator(stack, 'UpdateOperator', { cluster, ...options });
  const nodes = {
    cluster,
    instanceTypes: [new ec2.InstanceType('m7i.large')],
    image: BottlerocketImage.fromVersion('1.62.1-ea1afdd6'),
  };
  operator.attach(new BottlerocketManagedNodegroup(stack, 'Nodes', nodes));
  return chartsOf(stack)[chart]!.values;
}

/** The values that the documentation has, as far as they are written, and what else is written. */
function flatten(values: object, prefix = ''): [string, unknown][] {
  return Object.entries(values).flatMap(([key, value]): [string, unknown][] => {
    const path = `${prefix}${key}`;
    const inside = DOCUMENTED.some((documented) => documented.path.startsWith(`${path}.`));
    return inside && typeof value === 'object' && value !== null
      ? flatten(value as object, `${path}.`)
      : [[path, value]];
  });
}

function typeOf(value: unknown): ChartValue['type'] {
  if (Array.isArray(value)) {
    return 'list';
  }
  return typeof value === 'string'
    ? 'text'
    : typeof value === 'boolean'
      ? 'flag'
      : typeof value === 'object'
        ? 'map'
        : '';
}

describe('with every option', () => {
  const withMonitor = (): Record<string, unknown> => {
    const fixture = reachableV2();
    const serviceMonitor = { prometheusOperator: new Construct(fixture.stack, 'Prometheus') };
    return valuesOf({ ...EVERY_OPTION, serviceMonitor }, undefined, fixture);
  };
  const written = flatten(withMonitor());

  test('every value is one that the charts document, and of their type: numbers are text', () => {
    const types = Object.fromEntries(DOCUMENTED.map(({ path, type }) => [path, type]));
    expect(Object.fromEntries(written.map(([path, value]) => [path, typeOf(value)]))).toEqual(
      Object.fromEntries(written.map(([path]) => [path, types[path]])),
    );
  });

  test('every value that a property is said to write is written', () => {
    const owned = DOCUMENTED.filter(({ property }) => property !== undefined).map(({ path }) => path);
    expect(written.map(([path]) => path).sort()).toEqual(owned.sort());
  });

  test('no value is written that has no effect', () => {
    const paths = written.map(([path]) => path);
    const useless = DOCUMENTED.filter(({ withoutEffect }) => withoutEffect !== undefined);
    expect(useless.length).toBeGreaterThan(0);
    expect(useless.filter(({ path }) => paths.includes(path))).toEqual([]);
  });

  test('both charts have the same where they must', () => {
    const both = DOCUMENTED.filter(({ crd }) => crd).map(({ path }) => path);
    const ofOperator = Object.fromEntries(written.filter(([path]) => both.includes(path)));
    expect(Object.keys(ofOperator).sort()).toEqual(both.sort());
    expect(valuesOf(EVERY_OPTION, 'bottlerocket-shadow')).toEqual(ofOperator);
  });

  test('values are what the options say', () => {
    expect(Object.fromEntries(written)).toMatchObject({
      exclude_from_lb_wait_time_in_sec: '180',
      'logging.ansi_enabled': 'false',
      'logging.formatter': 'json',
      max_concurrent_updates: '3',
      scheduler_cron_expression: '* * 2-4 * * * *',
      'prometheus.controller.serviceMonitor.enabled': true,
      'placement.controller.tolerations': [
        { key: 'dedicated', operator: 'Equal', value: 'system', effect: 'NoSchedule' },
      ],
      'resources.agent.resources': {
        requests: { cpu: '5m', memory: '16Mi' },
        limits: { cpu: '20m', memory: '1024Mi' },
      },
    });
  });
});

test('no limit is written as the word', () => {
  expect(valuesOf({ maxConcurrentUpdates: UpdateConcurrency.unlimited() }).max_concurrent_updates).toBe('unlimited');
});

test('resources that are not given stay as the chart has them', () => {
  const { resources } = valuesOf({ agent: { resources: { memoryLimit: Size.mebibytes(100) } } });
  expect(resources).toEqual({ agent: { resources: { limits: { memory: '100Mi' } } } });
});

describe('additional values', () => {
  test('are merged into those of the properties', () => {
    const podAffinity = { preferredDuringSchedulingIgnoredDuringExecution: [] };
    const additionalValues = { newer: { flag: true }, placement: { controller: { podAffinity } } };
    const values = valuesOf({ additionalValues, controller: { nodeSelector: { a: 'b' } } });
    expect(values.newer).toEqual({ flag: true });
    expect(values.placement).toEqual({ agent: {}, controller: { podAffinity, nodeSelector: { a: 'b' } } });
    // What users pass is theirs.
    expect(additionalValues).toEqual({ newer: { flag: true }, placement: { controller: { podAffinity } } });
  });

  test.each(DOCUMENTED.filter(({ property }) => property !== undefined))(
    '$path is refused: $property is for that',
    ({ path, property }) => {
      const nested = path.split('.').reduceRight<unknown>((value, key) => ({ [key]: value }), 'x');
      expect(checkAdditionalValues(nested as Record<string, unknown>)).toEqual([
        expect.objectContaining({
          code: IssueCode.OWNED_CHART_VALUE,
          path: `additionalValues.${path}`,
          fix: `Pass ${property}.`,
        }),
      ]);
    },
  );

  test.each(DOCUMENTED.filter(({ withoutEffect }) => withoutEffect !== undefined))(
    '$path is warned about: it does not do what its name says',
    ({ path, withoutEffect }) => {
      const nested = path.split('.').reduceRight<unknown>((value, key) => ({ [key]: value }), []);
      expect(checkAdditionalValues(nested as Record<string, unknown>)).toEqual([
        expect.objectContaining({ code: IssueCode.CHART_VALUE_WITHOUT_EFFECT, message: withoutEffect }),
      ]);
    },
  );

  test.each([
    [{ placement: { controller: { podAffinity: 'x' } } }, IssueCode.INVALID_UPDATE_OPERATOR_OPTION],
    [{ newer: 1 }, IssueCode.UNKNOWN_CHART_VALUE],
    [{ placement: 1 }, IssueCode.UNKNOWN_CHART_VALUE],
    [{ placement: { controler: {} } }, IssueCode.UNKNOWN_CHART_VALUE],
    [{ toString: 1 }, IssueCode.UNKNOWN_CHART_VALUE],
  ])('%j is %s', (additional, code) => {
    expect(checkAdditionalValues(additional)).toEqual([expect.objectContaining({ code })]);
  });

  test('that look like a documented one are told which', () => {
    expect(checkAdditionalValues({ logging: { agent: { tracing_filtr: 'debug' } } })[0]!.fix).toContain(
      'logging.agent.tracing_filter',
    );
  });

  test('without a problem are silent', () => {
    const podAntiAffinity = { requiredDuringSchedulingIgnoredDuringExecution: [] };
    expect(checkAdditionalValues({ placement: { apiserver: { podAntiAffinity } } })).toEqual([]);
    expect(
      checkAdditionalValues({ placement: { apiserver: { podAffinity: Lazy.any({ produce: () => ({}) }) } } }),
    ).toEqual([]);
    expect(checkAdditionalValues(undefined)).toEqual([]);
  });
});
