import { NO_TOKENS } from '../../lib/private/token-reader';
import { BottlerocketIssue } from '../../lib/settings';
import { readSettings } from '../../lib/settings/check/read';
import { KeyStyle } from '../../lib/settings/check/unknown-key';
import { plain } from './toml';

/** What came of settings, in plain objects. */
export function read(input: unknown, style: KeyStyle = 'key') {
  const { document, issues, unchecked } = readSettings(input, style, NO_TOKENS);
  return { document: plain(document), issues, unchecked };
}

/** The only thing that is found in settings. */
export function only(input: unknown, style?: KeyStyle): BottlerocketIssue {
  const { issues } = read(input, style);
  expect(issues).toHaveLength(1);
  return issues[0]!;
}

export const kubernetes = (settings: object) => ({ kubernetes: settings });
