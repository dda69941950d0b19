/** The first settings of a process, as in `cdk synth`: everything is loaded, compiled, checked and written once. */
import { join } from 'node:path';
import { compareProcesses } from './compare-processes';

compareProcesses({
  name: 'check and render 60 settings, first document of a process',
  subject: join('bench', 'once', 'by-us.ts'),
  against: 'ajv, compiled on the way, and the writer of smol-toml',
  reference: join('bench', 'once', 'by-others.ts'),
  goal: 0.5,
});
