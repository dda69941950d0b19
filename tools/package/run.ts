/**
 * Writes the sources of the packages for all languages into dist.
 *
 * Usage: tsx tools/package/run.ts
 */
import { join } from 'node:path';
import { generatePackages } from '../languages/packages';
import { ROOT } from '../languages/process';

generatePackages(join(ROOT, 'dist'));
