import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthLines } from '../helpers/guide-blocks';
import { Flowchart, readFlowchart } from '../helpers/mermaid';

const ROOT = join(__dirname, '..', '..');
const PAGE = readFileSync(join(ROOT, 'docs', 'architecture.md'), 'utf8');
const TYPE = /\b(?:AWS::\w+::\w+|Custom::[\w-]+)/g;

/** Sections with lines of code, and what these provision. */
const PROVISIONED = PAGE.split(/^### /m)
  .map((section) => /^(.*)\n[\s\S]*```ts\n([\s\S]*?)```\n\n```mermaid\n([\s\S]*?)```/.exec(section))
  .filter((found) => found !== null)
  .map(([, title, code, diagram]) => ({ title: title!, code: code!, diagram: diagram! }));

interface Resource {
  readonly Type: string;
  readonly DependsOn?: readonly string[];
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
