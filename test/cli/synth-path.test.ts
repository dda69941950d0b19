import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const ONLY_FOR_THE_COMMAND_LINE =
  /node_modules\/(?:@aws-sdk|@smithy|proxy-agent|write-file-atomic|commander|cli-progress)\/|\/lib\/cli\//;

/** The files of the command line that are loaded for an app. */
function loadedBy(...more: string[]): string[] {
  const script = join(ROOT, 'test', 'helpers', 'synthesise-and-list.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', 'tsx/cjs', script, ...more], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  const files = stdout.split('\n');
  expect(files.some((file) => file.includes('lib/eks/managed-nodegroup'))).toBe(true);
  return files.filter((file) => ONLY_FOR_THE_COMMAND_LINE.test(file));
}

test('synthesis loads neither the AWS SDK nor anything else of the command line', () => {
  expect(loadedBy()).toEqual([]);
}, 60_000);

test('this test would notice', () => {
  const loaded = loadedBy(join(ROOT, 'lib', 'cli', 'aws', 'ssm.ts'));
  expect(loaded.some((file) => file.includes('@aws-sdk/client-ssm'))).toBe(true);
}, 60_000);
