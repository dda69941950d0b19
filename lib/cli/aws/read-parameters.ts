import { inParallel } from '../in-parallel';
import { AwsFailure } from './aws-failure';
import { NAMES_PER_CALL, ParameterStore } from './parameter-store';

/** How many calls are under way at once: enough to be quick, and few enough not to be throttled. */
const CALLS_AT_ONCE = 8;

/** What came of reading parameters in one region. */
export interface RegionAnswer {
  /** What there is, by name. */
  readonly values: ReadonlyMap<string, string>;
  /** Why some or all are not known. */
  readonly failure?: AwsFailure;
}

/** Reads names in regions, ten a call and several calls at once. One answer for each region; nothing throws. */
export async function readParameters(
  store: ParameterStore,
  wanted: ReadonlyMap<string, readonly string[]>,
  onCall: () => void = () => undefined,
): Promise<ReadonlyMap<string, RegionAnswer>> {
  const calls = callsFor(wanted);
  const answers = await inParallel(calls, CALLS_AT_ONCE, async ({ region, names }) => {
    try {
      return { region, values: await store.read(region, names) };
    } catch (error) {
      if (!(error instanceof AwsFailure)) {
        throw error;
      }
      return { region, values: new Map<string, string>(), failure: error };
    } finally {
      onCall();
    }
  });
  return new Map(
    [...wanted.keys()].map((region) => {
      const own = answers.filter((answer) => answer.region === region);
      const values = new Map(own.flatMap((answer) => [...answer.values]));
      return [region, { values, failure: own.find(({ failure }) => failure !== undefined)?.failure }];
    }),
  );
}

/** How many calls it takes. */
export function countCalls(wanted: ReadonlyMap<string, readonly string[]>): number {
  return callsFor(wanted).length;
}

interface Call {
  readonly region: string;
  readonly names: readonly string[];
}

function callsFor(wanted: ReadonlyMap<string, readonly string[]>): Call[] {
  return [...wanted].flatMap(([region, names]) =>
    Array.from({ length: Math.ceil(names.length / NAMES_PER_CALL) }, (_, index) => ({
      region,
      names: names.slice(index * NAMES_PER_CALL, (index + 1) * NAMES_PER_CALL),
    })),
  );
}
