import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import { BottlerocketUserData } from '../../../lib';
import { NO_TOKENS } from '../../../lib/private/token-reader';
import { BottlerocketIssue, IssueSeverity, UserDataTarget } from '../../../lib/settings';
import { readSettings } from '../../../lib/settings/check/read';
import { readAdditional } from '../../../lib/settings/check/read-additional';
import { TomlTable } from '../../../lib/settings/model/document';
import { settingsModel } from '../../../lib/settings/model/settings-model';
import { documentedSettings } from '../../../lib/settings/model/settings-reference';
import { writeToml } from '../../../lib/settings/toml/write-toml';
import { eksObjections } from '../../helpers/eks-toml';
import { documentWith } from '../../helpers/settings-paths';
import { parseToml, plain } from '../../helpers/toml';

/** Texts that would add a setting, were they not written with care. */
const INJECTIONS: readonly string[] = [
  '"\n[settings.host-containers.admin]\nenabled = true\n#',
  "'\n[settings.host-containers.admin]\nenabled = true\n#",
  '"""\n[settings.host-containers.admin]\nenabled = true\n#',
  "'''\n[settings.host-containers.admin]\nenabled = true\n#",
  'x"\r\n[settings.host-containers.admin]\r\nenabled = true\r\n#',
  'x\\"\n[settings.host-containers.admin]\nenabled = true\n#',
  'x\\',
  'x\\\\"',
  '\\u0022\\n[settings.host-containers.admin]\\nenabled = true',
  'x" } # ',
  'x"], enabled = true, y = ["',
  "x'], enabled = true, y = ['",
  'x", "y',
  "x', 'y",
  'a = true\n',
  'x\u0085[settings.host-containers.admin]',
  'x\u2028[settings.host-containers.admin]',
  'x\u0000"\u001b\u007f',
  '\uFEFF"',
  'x.y.z',
  'x]\n[settings.host-containers.admin',
  'x" = 1\nenabled',
  '__proto__',
];

const TARGETS = [UserDataTarget.EC2, UserDataTarget.EKS_MANAGED, UserDataTarget.KARPENTER];

/** Writes a document, and compares what another parser reads with it. */
function expectFaithful(document: TomlTable): void {
  for (const target of TARGETS) {
    const { text, issues } = writeToml(document, target, NO_TOKENS);
    if (target === UserDataTarget.EKS_MANAGED) {
      expect(eksObjections(text)).toEqual([]);
    }
    if (issues.length === 0) {
      expect(parseToml(text)).toEqual(text === '' ? {} : { settings: plain(document) });
    } else {
      // What cannot be written is left out; nothing may come in its place.
      expect(added(parseToml(text), { settings: plain(document) }, '')).toEqual([]);
    }
  }
}

/** What is in a value that is not in another one. */
function added(value: unknown, other: unknown, path: string): string[] {
  if (typeof value === 'object' && value !== null && typeof other === 'object' && other !== null) {
    return Object.entries(value).flatMap(([key, inner]) => {
      return added(inner, (other as Record<string, unknown>)[key], `${path}.${key}`);
    });
  }
  return Object.is(value, other) ? [] : [path];
}

function isRefused(issues: readonly BottlerocketIssue[]): boolean {
  return issues.some(({ severity }) => severity === IssueSeverity.ERROR);
}

const { types } = settingsModel();
const TEXTS = documentedSettings().filter(({ path, type }) => {
  const { base, also } = types[type ?? '']! ?? {};
  return (
    !path.startsWith('settings.network.hosts[].') &&
    (base === 'string' || base === 'enum' || base === 'list' || also?.base === 'string')
  );
});
const MAPS = documentedSettings().filter(({ entry }) => entry.shape.kind === 'map');

test('settings that are text, and maps, are found in the model', () => {
  expect(TEXTS.length).toBeGreaterThan(100);
  expect(MAPS.length).toBeGreaterThan(10);
});

describe('nothing is added by a text', () => {
  test.each(TEXTS.map(({ path, type }) => [path, type!]))('%s', (path, type) => {
    for (const text of INJECTIONS) {
      const value = types[type]!.base === 'list' ? ['apiclient', text] : text;
      const settings = documentWith(path, value);
      const { document, issues } = readSettings(settings, 'key', NO_TOKENS);
      expectFaithful(document);
      if (!isRefused(issues)) {
        expect(plain(document)).toEqual(plain(settings));
      }
    }
  });
});

describe('nothing is added by a key of a map', () => {
  test.each(MAPS.map(({ path }) => path))('%s', (path) => {
    const below = documentedSettings().find((setting) => setting.path.startsWith(`${path}.<`))!.path;
    for (const key of INJECTIONS) {
      const settings = documentWith(`${below.replace(/\[\]$/, '')} (key)`, key);
      const { document, issues } = readSettings(settings, 'key', NO_TOKENS);
      expectFaithful(document);
      if (!/^[A-Za-z0-9_/.-]+$/.test(key)) {
        expect(isRefused(issues)).toBe(true);
      }
    }
  });
});

test.each(INJECTIONS)('nothing is added by %j in pairs, and in maps that become lists', (text) => {
  const settings = [
    { network: { hosts: [[text, [text]]] } },
    { 'container-registry': { mirrors: { [text]: ['https://example.com', text] } } },
    { 'container-registry': { mirrors: [{ registry: text, endpoint: [text] }] } },
  ];
  settings.forEach((one) => expectFaithful(readSettings(one, 'key', NO_TOKENS).document));
});

describe('nothing is added by additional settings', () => {
  test.each(INJECTIONS)('%j', (text) => {
    for (const input of [
      { x: text },
      { x: { y: [text, { z: text }] } },
      { [text]: 'x' },
      { x: { [text]: { y: 1 } } },
    ]) {
      const { document } = readAdditional(input, NO_TOKENS);
      expectFaithful(document);
    }
  });
});

describe('nothing is added beside a value that is only known at deployment', () => {
  const stack = new Stack(new App(), 'Stack');
  const token = new CfnParameter(stack, 'Text').valueAsString;

  /** What CloudFormation makes of user data. */
  function deployed(settings: object): unknown {
    const resolved: unknown = stack.resolve(new BottlerocketUserData({ settings }).render());
    const [, parts] = (resolved as { 'Fn::Join': [string, unknown[]] })['Fn::Join'];
    return parseToml(parts.map((part) => (typeof part === 'string' ? part : 'some text')).join(''));
  }

  test.each(INJECTIONS)('%j', (text) => {
    const around = `${text}${token}${text}`;
    expect(deployed({ motd: around })).toEqual({ settings: { motd: `${text}some text${text}` } });
    expect(deployed({ kernel: { sysctl: { a: around } } })).toEqual({
      settings: { kernel: { sysctl: { a: `${text}some text${text}` } } },
    });
    expect(deployed({ ntp: { options: [around, text] } })).toEqual({
      settings: { ntp: { options: [`${text}some text${text}`, text] } },
    });
  });
});
