import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadHardening } from '../../tools/schema/load-hardening';
import { loadSchema } from '../../tools/schema/load';
import { loadInstanceFamilies } from '../../tools/schema/load-families';
import { loadVariants } from '../../tools/schema/load-variants';
import { loadUpdateOperator } from '../../tools/schema/load-update-operator';
import { loadVpcEndpoints } from '../../tools/schema/load-vpc-endpoints';
import { camelCase, upperSnakeCase } from '../../tools/schema/naming';

const ROOT = join(__dirname, '..', '..');
const SCHEMA = join(ROOT, 'schema');

test('everything generated is what schema/ says', () => {
  const tsx = join(ROOT, 'node_modules', '.bin', 'tsx');
  expect(() => execFileSync(tsx, ['tools/generate.ts', '--check'], { cwd: ROOT, stdio: 'pipe' })).not.toThrow();
});

test('all 27 groups are there', () => {
  expect(loadSchema(SCHEMA).groups).toHaveLength(27);
});

test.each([
  ['max-pods', 'maxPods'],
  ['hugepages-2Mi', 'hugepages2Mi'],
  ['nodefs.inodesFree', 'nodefsInodesFree'],
  ['kube-api-qps', 'kubeApiQps'],
])('%s is %s in TypeScript', (key, property) => {
  expect(camelCase(key)).toBe(property);
});

test.each([
  ['prefer-cached', 'PREFER_CACHED'],
  ['defer+madvise', 'DEFER_MADVISE'],
  ['TieredReservation', 'TIERED_RESERVATION'],
  ['UnknownSetting', 'UNKNOWN_SETTING'],
])('%s is %s as the member of an enum', (value, member) => {
  expect(upperSnakeCase(value)).toBe(member);
});

