import { chmodSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives the tests a folder of their own for temporary files. The CDK copies the assets of every app into one and leaves
 * them there, which is gigabytes for all tests.
 */
export default function setUp(): void {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'cdk-bottlerocket-test-'));
  // Some tests run a command as another user.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  process.env.TEST_TEMPORARY_FOLDER = folder;
}
