import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import {
  BottlerocketErrors,
  BottlerocketUserData,
  BottlerocketValidationPlugin,
  mixins,
  SettingsLayer,
} from '../../lib';
import { main } from '../../lib/cli/main';
import { fakeEnvironment } from '../helpers/cli-environment';
import { synthLines } from '../helpers/guide-blocks';
import { Flowchart, readFlowchart } from '../helpers/mermaid';
import { userDataText } from '../helpers/user-data';

const ROOT = join(__dirname, '..', '..');
const PAGE = readFileSync(join(ROOT, 'docs', 'architecture.md'), 'utf8');
const TYPE = /\b(?:AWS::\w+::\w+|Custom::[\w-]+)/g;

/** Sections with lines of code, and what these provision. */
const PROVISIONED = PAGE.split(/^### /m)
  .map((section) => /^((?:EKS|ECS): .*)\n[\s\S]*?```ts\n([\s\S]*?)```\n\n```mermaid\n([\s\S]*?)```/.exec(section))
  .filter((found) => found !== null)
  .map(([, title, code, diagram]) => ({ title: title!, code: code!, diagram: diagram! }));

interface Resource {
  readonly Type: string;
  readonly DependsOn?: readonly string[];
  readonly Properties?: { readonly LaunchTemplateData?: { readonly UserData?: unknown } };
}
type Resources = Readonly<Record<string, Resource>>;

const folder = mkdtempSync(join(tmpdir(), 'architecture-'));
afterAll(() => rmSync(folder, { recursive: true }));

function synth(code: string, name: string): Resources {
  return synthLines(code, join(folder, name)).Resources as Resources;
}

/** Resources that a resource refers to, and those that it only waits for. */
function edgesOf(id: string, all: Resources): { to: string; dotted: boolean }[] {
  const { DependsOn = [], ...rest } = all[id]!;
  const text = JSON.stringify(rest);
  return Object.keys(all).flatMap((to) => {
    const refers = [`{"Ref":"${to}"}`, `{"Fn::GetAtt":["${to}",`, `\${${to}}`, `\${${to}.`].some((one) =>
      text.includes(one),
    );
    return to !== id && (refers || DependsOn.includes(to)) ? [{ to, dotted: !refers }] : [];
  });
}

/** The box that shows a resource: the one with its name, and its type where two resources have one name. */
function boxOf(id: string, { Type }: Resource, { nodes, groups }: Flowchart): string | undefined {
  const name = id.replace(/[0-9A-F]{8}$/, '');
  return [...nodes.values()].find(
    (node) => (groups.get(node.id) ?? [node.id]).includes(name) && typesIn(node.label).includes(Type),
  )?.id;
}

function typesIn(text: string): string[] {
  return text.match(TYPE) ?? [];
}

const sorted = (items: Iterable<string>) => [...new Set(items)].sort();
const linked = (from: string, to: string, dotted: boolean) => `${from} ${dotted ? '-.->' : '-->'} ${to}`;

test.each([
  ['no flowchart', 'graph LR\n  A["a"]\n  A --> A\n'],
  ['a quote too few', 'flowchart LR\n  A["a]\n  A --> A\n'],
  ['a bracket too few', 'flowchart LR\n  A(["a"]\n  A --> A\n'],
  ['an arrow to nothing', 'flowchart LR\n  A["a"]\n  A --> B\n'],
  ['an arrow that Mermaid does not have', 'flowchart LR\n  A["a"]\n  A -> A\n'],
  ['a box without an arrow', 'flowchart LR\n  A["a"]\n  B["b"]\n  A --> A\n'],
  ['a box twice', 'flowchart LR\n  A["a"]\n  A["b"]\n  A --> A\n'],
  ['a word that Mermaid keeps for itself', 'flowchart LR\n  end["a"]\n  end --> end\n'],
])('a diagram is refused for %s', (_, diagram) => {
  expect(() => readFlowchart(diagram)).toThrow(/^(?:not a|not understood|without a box)/);
});

test('every diagram of the page can be read', () => {
  const diagrams = [...PAGE.matchAll(/```mermaid\n([\s\S]*?)```/g)].map(([, diagram]) => readFlowchart(diagram!));
  expect(diagrams).toHaveLength(PROVISIONED.length + 2);
});

describe('what is provisioned', () => {
  const leftOut = new Set<string>();
  let given: Resources;
  beforeAll(() => {
    given = synth('', 'given');
  });

  test('has a diagram for every construct', () => {
    const made = PROVISIONED.map(({ code }) => [...code.matchAll(/new (Bottlerocket(?!Image)\w+)/g)].at(-1)![1]);
    expect(made).toEqual([
      'BottlerocketManagedNodegroup',
      'BottlerocketSelfManagedNodegroup',
      'BottlerocketNodeClass',
      'BottlerocketUpdateOperator',
      'BottlerocketCapacityProvider',
      'BottlerocketEcsUpdater',
    ]);
  });

  test.each(PROVISIONED)('the diagram of $title is what its lines make', ({ title, code, diagram }) => {
    const chart = readFlowchart(diagram);
    const all = synth(code, title.replace(/\W+/g, '-'));
    const box = (id: string) => boxOf(id, all[id]!, chart);
    const made = Object.keys(all).filter((id) => !(id in given));
    // Capacity in the diagram of the updater has a diagram of its own.
    const shown = made.filter((id) => title !== 'ECS: the updater' || id.startsWith('Updater'));

    expect(shown.filter((id) => box(id) === undefined)).toEqual([]);
    const types = new Set(Object.values(all).map(({ Type }) => Type));
    expect(typesIn(diagram).filter((type) => !types.has(type))).toEqual([]);

    const edges = shown.flatMap((id) => edgesOf(id, all).map((edge) => ({ id, ...edge })));
    edges.filter(({ to }) => box(to) === undefined).forEach(({ to }) => leftOut.add(all[to]!.Type));
    const real = edges.flatMap(({ id, to, dotted }) => {
      const [one, other] = [box(id), box(to)];
      return other === undefined || one === other ? [] : [{ from: one!, to: other, dotted }];
    });
    // A box may stand for several resources. Where one of them refers to the other, that is what is shown.
    const shows = ({ from, to, dotted }: (typeof real)[number]) =>
      !dotted || !real.some((edge) => edge.from === from && edge.to === to && !edge.dotted);
    expect(sorted(chart.edges.map(({ from, to, dotted }) => linked(from, to, dotted)))).toEqual(
      sorted(real.filter(shows).map(({ from, to, dotted }) => linked(from, to, dotted))),
    );
    expect(chart.edges).toHaveLength(new Set(chart.edges.map(({ from, to }) => `${from} ${to}`)).size);

    // Every resource that stands behind a box is there, and round boxes are what the lines did not make.
    for (const { id, label, round } of chart.nodes.values()) {
      const behind = Object.keys(all).filter((one) => box(one) === id);
      expect([id, sorted(behind.map((one) => all[one]!.Type))]).toEqual([id, sorted(typesIn(label))]);
      const names = behind.map((one) => one.replace(/[0-9A-F]{8}$/, ''));
      expect(sorted(names)).toEqual(sorted(chart.groups.get(id) ?? [id]));
      const isNew = behind.some((one) => made.includes(one));
      expect([id, round]).toEqual([id, !isNew || (title === 'EKS: the update operator' && id === 'Nodes')]);
    }
  });

  test('says which types are left out', () => {
    const [sentence] = /To keep them small[\s\S]*?\n\n/.exec(PAGE)!;
    expect(sorted(typesIn(sentence))).toEqual(sorted(leftOut));
  });
});

function sectionOf(title: string): string {
  const [, text] = new RegExp(`^##+ ${title}\n([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(PAGE)!;
  return text!;
}

function diagramIn(text: string): Flowchart {
  return readFlowchart(/```mermaid\n([\s\S]*?)```/.exec(text)![1]!);
}

/** The rows of a table, without its head. */
function rowsOf(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe('from settings to the launch template', () => {
  const section = sectionOf('From settings to the launch template');

  test('every step is where the diagram says', () => {
    const labels = [...diagramIn(section).nodes.values()].map(({ label }) => label);
    const steps = labels.flatMap((label) => [...label.matchAll(/(\w+) in (lib\/[\w/-]+\.ts)/g)]);
    expect(steps.length).toBeGreaterThanOrEqual(11);
    const made = (name: string, path: string) =>
      new RegExp(`(?:function|class|public) ${name}\\b`).test(readFileSync(join(ROOT, path), 'utf8'));
    expect(steps.filter(([, name, path]) => !made(name!, path!)).map(([step]) => step)).toEqual([]);
  });

  test('the layers are those that there are, in their order', () => {
    const [, layers] = /from the\slightest: ([^.]*)\./.exec(section)!;
    expect(layers!.split(', ')).toEqual(Object.values(SettingsLayer).map((layer) => `\`${layer}\``));
  });

  test('tokens are in the user data as shown', () => {
    const [, code, toml] = /```ts\n([\s\S]*?)```\n\n```toml\n([\s\S]*?)```/.exec(section)!;
    const template = Object.values(synth(code!, 'tokens')).find(({ Type }) => Type === 'AWS::EC2::LaunchTemplate')!;
    const text = userDataText(template.Properties!.LaunchTemplateData!.UserData);
    expect(text).toMatch(/<Vpc\w+>/);
    expect(text.replace(/<(\w+)>/g, '${$1}')).toBe(toml);
  });
});

