import { synthesise } from '../node-groups';
import { withThisLibrary } from '../node-groups-by-us';

synthesise(withThisLibrary, { stacks: 1, groups: Number(process.argv[2]) });
