/** The most memory that a process has while it makes and synthesises node groups. Only watched. */
import { join } from 'node:path';
import { run } from './child-process';
import { bundle } from './compare-processes';
import { measureInTurns, ROUNDS } from './result';

const GROUPS = ROUNDS < 11 ? 2 : 200;

const [ours, others] = ['by-us', 'by-hand'].map((who) => bundle(join('bench', 'once', `node-groups-${who}.ts`)));

measureInTurns(
  {
    name: `memory to synthesise ${GROUPS} node groups`,
    unit: 'MiB',
    against: 'CfnLaunchTemplate and CfnNodegroup by hand, with the same result',
  },
  () => run(ours!, `${GROUPS}`).memory,
  () => run(others!, `${GROUPS}`).memory,
);
