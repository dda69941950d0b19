/** Node groups made and synthesised, in a process that is warm, each time in a new app. */
import { setFlagsFromString } from 'node:v8';
import { byHand, resourcesOf, synthesise, withAwsEks, Writer } from './node-groups';
import { withThisLibrary } from './node-groups-by-us';
import { measureInTurns, ROUNDS } from './result';

// The L2 calls InstanceType.of of the CDK, a table of 8 KiB of bytecode. Once that is hot, V8 compiles it for longer than anyone
// waits, and the process does not end. Nothing of this library is as large.
setFlagsFromString('--max-optimized-bytecode-size=8000');

const SIZE = { stacks: 1, groups: ROUNDS < 11 ? 2 : 100 };

checkSameResult();
const perGroup = (write: Writer) => () => synthesise(write, SIZE).time / SIZE.groups;
const sides = [withThisLibrary, byHand, withAwsEks].map(perGroup);
for (let time = 0; time < (ROUNDS < 11 ? 1 : 5); time++) {
  sides.forEach((side) => side());
}

measureInTurns(
  {
    name: 'construct and synthesise a node group',
    unit: 'ms',
    against: 'CfnLaunchTemplate and CfnNodegroup by hand, with the same result',
    goal: 1.05,
  },
  perGroup(withThisLibrary),
  perGroup(byHand),
);
measureInTurns(
  {
    name: 'construct and synthesise a node group, against the L2',
    unit: 'ms',
    against: 'CfnLaunchTemplate by hand and Nodegroup of aws-eks-v2, with the same launch template',
    goal: 1,
  },
  perGroup(withThisLibrary),
  perGroup(withAwsEks),
);

/** Nothing can be compared that does not do the same. */
function checkSameResult(): void {
  const [ours, others] = [withThisLibrary, byHand].map((write) =>
    resourcesOf(synthesise(write, { stacks: 1, groups: 2 }).templates[0]!),
  );
  if (JSON.stringify(ours) !== JSON.stringify(others)) {
    throw new Error(`the node groups by hand are others:\n${ours!.join('\n')}\n${others!.join('\n')}`);
  }
}
