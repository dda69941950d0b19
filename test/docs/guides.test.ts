import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GROUPS } from '../../lib/cli/commands';
import { terminalsOf, withOutput } from '../helpers/cli-page';
import { blocksOf, faultsOf, synthFile, synthLines } from '../helpers/guide-blocks';

const ROOT = join(__dirname, '..', '..');
const PAGES = ['getting-started-eks', 'getting-started-ecs', 'recipes', 'migrating', 'architecture'];
const TEXTS = Object.fromEntries(PAGES.map((page) => [page, readFileSync(join(ROOT, 'docs', `${page}.md`), 'utf8')]));
const BLOCKS = PAGES.flatMap((page) => blocksOf(page, TEXTS[page]!));
const UPDATE = process.env.UPDATE_GOLDEN === 'yes';

const folder = mkdtempSync(join(tmpdir(), 'guides-'));
const before = process.cwd();
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});
let folders = 0;
const outdir = () => join(folder, `${folders++}`);

/** One lock with the images of all examples, where pages look for it. */
beforeAll(() => {
  const locks = readdirSync(join(ROOT, 'examples'))
    .map((name) => join(ROOT, 'examples', name, 'bottlerocket.lock.json'))
    .filter((path) => existsSync(path))
    .map((path) => JSON.parse(readFileSync(path, 'utf8')) as { schemaVersion: number; images: object });
  const images = Object.assign({}, ...locks.map((lock) => lock.images)) as Record<string, object>;
  const sorted = Object.fromEntries(Object.entries(images).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(join(folder, 'bottlerocket.lock.json'), JSON.stringify({ ...locks[0], images: sorted }, undefined, 2));
  process.chdir(folder);
});

function nodesOf(template: Record<string, unknown>): string[] {
  const types = Object.values(template.Resources as Record<string, { Type: string }>).map(({ Type }) => Type);
  return types.filter((type) => ['AWS::EC2::LaunchTemplate', 'Custom::AWSCDK-EKS-KubernetesResource'].includes(type));
}

test('every block of TypeScript compiles, and what does not is found', () => {
  const code = "new BottlerocketManagedNodegroup(this, 'Nodes', { cluster, instanceType: [] });\n";
  const faults = faultsOf([...BLOCKS, { name: 'wrong', code, whole: false }]);
  expect(BLOCKS.length).toBeGreaterThanOrEqual(15);
  expect(faults).toEqual([expect.stringMatching(/^wrong\.ts: .*instanceType/s)]);
}, 60_000);

test.each(BLOCKS.filter(({ whole }) => !whole))('the lines of $name make nodes', ({ code }) => {
  expect(nodesOf(synthLines(code, outdir()))).not.toEqual([]);
});

describe.each(['getting-started-eks', 'getting-started-ecs'])('%s', (page) => {
  const text = TEXTS[page]!;
  const [, code] = /<!-- app\.ts -->\n```ts\n([\s\S]*?)```/.exec(text)!;

  test('has an app that is synthesised', () => {
    const templates = synthFile(code!, outdir());
    expect(templates).toHaveLength(1);
    expect(nodesOf(templates[0]!)).toEqual(['AWS::EC2::LaunchTemplate']);
  });

  test('shows the error of the first mistake', () => {
    const [block, right, wrong, shown] = /<!-- mistake: (.*) -> (.*) -->\n```text\n([\s\S]*?)```/.exec(text)!;
    const changed = code!.replace(right!, () => wrong!);
    expect(changed).not.toBe(code);
    let message = '';
    try {
      synthFile(changed, outdir());
    } catch (error) {
      message = `${(error as Error).message.trim()}\n`;
    }
    if (UPDATE) {
      writeFileSync(
        join(ROOT, 'docs', `${page}.md`),
        text.replace(block, () => block.replace(shown!, () => message)),
      );
    } else {
      expect(message).toBe(shown);
    }
  });
});

test('migrating shows what the commands print', async () => {
  const text = TEXTS.migrating!;
  const shown = await withOutput(text);
  if (UPDATE) {
    writeFileSync(join(ROOT, 'docs', 'migrating.md'), shown);
  } else {
    expect(terminalsOf(text)).toEqual(terminalsOf(shown));
  }
});

test('commands in the pages are those of the command line', () => {
  const lines = PAGES.flatMap((page) => [...TEXTS[page]!.matchAll(/npx cdk-bottlerocket ([^\n`]*)/g)]);
  expect(lines.length).toBeGreaterThan(5);
  for (const [, line] of lines) {
    const [first, second] = line!.split(' ');
    const command = GROUPS.flatMap(({ name: group, commands }) =>
      commands.filter(({ name }) => (group === undefined ? name === first : group === first && name === second)),
    )[0];
    expect([line, command?.name]).toEqual([line, expect.any(String)]);
    const known = command!.options.map(({ name }) => name);
    expect(known).toEqual(expect.arrayContaining([...line!.matchAll(/--([\w-]+)/g)].map(([, name]) => name)));
  }
});

test.each(PAGES)('links of %s lead somewhere', (page) => {
  const links = [...TEXTS[page]!.matchAll(/\]\(([^)#]+)/g)].map(([, link]) => link!);
  expect(links.filter((link) => !existsSync(join(ROOT, 'docs', link)))).toEqual([]);
});
