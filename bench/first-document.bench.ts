/** The first settings of a process, as in `cdk synth`: everything is loaded, compiled, checked and written once. */
import { join } from 'node:path';
import { compareProcesses } from './compare';

compareProcesses({
  name: 'load, check and render the first 60 settings',
  subject: join('bench', 'once', 'by-us.ts'),
  against: 'ajv and the writer of smol-toml',
  reference: join('bench', 'once', 'by-others.ts'),
  goal: 0.5,
});
