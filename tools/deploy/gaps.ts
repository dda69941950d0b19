import { join } from 'node:path';
import { Mapping } from '../schema/read';
import { ResourceFacts } from './facts';

/** What ids of resources begin with that the emulator only pretends to make; emulator/resources.py writes it. */
export const STAND_IN = 'not-emulated';

const FILE = join(__dirname, 'emulator-gaps.yaml');

/** Reasons by resource type. */
export function loadGaps(file = FILE): Map<string, string> {
  const types = Mapping.ofFile(file).mapping('types');
  return new Map(types.keys.map((type) => [type, types.string(type)]));
}

/** How many resources of each type are stand-ins. */
export function standIns(resources: readonly ResourceFacts[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { type, physicalId } of resources) {
    if (physicalId?.startsWith(STAND_IN) === true) {
      counts.set(type, (counts.get(type) ?? 0) + 1);
    }
  }
  return counts;
}

/** Types that nobody said are not emulated, and those that are by now. */
export function gapProblems(known: ReadonlyMap<string, string>, seen: ReadonlySet<string>): string[] {
  return [
    ...[...seen].filter((type) => !known.has(type)).map((type) => `${type} is not emulated; say why in ${FILE}`),
    ...[...known.keys()].filter((type) => !seen.has(type)).map((type) => `${type} is in ${FILE} without need`),
  ];
}
