import { byHand, synthesise } from '../node-groups';

synthesise(byHand, { stacks: 1, groups: Number(process.argv[2]) });
