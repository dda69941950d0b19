/**
 * Writes the picture of a report in README.md: the examples, as `cdk-bottlerocket report` shows them.
 *
 * Usage: tsx --tsconfig tsconfig.dev.json tools/screenshot.ts
 */
import { App, Stack } from 'aws-cdk-lib';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { processEnvironment } from '../lib/cli/environment';
import { main } from '../lib/cli/main';
import { openBrowser } from './browser';

const ROOT = join(__dirname, '..');
const PICTURE = join(ROOT, 'docs', 'images', 'report.png');
const EXAMPLES = ['eks-hardened', 'ecs-gpu-arm'];

async function takePicture(folder: string): Promise<void> {
  const app = new App({ outdir: join(folder, 'cdk.out') });
  for (const name of EXAMPLES) {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- chosen at run time
    const { DemoStack } = require(join(ROOT, 'examples', name, 'app.ts')) as Example;
    new DemoStack(app, name);
  }
  app.synth();
  const page = join(folder, 'report.html');
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const silent = { isTTY: false, write: () => Promise.resolve() };
  await main(['report', app.outdir, '--html', page], {
    ...processEnvironment(version),
    stdout: silent,
    stderr: silent,
  });
  const browser = await openBrowser();
  try {
    const tab = await browser.newPage({ viewport: { width: 1100, height: 1150 } });
    await tab.goto(pathToFileURL(page).href);
    mkdirSync(dirname(PICTURE), { recursive: true });
    await tab.screenshot({ path: PICTURE });
  } finally {
    await browser.close();
  }
}

/** Every example exports its stack. */
interface Example {
  readonly DemoStack: new (scope: App, id: string) => Stack;
}

const folder = mkdtempSync(join(tmpdir(), 'screenshot-'));
void takePicture(folder).finally(() => rmSync(folder, { recursive: true }));
