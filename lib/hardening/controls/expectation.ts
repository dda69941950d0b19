import { TomlFloat, TomlToken, TomlValue } from '../../settings/model/document';
import { show } from '../../settings/report';
import type { TokenReader } from '../../private/token-reader';
import type { ExpectationModel } from './control-model';

/** Whether a value is what it must be; undefined when it is only known at deployment. */
export function meets(expected: ExpectationModel, value: TomlValue, tokens: TokenReader): boolean | undefined {
  if (value instanceof TomlToken || tokens.isToken(value)) {
    return undefined;
  }
  const { is, isNot, above, atMost } = expected;
  const number = value instanceof TomlFloat ? value.value : Number(value);
  return (
    (is === undefined || isSame(value, is)) &&
    (isNot === undefined || !isSame(value, isNot)) &&
    (above === undefined || number > above) &&
    (atMost === undefined || number <= atMost)
  );
}

/** What a value must be, in words. */
export function describeExpectation({ is, isNot, above, atMost }: ExpectationModel): string {
  if (is !== undefined) {
    return show(is);
  }
  if (isNot !== undefined) {
    return Array.isArray(isNot) ? 'a list of at least one' : `anything but ${show(isNot)}`;
  }
  return above === undefined ? `at most ${atMost}` : `more than ${above}`;
}

function isSame(value: TomlValue, wanted: TomlValue): boolean {
  if (Array.isArray(wanted)) {
    return Array.isArray(value) && value.length === wanted.length;
  }
  // The kernel does not mind blanks around the numbers of its parameters.
  return typeof value === 'string' ? value.trim() === wanted : value === wanted;
}
