/** How large templates become. There is a limit of 1 MB for each. Only watched. */
import { byHand, synthesise, Writer } from './node-groups';
import { withThisLibrary } from './node-groups-by-us';
import { measureInTurns } from './result';

const GROUPS = 20;

const bytes = (write: Writer) => Buffer.byteLength(synthesise(write, { stacks: 1, groups: GROUPS }).templates[0]!);
// The same in every round.
const [ours, others] = [bytes(withThisLibrary), bytes(byHand)];

measureInTurns(
  {
    name: `template with ${GROUPS} node groups`,
    unit: 'bytes',
    against: 'CfnLaunchTemplate and CfnNodegroup by hand, with the same result',
  },
  () => ours,
  () => others,
);
