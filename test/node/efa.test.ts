import { Token } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { EfaOptions, InstanceHardware } from '../../lib';
import { checkEfaZones, chooseEfaLayout, efaNetworkInterfaces } from '../../lib/node/efa';
import { hardwareOf } from '../../lib/os/instance-hardware';

const choose = (names: string[], efa: EfaOptions = {}, given: InstanceHardware[] = [], more: object = {}) => {
  const known = names.map((name) => [name, hardwareOf(name, given)] as const).filter(([, of]) => of !== undefined);
  const instanceTypes = names.map((name) => new ec2.InstanceType(name));
  const { layout, issues } = chooseEfaLayout({ efa, instanceTypes, ...more }, new Map(known as never));
  return { layout, problems: issues.map(({ code, path }) => `${code} ${path}`), issues };
};

test.each([
  ['g6.8xlarge', 0, 1],
  ['p4d.24xlarge', 0, 4],
  ['p5.48xlarge', 0, 32],
  ['p6-b300.48xlarge', 1, 16],
  ['trn1.32xlarge', 0, 8],
])('%s has EFA on its network cards', (type, firstCard, count) => {
  expect(choose([type])).toMatchObject({ layout: { firstCard, count }, problems: [] });
});

test('the node has its address on the first card, and EFA beside it and on all other cards', () => {
  const primary = { groups: ['sg-1'], associatePublicIpAddress: false };
  const own = {
    ...primary,
    networkCardIndex: 0,
    deviceIndex: 0,
    interfaceType: 'interface',
    deleteOnTermination: true,
  };
  const efa = (networkCardIndex: number, deviceIndex: number) => ({
    networkCardIndex,
    deviceIndex,
    interfaceType: 'efa-only',
    groups: ['sg-1'],
    deleteOnTermination: true,
  });
  expect(efaNetworkInterfaces({ firstCard: 0, count: 3 }, primary)).toEqual([own, efa(0, 1), efa(1, 0), efa(2, 0)]);
  expect(efaNetworkInterfaces({ firstCard: 1, count: 2 }, primary)).toEqual([own, efa(1, 0), efa(2, 0)]);
});

test('without the option, there is no layout', () => {
  expect(chooseEfaLayout({ instanceTypes: [] }, new Map())).toEqual({ issues: [] });
});

test('instance types of one layout go together, others do not', () => {
  expect(choose(['p5en.48xlarge', 'trn2.48xlarge']).problems).toEqual([]);
  expect(choose(['p5.48xlarge', 'p5en.48xlarge']).problems).toEqual(['EfaUnavailable instanceTypes']);
  // The same number, but on other cards.
  expect(choose(['p5en.48xlarge', 'p6-b300.48xlarge']).problems).toEqual(['EfaUnavailable instanceTypes']);
});

test.each(['m7i.large', 'p6e-gb200.36xlarge', 'x9.48xlarge', Token.asString({ Ref: 'Type' })])(
  'refuses %s, which has none or is not known',
  (type) => {
    expect(choose([type])).toMatchObject({ layout: undefined, problems: ['EfaUnavailable instanceTypes'] });
  },
);

test('users can say what an instance type has', () => {
  const given = InstanceHardware.of('x9', {
    architecture: ec2.InstanceArchitecture.X86_64,
    efaInterfaces: 6,
    efaOnFirstCard: false,
  });
  expect(choose(['x9.48xlarge'], {}, [given])).toMatchObject({ layout: { firstCard: 1, count: 6 }, problems: [] });
});

test.each<[EfaOptions, string[]]>([
  [{ interfaceCount: 4 }, []],
  [{ interfaceCount: 5 }, ['InvalidEfaOptions efa.interfaceCount']],
  [{ interfaceCount: 0 }, ['InvalidEfaOptions efa.interfaceCount']],
  [{ interfaceCount: 1.5 }, ['InvalidEfaOptions efa.interfaceCount']],
  [{ interfaceCount: Token.asNumber({ Ref: 'Count' }) }, ['InvalidEfaOptions efa.interfaceCount']],
  [{ hugePages: -1 }, ['InvalidEfaOptions efa.hugePages']],
  [{ hugePages: Token.asNumber({ Ref: 'Count' }) }, []],
  [{ clusterPlacement: false, placementGroup: {} as never }, ['InvalidEfaOptions efa.placementGroup']],
])('options on p4d.24xlarge: %#', (efa, expected) => {
  expect(choose(['p4d.24xlarge'], efa).problems).toEqual(expected);
});

test('nodes with several network interfaces get no public address', () => {
  expect(choose(['g6.8xlarge'], {}, [], { associatePublicIpAddress: true }).problems).toEqual([
    'EfaWithPublicIp associatePublicIpAddress',
  ]);
});

test('several Availability Zones are a warning, with EFA only', () => {
  expect(checkEfaZones({}, ['a', 'b'])).toMatchObject([{ code: 'EfaSeveralZones', severity: 'warning' }]);
  expect(checkEfaZones({}, ['a', 'a'])).toEqual([]);
  expect(checkEfaZones(undefined, ['a', 'b'])).toEqual([]);
});