describe('when checks run', () => {
  const shown = rowsOf(sectionOf('When checks run')).map((cells) => /`(\w+)`$/.exec(cells.at(-1)!)![1]!);
  const [atOnce, atSynthesis, ...ofTemplates] = shown;
  const app = () => new App({ outdir: mkdtempSync(join(folder, 'app-')) });
  const kubernetes = (settings: object) => ({ kubernetes: settings });

  function codesOf(run: () => unknown): string[] {
    try {
      run();
    } catch (error) {
      return BottlerocketErrors.issuesOf(error).map(({ code }) => code);
    }
    return [];
  }

  test('a value is refused where it is given', () => {
    expect(codesOf(() => new BottlerocketUserData({ settings: kubernetes({ maxPods: -1 }) }))).toEqual([atOnce]);
  });

  test('settings that only contradict each other are refused at synthesis, and not before', () => {
    const made = app();
    const userData = new BottlerocketUserData();
    const template = new ec2.CfnLaunchTemplate(new Stack(made, 'Stack'), 'Template', { launchTemplateData: {} });
    template.with(new mixins.LaunchTemplateUserData(userData));
    userData.addSettings(kubernetes({ imageGcHighThresholdPercent: 50 }));
    userData.addSettings(kubernetes({ imageGcLowThresholdPercent: 80 }));
    expect(() => made.synth()).toThrow(`[${atSynthesis}]`);
  });

  test('what others wrote is found in the template, by the plugin and by the commands', async () => {
    const text = '[settings.kubernetes]\nmax_pods = 58\n';
    const made = app();
    new ec2.LaunchTemplate(new Stack(made, 'Stack'), 'Template', { userData: ec2.UserData.custom(text) });
    const { templateFullPath: path } = made.synth().getStackByName('Stack');
    const { success, violations } = new BottlerocketValidationPlugin().validate({ templatePaths: [path] });
    expect(success).toBe(false);
    const errors = violations.filter(({ severity }) => severity === 'error').map(({ ruleName }) => ruleName);

    const files = { 'template.json': readFileSync(path, 'utf8'), 'nodes.toml': text };
    const commands = [
      ['check', 'template.json'],
      ['settings', 'check', 'nodes.toml'],
    ];
    const found = await Promise.all(
      commands.map(async (args) => {
        const environment = fakeEnvironment({ files });
        expect([args, await main(args, environment)]).toEqual([args, 1]);
        return /error \[(\w+)\]/.exec(environment.stdout.text)?.[1];
      }),
    );
    expect([...errors, ...found]).toEqual(ofTemplates);
  });
});

