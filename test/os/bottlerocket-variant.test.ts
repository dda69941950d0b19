import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { BottlerocketVariant, IssueCode, NvidiaDriverBranch, Orchestrator, VariantStatus } from '../../lib';
import { osContext } from '../../lib/settings/model/os-context';
import { problemsOf } from '../helpers/issues';

/** Kept apart from the schema, which it is there to test. */
const LISTED = parse(readFileSync(join(__dirname, 'variants.yaml'), 'utf8')) as Record<string, string>;

test.each(Object.entries(LISTED))('%s is as listed', (name, facts) => {
  const variant = BottlerocketVariant.of(name);
  const size = variant.osVolumeSize?.toGibibytes();
  const imds = variant.requiresImdsV2 ? 'v2' : 'v1';
  expect(`${variant.status} ${variant.firstRelease} ${variant.kernel} ${size}GiB IMDS${imds}`).toBe(facts);
});

test('every variant but those that are retired is listed here', () => {
  const names = BottlerocketVariant.all()
    .filter(({ status }) => status !== VariantStatus.RETIRED)
    .map(({ variantName }) => variantName);
  expect(names.sort()).toEqual(Object.keys(LISTED).sort());
});

test('factories name the variants of EKS and ECS', () => {
  const names = [
    BottlerocketVariant.eks('1.35'),
    BottlerocketVariant.eks('1.35', { nvidia: true }),
    BottlerocketVariant.eks('1.35', { fips: true }),
    BottlerocketVariant.eks('1.35', { nvidia: true, fips: true }),
    BottlerocketVariant.ecs(3),
    BottlerocketVariant.ecs(2, { nvidia: true, fips: false }),
  ];
  expect(names.map(String)).toEqual([
    'aws-k8s-1.35',
    'aws-k8s-1.35-nvidia',
    'aws-k8s-1.35-fips',
    'aws-k8s-1.35-nvidia-fips',
    'aws-ecs-3',
    'aws-ecs-2-nvidia',
  ]);
});

test('a variant says what it is for', () => {
  expect(BottlerocketVariant.of('aws-k8s-1.37-nvidia-fips')).toMatchObject({
    orchestrator: Orchestrator.KUBERNETES,
    kubernetesVersion: '1.37',
    ecsGeneration: undefined,
    nvidia: true,
    fips: true,
    driverBranches: [NvidiaDriverBranch.LTS, NvidiaDriverBranch.PB],
    architectures: ['x86_64', 'arm64'],
  });
  expect(BottlerocketVariant.of('aws-ecs-3')).toMatchObject({
    orchestrator: Orchestrator.ECS,
    kubernetesVersion: undefined,
    ecsGeneration: 3,
    nvidia: false,
    fips: false,
    driverBranches: [],
  });
  expect(BottlerocketVariant.of('aws-mantle-1')).toMatchObject({ orchestrator: Orchestrator.NONE });
  expect(BottlerocketVariant.of('vmware-k8s-1.33')).toMatchObject({ architectures: [], status: VariantStatus.UNKNOWN });
});

test.each([
  ['aws-k8s-1.23', '1.24', 'aws-k8s-1.32'],
  ['aws-k8s-1.28-fips', '1.51', 'aws-k8s-1.32-fips'],
  ['aws-k8s-1.29-nvidia', '1.57', 'aws-k8s-1.32-nvidia'],
  ['aws-k8s-1.30-nvidia-fips', '1.63', 'aws-k8s-1.32-nvidia-fips'],
  ['aws-ecs-1-nvidia', '1.43', 'aws-ecs-2-nvidia'],
])('%s is retired since %s, and %s takes its place', (name, lastRelease, replacement) => {
  expect(BottlerocketVariant.of(name)).toMatchObject({ status: VariantStatus.RETIRED, lastRelease, replacement });
});

test('the settings of a retired variant are judged as of its last release', () => {
  expect(osContext({ variant: 'aws-k8s-1.29' }).context.release).toEqual([1, 57, 0]);
  expect(osContext({ variant: 'aws-k8s-1.29', osVersion: '1.40.0' }).context.release).toEqual([1, 40, 0]);
  expect(osContext({ variant: 'aws-k8s-1.35' }).context.release).toEqual(osContext({}).context.release);
});

test.each(['aws-k8s-1.38', 'aws-k8s-1.38-nvidia', 'aws-ecs-5', 'aws-ecs-4-fips'])(
  '%s, which may come, is taken without being known',
  (name) => {
    expect(BottlerocketVariant.of(name)).toMatchObject({
      status: VariantStatus.UNKNOWN,
      osVolumeSize: undefined,
      firstRelease: undefined,
      requiresImdsV2: undefined,
      driverBranches: name.includes('nvidia') ? undefined : [],
    });
  },
);

test.each([
  'aws-k8s-1.35-fips-nvidia',
  'aws-k8s-1.35-neuron',
  'aws-k8s-1.35-nvidia-595',
  'aws-k8s-1',
  'aws-k8s-1.35.2',
  'aws-k8s',
  'aws-ecs-1.1',
  'aws-ecs',
  'aws-dev-1',
  'constructor-1',
  'AWS-K8S-1.35',
  '',
  ' aws-ecs-3',
  'aws-ecs-3\n',
])('%j is not the name of a variant', (name) => {
  expect(problemsOf(() => BottlerocketVariant.of(name))).toEqual([`${IssueCode.UNKNOWN_VARIANT} variantName`]);
});

test('versions that no name can have are refused', () => {
  for (const make of [
    () => BottlerocketVariant.eks('latest'),
    () => BottlerocketVariant.ecs(2.5),
    () => BottlerocketVariant.ecs(-1),
  ]) {
    expect(problemsOf(make)).toEqual([`${IssueCode.UNKNOWN_VARIANT} variantName`]);
  }
});
