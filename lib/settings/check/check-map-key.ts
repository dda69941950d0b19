import { Release } from '../model/release';
import { ScalarModel } from '../model/settings-model';
import { Finding, show } from '../report';
import { checkScalar, ruleOf } from './check-scalar';

/**
 * Why the OS refuses a key of a map; undefined when it takes it.
 *
 * @param isStored whether the key becomes part of a path under which the node stores the value
 */
export function checkMapKey(
  key: string,
  type: ScalarModel,
  release: Release,
  isStored: boolean,
): Omit<Finding, 'path' | 'message'> | undefined {
  if (checkScalar(key, type, release) !== undefined) {
    return { received: show(key), expected: ruleOf(type, release).allows };
  }
  if (isStored && !/^[A-Za-z0-9_/.-]+$/.test(key)) {
    const expected = 'at least one of ASCII letters, digits, dots, slashes, hyphens and underscores';
    return { received: show(key), expected };
  }
  return undefined;
}