describe('the floors of lib/', () => {
  const section = sectionOf('The floors of lib/');
  const [, list] = /const FLOORS = \[([^\]]*)\]/.exec(readFileSync(join(ROOT, 'eslint.config.mjs'), 'utf8'))!;
  const floors = [...list!.matchAll(/'(\w+)'/g)].map(([, floor]) => floor!);
  const imports = importsBetween([...floors, 'cli']);

  test('are those that the linter knows, from the top down', () => {
    expect([...diagramIn(section).nodes.keys()]).toEqual(['cli', ...[...floors].reverse()]);
    const rooms = readdirSync(join(ROOT, 'lib'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.map(({ name }) => name).sort()).toEqual([...floors, 'cli'].sort());
  });

  test('may import what the linter lets them, and do import what the table says', () => {
    const rows = floors.map((floor, index) => {
      const below = floors.slice(0, index).filter((other) => floor !== 'ecs' || other !== 'eks');
      const from = below.filter((other) => imports.get(floor)!.has(other));
      expect([...imports.get(floor)!].filter((other) => !below.includes(other))).toEqual([]);
      return [floor, below, from].map(
        (names) =>
          [names]
            .flat()
            .map((name) => `\`${name}\``)
            .join(', ') || 'none',
      );
    });
    expect(rowsOf(section)).toEqual(rows.reverse());
  });

  test('stand on each other as the diagram says', () => {
    const { edges } = diagramIn(section);
    const arrows = (from: string) => edges.filter((edge) => edge.from === from).map(({ to }) => to);
    const under = (floor: string): string[] => arrows(floor).flatMap((to) => [to, ...under(to)]);
    for (const [floor, others] of imports) {
      expect([floor, [...others].filter((other) => !under(floor).includes(other))]).toEqual([floor, []]);
      // Every arrow is an import, and none says what the others say.
      expect([floor, arrows(floor).filter((to) => !others.has(to))]).toEqual([floor, []]);
      const twice = arrows(floor).filter((to) => arrows(floor).some((other) => under(other).includes(to)));
      expect([floor, twice]).toEqual([floor, []]);
    }
  });

  test('the command line imports what the page lets it', () => {
    const [, apart] = /nothing from ([^.]*)\./.exec(section)!;
    const named = [...apart!.matchAll(/`(\w+)`/g)].map(([, floor]) => floor!);
    const [, linted] = /const OF_THE_CDK = \[([^\]]*)\]/.exec(readFileSync(join(ROOT, 'eslint.config.mjs'), 'utf8'))!;
    expect([...named, 'hardening'].map((floor) => `'${floor}'`).join(', ')).toBe(linted);
    expect(named.filter((floor) => imports.get('cli')!.has(floor))).toEqual([]);
  });
});

/** Which floor imports from which, as the code says. */
function importsBetween(floors: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    floors.map((floor) => {
      const names = readdirSync(join(ROOT, 'lib', floor), { recursive: true, encoding: 'utf8' });
      const files = names.filter((name) => name.endsWith('.ts')).map((name) => posix.join('lib', floor, name));
      const others = files.flatMap((file) =>
        [...readFileSync(join(ROOT, file), 'utf8').matchAll(/(?:from|import\(|require\() ?'(\.[^']*)'/g)].map(
          ([, target]) => posix.join(posix.dirname(file), target!).split('/')[1]!,
        ),
      );
      return [floor, new Set(others.filter((other) => other !== floor))];
    }),
  );
}
