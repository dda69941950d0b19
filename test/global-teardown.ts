import { rmSync } from 'node:fs';

/** Removes what the tests left in their folder for temporary files. */
export default function tearDown(): void {
  rmSync(process.env.TEST_TEMPORARY_FOLDER!, { recursive: true, force: true });
}
