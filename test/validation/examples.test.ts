import { App, Stack } from 'aws-cdk-lib';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAssembly } from '../../lib/validation/assembly';
import { answer, checkTemplates } from '../../lib/validation/check-assembly';

const EXAMPLES = join(__dirname, '..', '..', 'examples');

/** Every example exports its stack. */
interface Example {
  readonly DemoStack: new (scope: App, id: string) => Stack;
}

test.each(readdirSync(EXAMPLES))('nothing is found in the example %s, and its nodes are', (name) => {
  const outdir = mkdtempSync(join(tmpdir(), 'example-'));
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- chosen at run time
    const { DemoStack } = require(join(EXAMPLES, name, 'app.ts')) as Example;
    const app = new App({ outdir });
    new DemoStack(app, 'Demo');
    app.synth();
    const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
    const nodes = checkTemplates(answer(readAssembly(outdir), read));
    expect(nodes.length).toBeGreaterThan(0);
    const found = nodes.flatMap(({ node, findings }) =>
      findings.map(({ issue }) => `${node.path}: ${issue.code} ${issue.message}`),
    );
    expect(found).toEqual([]);
  } finally {
    rmSync(outdir, { recursive: true });
  }
});
