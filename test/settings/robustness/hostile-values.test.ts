import fc from 'fast-check';
import { BottlerocketErrors, BottlerocketUserData } from '../../../lib';
import { CDK_TOKENS } from '../../../lib/private/cdk-tokens';
import { NO_TOKENS } from '../../../lib/private/token-reader';
import { BottlerocketIssue, UserDataTarget } from '../../../lib/settings';
import { readSettings } from '../../../lib/settings/check/read';
import { readAdditional } from '../../../lib/settings/check/read-additional';
import { TomlTable } from '../../../lib/settings/model/document';
import { settingsModel } from '../../../lib/settings/model/settings-model';
import { describe as text, show } from '../../../lib/settings/report';
import { writeToml } from '../../../lib/settings/toml/write-toml';
import { hostileValues } from '../../helpers/hostile-values';
import { parseToml } from '../../helpers/toml';
import { runs } from '../../helpers/runs';

jest.setTimeout(120_000);

/** Places of every kind: tables, maps, lists, pairs, lists or one, scalars of all kinds, and those that do not exist. */
const PLACES: ((value: unknown) => unknown)[] = [
  (value) => value,
  (value) => ({ motd: value }),
  (value) => ({ kubernetes: value }),
  (value) => ({ kubernetes: { maxPods: value, 'max-pods': value } }),
  (value) => ({ kubernetes: { nodeLabels: value, 'node-labels': value } }),
  (value) => ({ kubernetes: { nodeLabels: { a: value }, 'node-labels': { a: value } } }),
  (value) => ({ kubernetes: { nodeTaints: { a: value }, 'node-taints': { a: value } } }),
  (value) => ({ kubernetes: { nodeTaints: { a: [value] }, 'node-taints': { a: [value] } } }),
  (value) => ({ kubernetes: { clusterDnsIp: value, 'cluster-dns-ip': value } }),
  (value) => ({ kubernetes: { clusterDnsIp: [value], 'cluster-dns-ip': [value] } }),
  (value) => ({ kubernetes: { memoryThrottlingFactor: value, 'memory-throttling-factor': value } }),
  (value) => ({ kubernetes: { evictionHard: value, 'eviction-hard': value } }),
  (value) => ({ kubernetes: { serverKey: value, 'server-key': value } }),
  (value) => ({ kubernetes: { credentialProviders: { a: value }, 'credential-providers': { a: value } } }),
  (value) => ({ kernel: { lockdown: value } }),
  (value) => ({ kernel: { hugepages: { static: value, staticPages: value } } }),
  (value) => ({ network: { hosts: value } }),
  (value) => ({ network: { hosts: [value] } }),
  (value) => ({ network: { hosts: [[value, value], { address: value, hostnames: value }] } }),
  (value) => ({ containerRegistry: { mirrors: value }, 'container-registry': { mirrors: value } }),
  (value) => ({ bootstrapCommands: { a: { commands: value } }, 'bootstrap-commands': { a: { commands: [value] } } }),
  (value) => ({ imageVerifierPlugins: value, 'image-verifier-plugins': value }),
  (value) => ({ unknown: value }),
  (value) => ({ kubernetes: { unknown: value } }),
  (value) => ({ kubernetes: { unknown: { deeper: [value] } } }),
];

/** Everything that looks at settings from outside, and says what is wrong with them. */
const READERS: Record<string, (value: unknown) => { document: TomlTable; issues: BottlerocketIssue[] }> = {
  'as typed settings': (value) => readSettings(value, 'property', NO_TOKENS),
  'as TOML': (value) => readSettings(value, 'key', NO_TOKENS),
  'as typed settings of an app': (value) => readSettings(value, 'property', CDK_TOKENS),
  'as additional settings': (value) => readAdditional(value, CDK_TOKENS),
};

/** Whatever comes in: nothing is thrown, messages stay short, and what is taken can be written. */
function expectCalm(read: (value: unknown) => { document: TomlTable; issues: BottlerocketIssue[] }, value: unknown) {
  const { document, issues } = read(value);
  expect(issues.length).toBeLessThan(50_000);
  issues.slice(0, 100).forEach((found) => expect(text(found).length).toBeLessThan(10_000));
  const { text: toml } = writeToml(document, UserDataTarget.EC2, CDK_TOKENS);
  expect(() => parseToml(toml.replace(/\$\{Token\[[^\]]*\]\}/g, ''))).not.toThrow();
}

describe.each(Object.entries(READERS))('read %s', (_, read) => {
  test.each(Object.entries(hostileValues()))('%s does no harm', (__, value) => {
    PLACES.forEach((place) => expectCalm(read, place(value)));
  });

  test('values of any kind do no harm', () => {
    fc.assert(
      fc.property(anything(), (value) => expectCalm(read, value)),
      runs(1000),
    );
  });
});

/** Objects of JavaScript in all their kinds, most of them under keys that are settings. */
function anything(): fc.Arbitrary<unknown> {
  const keys = settingsModel().root.entries.flatMap(({ key, property, shape }) => [
    key,
    property,
    ...(shape.kind === 'table' ? shape.entries.flatMap((entry) => [entry.key, entry.property]) : []),
  ]);
  return fc.anything({
    key: fc.oneof(
      { arbitrary: fc.constantFrom(...keys), weight: 5 },
      fc.constantFrom('__proto__', 'constructor', 'prototype', 'a', 'length', 'resolve', 'toJSON'),
      fc.string(),
    ),
    maxDepth: 4,
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withObjectString: true,
    withSparseArray: true,
    withTypedArray: true,
    withUnicodeString: true,
  });
}

describe('user data', () => {
  const create = (value: unknown) => () => {
    const props = { settings: value as object, additionalSettings: value as { [key: string]: unknown } };
    new BottlerocketUserData(props).render();
  };

  test.each(Object.entries(hostileValues()))('from %s is made, or refused with issues', (_, value) => {
    for (const action of [create(value), create({ kubernetes: value }), create({ motd: value, x: value })]) {
      try {
        action();
      } catch (error) {
        expect(BottlerocketErrors.isIssuesError(error)).toBe(true);
      }
    }
  });
});

test.each(Object.entries(hostileValues()))('%s is shown in a few words', (_, value) => {
  expect(show(value).length).toBeLessThan(200);
});
