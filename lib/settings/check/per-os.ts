import type { TokenReader } from '../../private/token-reader';
import { OsContext } from '../model/os-context';

/** So many are kept of each kind. Few apps have nodes of more than some variants and releases. */
const MOST = 64;

/**
 * What is worked out, or remembered, once for all documents that the same OS will read and that are read with the same idea
 * of what a token is: made when it is first needed.
 */
export class PerOs<T, Way extends string> {
  private readonly made = new WeakMap<TokenReader['isToken'], MadeFor<T, Way>>();

  /** @param make makes one, for a way in which documents are looked at */
  public constructor(private readonly make: (way: Way, context: OsContext) => T) {}

  public get({ isToken }: TokenReader, context: OsContext, way: Way): T {
    let made = this.made.get(isToken);
    if (made === undefined) {
      made = { contexts: new WeakMap(), names: new Map() };
      this.made.set(isToken, made);
    }
    const { contexts, names } = made;
    let ways = contexts.get(context);
    if (ways === undefined) {
      // Nodes of one kind have a description of it each.
      const name = nameOf(context);
      ways = names.get(name);
      if (ways === undefined) {
        if (names.size === MOST) {
          names.clear();
        }
        ways = {};
        names.set(name, ways);
      }
      contexts.set(context, ways);
    }
    return (ways[way] ??= this.make(way, context));
  }
}

interface MadeFor<T, Way extends string> {
  readonly contexts: WeakMap<OsContext, Partial<Record<Way, T>>>;
  readonly names: Map<string, Partial<Record<Way, T>>>;
}

/** All that is known of an OS. */
function nameOf({ family, kubernetes, generation, nvidia, fips, region, release }: OsContext): string {
  return [family, kubernetes?.join('.'), generation, nvidia, fips, region, release.join('.')].join(' ');
}
