import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { AcceleratorVendor, InstanceHardware, IssueCode, NvidiaDriverBranch } from '../../lib';
import { hardwareOf } from '../../lib/os/instance-hardware';
import { problemsOf } from '../helpers/issues';

const read = (file: string) => parse(readFileSync(join(__dirname, file), 'utf8')) as Record<string, string>;
const names = (list: string) => list.split(/\s+/);

/** Instance types by "architecture vendor". */
const LISTED = read('instance-types.yaml');
const { efa, instanceStore, efaInterfaces } = read('instance-features.yaml');
const FEATURES = { efa: new Set(names(efa!)), instanceStore: new Set(names(instanceStore!)) };

const of = (name: string) => InstanceHardware.forType(new ec2.InstanceType(name));

describe.each(Object.keys(LISTED))('instance types with %s', (hardware) => {
  // GPUs and other devices that eksctl does not count among NVIDIA and Neuron.
  const unlisted = ['amd', 'habana', 'qualcomm', 'xilinx', 'fpga'];

  test.each(names(LISTED[hardware]!))('%s', (type) => {
    const { architecture, accelerator, ...features } = of(type);
    const vendor = accelerator === undefined || unlisted.includes(accelerator.vendor) ? 'none' : accelerator.vendor;
    expect(`${architecture} ${vendor}`).toBe(hardware);
    expect(features).toMatchObject({
      instanceType: type,
      efa: FEATURES.efa.has(type),
      instanceStore: FEATURES.instanceStore.has(type),
    });
  });
});

test('all 1220 listed types are looked at', () => {
  expect(Object.values(LISTED).flatMap(names)).toHaveLength(1220);
  expect([...FEATURES.efa, ...FEATURES.instanceStore]).toHaveLength(184 + 514);
});

test('names that aws-cdk-lib cannot parse are known', () => {
  const arm64 = ['p6e-gb200.36xlarge'];
  const x86 = ['p6-b200.48xlarge', 'p6-b300.48xlarge', 'u7i-12tb.224xlarge', 'u-6tb1.metal', 'c7i-flex.large'];
  for (const type of [...arm64, ...x86]) {
    expect(of(type).architecture).toBe(arm64.includes(type) ? 'arm64' : 'x86_64');
  }
});

test.each([
  ['g5.xlarge', 1],
  ['g5.48xlarge', 8],
  ['g4dn.metal', 8],
  ['p5.4xlarge', 1],
  ['p6e-gb200.36xlarge', 4],
  ['inf2.24xlarge', 6],
  ['trn1.32xlarge', 16],
  // A part of one.
  ['g6f.xlarge', undefined],
])('%s has %s accelerators', (type, count) => {
  expect(of(type).accelerator).toHaveProperty('count', count);
});

test('what a driver needs to know is there', () => {
  expect(of('g7.2xlarge').accelerator).toMatchObject({ driverBranches: [NvidiaDriverBranch.PB] });
  expect(of('p3.2xlarge').accelerator).toMatchObject({ driverBranches: [NvidiaDriverBranch.LTS] });
  expect(of('p5.48xlarge').accelerator).toHaveProperty('driverBranches', undefined);
  expect(of('p6-b200.48xlarge').accelerator).toMatchObject({ firstRelease: '1.40.0' });
  expect(of('inf1.xlarge').accelerator).toMatchObject({ firstRelease: '1.30.0', vendor: AcceleratorVendor.NEURON });
});

test.each([
  'p2.xlarge',
  'g2.2xlarge',
  'g4ad.xlarge',
  'dl1.24xlarge',
  'dl2q.24xlarge',
  'vt1.3xlarge',
  'f1.2xlarge',
  'f2.6xlarge',
])('no variant drives the accelerator of %s', (type) => {
  expect(of(type).accelerator?.unsupported).toMatch(/drivers/);
});

test('bare metal sizes have EFA as the size that fills the same machine', () => {
  expect(
    ['c7i.metal-24xl', 'c7i.metal-48xl', 'c5n.metal', 'g5g.metal', 'm5.metal'].map((type) => of(type).efa),
  ).toEqual([false, true, true, false, false]);
});