describe('a mistake in the schema is found, with its place', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'schema-'));
    cpSync(SCHEMA, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const edit = (file: string, from: string, to: string) => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(
      path,
      text.replace(from, () => to),
    );
  };

  test.each([
    ['settings/motd.yaml', 'type: String', 'typ: String', /motd.*struct is missing/],
    ['settings/motd.yaml', 'type: String', 'type: Strng', /motd\.type: unknown type Strng/],
    ['settings/motd.yaml', 'type: String', 'type: String\n  sinse: 1.0.0', /motd: unknown keys sinse/],
    ['settings/motd.yaml', 'carriedBy: every', 'carriedBy: evry', /evry is neither a family nor a set/],
    ['settings/motd.yaml', 'carriedBy: every', '', /carriedBy is missing/],
    ['settings/dns.yaml', 'name-servers:', 'z-servers:', /search-list is not in alphabetical order/],
    ['settings/dns.yaml', 'list: true', 'list: yes please', /list: expected true or nothing/],
    ['types/common.yaml', 'base: boolean', 'base: bool', /bool\.base: expected one of/],
    ['types/common.yaml', '  allows: true or false, unquoted\n', '', /bool: allows is missing/],
    ['types/common.yaml', '  example: true\n', '', /bool: example is missing/],
    ['types/common.yaml', "'^[A-Za-z0-9-]*$'", "'^[A-Za-z0-9-*$'", /regular expression/],
    ['types/ecs.yaml', 'ECSAttributeKey:', 'bool:', /bool is defined twice/],
    ['issues/6-node-groups.yaml', 'NoSubnets:', 'VpcUnknown:', /Map keys must be unique|VpcUnknown is defined twice/],
    ['issues/6-node-groups.yaml', 'NoSubnets:', 'NotWritable:', /NotWritable is defined twice/],
    ['issues/6-node-groups.yaml', 'severity: warning', 'severity: hint', /severity: expected error or warning/],
    ['variants.yaml', 'mantle: [aws-mantle]', 'mantle: [aws-mntle]', /unknown families aws-mntle/],
    ['settings/oci-defaults.yaml', 'record: OciDefaultsCapability', 'record: String', /not a closed set/],
  ])('%s: %j for %j', (file, from, to, message) => {
    edit(file, from, to);
    expect(() => loadSchema(folder)).toThrow(message);
  });

  test.each([
    ['m7i, ', 'm7i, m7i, ', /m7i is listed twice/],
    ['r8gd, x8g]', 'r8gd, x8g, x8g]', /efa.*x8g is listed twice/],
    ['[u7i-6tb, u7i-8tb]', '[u7i-6tb, u7i-8tb, x8g]', /efa: family x8g is listed twice/],
    ['x8aedz, z1d,\n', 'x8aedz, z1d, z1e,\n', /unknown family z1e|z1d is listed twice/],
    ['architecture: arm64\n', 'architecture: arm\n', /g5g\.architecture: expected x86_64, arm64, got arm/],
    ['vendor: amd', 'vendor: amd\n    vedor: amd', /g4ad: unknown keys vedor/],
    ['8: [p6-b200.48xlarge', '8: [p6-b200.24xlarge', /efaInterfaces: p6-b200.24xlarge has no EFA/],
    ['8: [p6-b200.48xlarge', '8: [p5.48xlarge', /efaInterfaces: p5.48xlarge is listed twice/],
    ['{ families: [p4d]', '{ families: [p4x]', /unknown family p4x/],
    ['firstCardWithoutEfa: [p6-b300]', 'firstCardWithoutEfa: [p6-b400]', /unknown family p6-b400/],
  ])('instance-families.yaml: %j for %j', (from, to, message) => {
    edit('instance-families.yaml', from, to);
    expect(() => loadInstanceFamilies(join(folder, 'instance-families.yaml'))).toThrow(message);
  });

  test.each([
    ['status: ending', 'status: endin', /aws-k8s\.lines\.1\.31\.status: expected current, ending, preview, retired/],
    ['flavours: [plain, nvidia, fips]', 'flavours: [plain, nvdia]', /1\.28\.flavours: unknown flavour nvdia/],
    ['kernels: { fips:', 'kernels: { fisp:', /kernels: unknown keys fisp/],
    ['nvidiaSettings: aws-k8s-nvidia', 'nvidiaSettings: aws-k8s-nv', /nvidiaSettings: expected aws-k8s/],
    ['plain: { osVolumeGiB: 2 }', 'plain: {}', /plain: osVolumeGiB is missing/],
  ])('os-variants.yaml: %j for %j', (from, to, message) => {
    edit('os-variants.yaml', from, to);
    expect(() => loadVariants(join(folder, 'os-variants.yaml'), ['aws-k8s', 'aws-k8s-nvidia'])).toThrow(message);
  });

  test.each([
    ['label: {', 'labl: {', /expected a mapping/],
    ["'375569722642': [ap-east-1]", "'375569722642': [us-east-1]", /us-east-1 is listed twice/],
    ["'375569722642':", 'somebody:', /somebody is not an account/],
    ['image: { type: text', 'image: { type: txt', /image\.type: unknown type txt/],
    ['max_concurrent_updates: {', 'max_concurrent_updates: { withoutEffect: none,', /no property should write/],
    ['crd: true', 'crd: yes please', /crd: expected true or nothing/],
  ])('update-operator.yaml: %j for %j', (from, to, message) => {
    edit('update-operator.yaml', from, to);
    expect(() => loadUpdateOperator(join(folder, 'update-operator.yaml'))).toThrow(message);
  });

  test.each([
    ['level: 2', 'levl: 2', /cis-bottlerocket\.controls\.1\.1\.1\.1: unknown keys levl/],
    ['unset: breaks', 'unset: breakes', /unset: expected holds, breaks, unseen, got breakes/],
    ['unset: breaks', '', /1\.1\.1\.1: unset belongs to settings/],
    ['        - is: holds\n      costs', '      costs', /1\.5\.2\.unset: the last rule must hold without conditions/],
    ['unseen: Which repositories', 'costs: Which repositories', /1\.2\.1: nothing decides about the control/],
    ['{ is: false }', '{ is: false, isNot: true }', /allowed: expected one of is, isNot, above, atMost/],
    ['{ isNot: [], preset: false }', '{ isNot: [] }', /time-servers: say what presets set/],
    ['orchestrator: ecs', 'orchestrator: esc', /orchestrator: expected kubernetes, ecs, got esc/],
  ])('hardening.yaml: %j for %j', (from, to, message) => {
    edit('hardening.yaml', from, to);
    expect(() => loadHardening(join(folder, 'hardening.yaml'))).toThrow(message);
  });

  test.each([
    ['platforms: [ecs]', 'platforms: [esc]', /ecs\.platforms: unknown platform esc/],
    ['when: signals', 'when: signal', /cloudformation\.when: expected always/],
    ['autoscaling:', 'zzz:', /not in alphabetical order/],
    ['purpose: Cluster Autoscaler', 'purpos: Cluster Autoscaler', /autoscaling: purpose is missing/],
  ])('vpc-endpoints.yaml: %j for %j', (from, to, message) => {
    edit('vpc-endpoints.yaml', from, to);
    expect(() => loadVpcEndpoints(join(folder, 'vpc-endpoints.yaml'))).toThrow(message);
  });
});
