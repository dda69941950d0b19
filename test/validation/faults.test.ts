import { App, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAssembly } from '../../lib/validation/assembly';
import { answer, AssemblyNode, checkTemplates } from '../../lib/validation/check-assembly';
import { TEMPLATE_RULES } from '../../lib/validation/generated/rules.generated';
import { FAULTS, World } from '../helpers/faulty-app';

/** An app of aws-cdk-lib alone, with a fault in each construct. */
describe('of what constructs of aws-cdk-lib make without a word', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'faults-'));
  const paths = new Map<string, string>();
  let nodes: AssemblyNode[];

  beforeAll(() => {
    const stack = new Stack(new App({ outdir }), 'Faulty', { env: { account: '123456789012', region: 'eu-west-3' } });
    const world = new World(stack, 'World');
    FAULTS.forEach(({ name, make }, index) => {
      const scope = new Construct(stack, `Fault${index}`);
      paths.set(name, (make(scope, world) ?? scope).node.path);
    });
    App.of(stack)!.synth();
    const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
    nodes = checkTemplates(answer(readAssembly(outdir), read));
  });

  afterAll(() => rmSync(outdir, { recursive: true }));

  test.each(FAULTS)('$name is found', ({ name, code, says = /./ }) => {
    const path = paths.get(name)!;
    const here = nodes
      .filter(({ node }) => node.path === path || node.path.startsWith(`${path}/`))
      .flatMap(({ node, of, findings }) => findings.map((finding) => ({ node, of, ...finding })));
    expect(here.map(({ issue }) => issue.code)).toContain(code);
    const texts = here.filter(({ issue }) => issue.code === code).map(({ issue }) => issue);
    expect(texts.map(({ message, fix, path: at }) => `${at} ${message} ${fix}`).join('\n')).toMatch(says);
    // Every finding can be traced to its place, and says what to do.
    for (const { node, issue, location, of } of here) {
      expect(of.text).toContain(`"${node.logicalId}": {`);
      expect(location).toMatch(/^Properties\/\w+/);
      expect(issue.fix).not.toBe('');
    }
  });

  test('every rule that constructs of aws-cdk-lib break has a fault here', () => {
    const page = readFileSync(join(__dirname, '..', '..', 'docs', 'rules.md'), 'utf8').split('## What constructs')[1]!;
    const broken = TEMPLATE_RULES.filter((code) => page.includes(`[\`${code}\`]`));
    expect(broken.length).toBeGreaterThan(8);
    expect(broken.filter((code) => !FAULTS.some((fault) => fault.code === code))).toEqual([]);
  });
});