test.each(['x9.large', 'm7i', '', 'm7i.', '.large', 'M7I.large', 'constructor.large', '__proto__.large', 'm99g.large'])(
  '%j is not known, and nothing is guessed from the name',
  (type) => {
    expect(hardwareOf(type)).toBeUndefined();
  },
);

test.each(names(efaInterfaces!).map((entry) => entry.split('=')))('%s has %s EFA interfaces', (type, count) => {
  expect(of(type).efaInterfaces).toBe(Number(count));
});

test('others with EFA have one EFA interface, unless it is not known', () => {
  const several = new Set(names(efaInterfaces!).map((entry) => entry.split('=')[0]));
  const counts = [...FEATURES.efa].filter((type) => !several.has(type)).map((type) => `${of(type).efaInterfaces}`);
  // dl1, trn2u and p6e-gb200 are not among the types of Karpenter.
  expect([...new Set(counts)].sort()).toEqual(['1']);
  expect(of('trn2u.48xlarge')).toMatchObject({ efa: true, efaInterfaces: 16 });
  expect(of('p6e-gb200.36xlarge')).toMatchObject({ efa: true, efaInterfaces: undefined });
  expect(of('m7i.large')).toMatchObject({ efa: false, efaInterfaces: 0, efaOnFirstCard: true });
});

test('the first network card of p6-b300 has no EFA', () => {
  expect(of('p6-b300.48xlarge').efaOnFirstCard).toBe(false);
  expect(of('p6-b200.48xlarge').efaOnFirstCard).toBe(true);
});

test('GPUs that can be partitioned have the name that the settings have for them', () => {
  expect(of('p4d.24xlarge').accelerator).toMatchObject({ migModel: 'a100.40gb' });
  expect(of('p5en.48xlarge').accelerator).toMatchObject({ migModel: 'h200.141gb' });
  expect(of('p5en.48xlarge').accelerator!.migProfiles).toContain('1g.18gb');
  expect(of('g5.xlarge').accelerator).toHaveProperty('migModel', undefined);
});

test.each([
  [{}, false, 0],
  [{ efa: true }, true, 1],
  [{ efaInterfaces: 4 }, true, 4],
  [{ efaInterfaces: 0 }, false, 0],
  [{ efa: false, efaInterfaces: 4 }, false, 0],
])('what users say of EFA: %j', (options, has, count) => {
  const hardware = InstanceHardware.of('x9', { architecture: ec2.InstanceArchitecture.ARM_64, ...options });
  expect(hardware).toMatchObject({ efa: has, efaInterfaces: count });
});

test('an unknown type is an error that says how to say what it has', () => {
  expect(problemsOf(() => of('x9.large'))).toEqual([`${IssueCode.UNKNOWN_INSTANCE_TYPE} instanceType`]);
});

test('a type that is only known at deployment is an error', () => {
  const { valueAsString } = new CfnParameter(new Stack(new App(), 'Stack'), 'Type');
  expect(problemsOf(() => of(valueAsString))).toEqual([`${IssueCode.UNKNOWN_INSTANCE_TYPE} instanceType`]);
  expect(
    problemsOf(() => InstanceHardware.of(valueAsString, { architecture: ec2.InstanceArchitecture.ARM_64 })),
  ).toEqual([`${IssueCode.INVALID_INSTANCE_TYPE} instanceType`]);
});

test.each(['', 'M7I.large', 'm7i.', 'm7i.large.x', '7i.large'])('%j is not the name of a type or family', (name) => {
  const make = () => InstanceHardware.of(name, { architecture: ec2.InstanceArchitecture.ARM_64 });
  expect(problemsOf(make)).toEqual([`${IssueCode.INVALID_INSTANCE_TYPE} instanceType`]);
});

test('what users say of a type wins over the table, and over what they say of its family', () => {
  const { ARM_64: arm, X86_64: x86 } = ec2.InstanceArchitecture;
  const given = [
    InstanceHardware.of('m7i', { architecture: arm }),
    InstanceHardware.of('m7i.large', { architecture: x86 }),
  ];
  expect(hardwareOf('m7i.large', given)).toBe(given[1]);
  expect(hardwareOf('m7i.xlarge', given)).toBe(given[0]);
  expect(hardwareOf('m7a.xlarge', given)).toMatchObject({ architecture: x86 });
});
