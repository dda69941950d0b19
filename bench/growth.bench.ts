/** What a node group of a large app costs more than one of a small app. */
import { byHand, synthesise, Writer } from './node-groups';
import { withThisLibrary } from './node-groups-by-us';
import { measureInTurns, ROUNDS } from './result';

const QUICK = ROUNDS < 11;
/** As many stacks for the node groups in both, so that what a stack costs weighs the same. */
const GROUPS_OF_STACK = 10;
const STACKS = QUICK ? 2 : 200;
/** How many small apps are measured together: one takes too little time. */
const SMALL_APPS = QUICK ? 1 : 20;

const large = (write: Writer) => () =>
  synthesise(write, { stacks: STACKS, groups: GROUPS_OF_STACK }).time / (STACKS * GROUPS_OF_STACK);

const small = (write: Writer) => () => {
  let time = 0;
  for (let app = 0; app < SMALL_APPS; app++) {
    time += synthesise(write, { stacks: 1, groups: GROUPS_OF_STACK }).time;
  }
  return time / (SMALL_APPS * GROUPS_OF_STACK);
};

const count = STACKS * GROUPS_OF_STACK;
compareSizes(`node group of an app with ${count}`, withThisLibrary, 1.1);
// What the CDK itself adds in large apps. Only watched.
compareSizes(`node group of an app with ${count}, by hand`, byHand);

function compareSizes(name: string, write: Writer, goal?: number): void {
  small(write)();
  large(write)();
  const against = `node group of an app with ${GROUPS_OF_STACK}`;
  measureInTurns({ name, unit: 'ms', against, goal }, large(write), small(write));
}
