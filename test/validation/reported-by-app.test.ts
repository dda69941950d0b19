import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '..', 'helpers', 'synthesise-with-plugin.ts');
const WRONG = '[settings.kubernetes]\nmax_pods = 58\n';

const outdir = mkdtempSync(join(tmpdir(), 'reported-'));
afterAll(() => rmSync(outdir, { recursive: true }));

/** Runs an app with the oldest supported aws-cdk-lib as the newest command line of the CDK does: it is told not to fail. */
function synth(text: string, ...acknowledge: string[]): { status: number | null; stderr: string } {
  const context = JSON.stringify({ '@aws-cdk/core:failSynthOnValidationErrors': false });
  const env = { ...process.env, CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: context };
  const args = ['--require', 'tsx/cjs', SCRIPT, text, ...acknowledge];
  return spawnSync(process.execPath, args, { encoding: 'utf8', env });
}

test('what the plugin found is shown and fails the app, where nothing else would', () => {
  const { status, stderr } = synth(WRONG);
  expect(stderr).toContain('error [UnknownSetting] Stack/Nodes/Resource: settings.kubernetes.max_pods');
  expect(stderr).toContain('Fix: Did you mean max-pods?');
  expect(status).toBe(1);
});

test('warnings are shown, and do not fail the app', () => {
  const { status, stderr } = synth('[settings.bootstrap-containers.setup]\nsource = "setup:1"\n');
  expect(stderr).toContain('warning [');
  expect(status).toBe(0);
});

test('what was acknowledged is neither shown nor fails the app', () => {
  const { status, stderr } = synth(WRONG, 'cdk-bottlerocket::UnknownSetting');
  expect(stderr).not.toContain('UnknownSetting');
  expect(status).toBe(0);
});

test('an app without findings prints nothing of the plugin', () => {
  const { status, stderr } = synth('[settings.kubernetes]\nmax-pods = 58\n');
  expect(stderr).not.toContain('cdk-bottlerocket');
  expect(status).toBe(0);
});
