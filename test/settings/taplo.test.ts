import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { settingsSchema } from '../../lib/settings/json-schema';
import { taploLint } from '../helpers/taplo';

const ROOT = join(__dirname, '..', '..');
const PUBLISHED = join('node_modules', 'cdk-bottlerocket', 'docs', 'settings.schema.json');

// Taplo is WebAssembly that is compiled each time it starts.
jest.setTimeout(120_000);

let app: string;

/** Writes a file into the app, and gives its path. */
function file(name: string, text: string): string {
  const path = join(app, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

beforeAll(() => {
  app = realpathSync(mkdtempSync(join(tmpdir(), 'taplo-')));
  mkdirSync(dirname(join(app, PUBLISHED)), { recursive: true });
  copyFileSync(join(ROOT, 'docs', 'settings.schema.json'), join(app, PUBLISHED));
});

afterAll(() => rmSync(app, { recursive: true }));

const WRONG = '[settings.kubernetes]\nmax-pods = "5"\n';

describe('Taplo finds the schema', () => {
  test('by a line at the top of a file, relative to the file', () => {
    file('top.toml', `#:schema ./${PUBLISHED}\n${WRONG}`);
    file('nodes/below.toml', `#:schema ../${PUBLISHED}\n${WRONG}`);
    const { code, found } = taploLint(app, 'top.toml', 'nodes/below.toml');
    expect(code).toBe(1);
    expect(found).toMatchObject([
      { file: join(app, 'nodes', 'below.toml'), line: 3, column: 12 },
      { file: join(app, 'top.toml'), line: 3, column: 12, message: '"5" is not of type "integer"' },
    ]);
  });

  test('by its configuration file', () => {
    const config = `include = ["config/*.toml"]\n[[rule]]\ninclude = ["config/*.toml"]\n[rule.schema]\npath = "./${PUBLISHED}"\n`;
    file('.taplo.toml', config);
    file('config/a.toml', WRONG);
    const { code, found } = taploLint(app);
    expect(code).toBe(1);
    expect(found).toMatchObject([{ file: join(app, 'config', 'a.toml'), line: 2, column: 12 }]);
    rmSync(join(app, '.taplo.toml'));
  });
});

describe('what is wrong is shown where it stands', () => {
  /** What is wrong in a text, the place, and words of the message. */
  const CASES: [string, string, number, RegExp][] = [
    ['an unknown key', '[settings.kubernetes]\nmax-pods = 5\nmax-pod = 5\n', 3, /'max-pod' was unexpected/],
    ['an unknown group', '[settings.kubernets]\nmax-pods = 5\n', 1, /'kubernets' was unexpected/],
    ['a key outside of settings', '[kubernetes]\nmax-pods = 5\n', 1, /"settings" is a required property/],
    ['text for a number', '[settings.kubernetes]\nmax-pods = "5"\n', 2, /not of type "integer"/],
    ['a number for text', '[settings.kernel.sysctl]\n"net.core.somaxconn" = 5\n', 2, /not of type "string"/],
    ['a number for a boolean', '[settings.updates]\nignore-waves = 1\n', 2, /not of type "boolean"/],
    ['a number out of range', '[settings.kubernetes]\nlog-level = 256\n', 2, /256 is greater than the maximum of 255/],
    ['a number that is no multiple', '[settings.kubernetes]\nids-per-pod = 5\n', 2, /not a multiple of 65536/],
    [
      'an unknown word',
      '[settings.kernel]\nlockdown = "full"\n',
      2,
      /not one of \["none","integrity","confidentiality"\]/,
    ],
    [
      'an unknown word in a list',
      '[settings.kubernetes]\ncpu-manager-policy-options = [\n  "full"\n]\n',
      3,
      /not one of/,
    ],
    [
      'an unknown key of a closed set',
      '[settings.kubernetes.eviction-hard]\n"mem" = "5%"\n',
      2,
      /'mem' was unexpected/,
    ],
    [
      'a value against its pattern',
      '[settings.kubernetes.eviction-hard]\n"memory.available" = "5"\n"pid.available" = "100%"\n',
      3,
      /does not match/,
    ],
    ['a key against its pattern', '[settings.kubernetes.node-labels]\na = "b"\n"-a" = "b"\n', 3, /"-a" does not match/],
    ['what is no base64', '[settings.host-containers.admin]\nuser-data = "{}"\n', 2, /does not match/],
    ['what is no address', '[settings.dns]\nname-servers = ["10.0.0.256"]\n', 2, /does not match/],
    [
      'what is missing',
      '[settings.kubernetes.credential-providers.ecr]\nenabled = true\n',
      1,
      /"image-patterns" is a required/,
    ],
    ['an empty list of taints', '[settings.kubernetes.node-taints]\na = []\n', 2, /has less than 1 item/],
    ['a wrong taint', '[settings.kubernetes.node-taints]\na = ["x"]\n', 2, /"x" does not match/],
    [
      'a setting under two names',
      '[settings.boot]\nkernel = { a = [] }\nkernel-parameters = { a = [] }\n',
      3,
      /not allowed/,
    ],
    [
      'a command for another program',
      '[settings.bootstrap-commands.a]\ncommands = [["ls"]]\n',
      2,
      /not one of \["apiclient"\]/,
    ],
    ['a broken pair', '[settings.network]\nhosts = [["10.0.0.1"]]\n', 2, /less than 2 items/],
  ];

  // In one run, since Taplo takes seconds to start.
  test('in every kind of fault, and nowhere in what this library writes', () => {
    const right = ['every-setting.toml', 'user-data.toml'].map((name) => join(ROOT, 'test', 'golden', name));
    right.forEach((path) => file(`bad/right-${basename(path)}`, readFileSync(path, 'utf8')));
    const names = CASES.map(([, text], index) => basename(file(`bad/${index}.toml`, text)));
    names.push(...right.map((path) => `right-${basename(path)}`));
    const { code, found, files } = taploLint(join(app, 'bad'), '--schema', `file://${join(app, PUBLISHED)}`, ...names);
    expect(code).toBe(1);
    expect(files).toBe(names.length);
    expect(found.filter((finding) => basename(finding.file).startsWith('right-'))).toEqual([]);
    const missed = CASES.filter(([, , line, message], index) => {
      const own = found.filter((finding) => basename(finding.file) === `${index}.toml`);
      return !own.some((finding) => finding.line === line && message.test(finding.message));
    });
    expect(missed.map(([what]) => what)).toEqual([]);
  });

  test('with the schema of a variant', () => {
    const schema = file('ecs.schema.json', JSON.stringify(settingsSchema({ variant: 'aws-ecs-3' })));
    file('ecs.toml', '[settings.ecs]\ncluster = "demo"\n');
    file('k8s.toml', '[settings.kubernetes]\nmax-pods = 5\n');
    const { found } = taploLint(app, '--schema', `file://${schema}`, 'ecs.toml', 'k8s.toml');
    expect(new Set(found.map((finding) => basename(finding.file)))).toEqual(new Set(['k8s.toml']));
    expect(found[0]!.message).toMatch(/'kubernetes' was unexpected/);
  });
});
