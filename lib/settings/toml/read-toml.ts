import type { TokenReader } from '../../private/token-reader';
import { readSettings } from '../check/read';
import { trim } from '../check/scalar-checks';
import { nearest } from '../check/suggest';
import { elsewhere } from '../check/unknown-key';
import { kindOf } from '../check/value-kind';
import { IssueCode } from '../generated/issue-code.generated';
import { BottlerocketIssue } from '../issue';
import { isTable, joinPath, newTable, parentPath, TomlTable } from '../model/document';
import { OsContext } from '../model/os-context';
import { settingsModel } from '../model/settings-model';
import { issue, show } from '../report';
import { isMistake, parseToml, unquote } from './parse-toml';
import { Locator, locateSettings } from './toml-positions';
import { checkLength } from './user-data-size';

/** What came of reading a text. */
export interface TomlReadResult {
  /** The settings, as far as they are right. */
  readonly document: TomlTable;
  /** Everything that is wrong, with the place in the text. */
  readonly issues: BottlerocketIssue[];
  /** Whether the text is TOML at all, as far as it was read. */
  readonly isToml: boolean;
  /** Adds the place in the text to issues that are found later. */
  readonly locate: (found: BottlerocketIssue) => BottlerocketIssue;
}

/** Reads user data as the OS reads it: settings in TOML. Never throws, whatever the text. */
export function readToml(source: string, tokens: TokenReader, context: OsContext): TomlReadResult {
  const nothing = { document: newTable(), isToml: true, locate: (found: BottlerocketIssue) => found };
  if (trim(source) === '') {
    return { ...nothing, issues: [] };
  }
  // The parser of the OS skips a byte order mark.
  const text = source.replace(/^\uFEFF/, '');
  const tooLong = checkLength(text);
  if (tooLong.length > 0) {
    return { ...nothing, isToml: false, issues: tooLong };
  }
  const parsed = parseToml(text);
  if (isMistake(parsed)) {
    const { message, line, column, fix } = parsed;
    return {
      ...nothing,
      isToml: false,
      issues: [{ ...issue(IssueCode.INVALID_TOML, { path: 'settings', message, fix }), line, column }],
    };
  }
  const { settings } = parsed;
  const read = readSettings(settings ?? {}, 'key', tokens, context);
  const locate = locator(text, read.aliased);
  const issues = [...checkRoot(parsed), ...read.issues];
  return { document: read.document, isToml: true, issues: issues.map(locate), locate };
}

/** Finds places only when the first one is asked for: most texts are right. */
function locator(text: string, aliased: ReadonlyMap<string, string>): TomlReadResult['locate'] {
  let positionOf: Locator | undefined;
  return (found) => {
    positionOf ??= locateSettings(text, unquote);
    return { ...found, ...positionOf(asSpelled(found.path, aliased)) };
  };
}

/** A path as it stands in the text: some of the tables in it may be given under another name. */
function asSpelled(path: string, aliased: ReadonlyMap<string, string>): string {
  if (aliased.size > 0) {
    for (let own: string | undefined = path; own !== undefined; own = parentPath(own)) {
      const spelled = aliased.get(own);
      if (spelled !== undefined) {
        return `${spelled}${path.slice(own.length)}`;
      }
    }
  }
  return path;
}

/** The OS takes the table settings, and looks at nothing else. */
function checkRoot(root: TomlTable): BottlerocketIssue[] {
  const others = Object.keys(root).filter((key) => key !== 'settings');
  const groups = settingsModel().root.entries.map(({ key }) => key);
  const rootOf = (key: string) => joinPath('', key).slice(1);
  const suggestion = (key: string): string | undefined => {
    if (nearest(key, ['settings']) !== undefined) {
      return 'Did you mean settings?';
    }
    const group = nearest(key, groups);
    const meant = group === undefined ? elsewhere(key, settingsModel()) : `settings.${group}`;
    return meant === undefined ? undefined : `Did you mean ${meant}?`;
  };
  if (root.settings === undefined) {
    return others.length === 0
      ? [issue(IssueCode.SETTINGS_TABLE_MISSING, { path: 'settings', message: 'The text holds no settings.' })]
      : others.map((key) =>
          issue(IssueCode.SETTINGS_TABLE_MISSING, {
            path: rootOf(key),
            message: `There is no table settings, and ${rootOf(key)} stands outside of it.`,
            received: isTable(root[key]) ? `[${rootOf(key)}]` : kindOf(root[key]),
            expected: 'tables such as [settings.kubernetes]',
            fix: suggestion(key),
          }),
        );
  }
  return others.map((key) =>
    issue(IssueCode.IGNORED_TABLE, {
      path: rootOf(key),
      message: 'This stands outside of the table settings, and is dropped.',
      received: isTable(root[key]) ? `[${rootOf(key)}]` : show(root[key]),
      fix: suggestion(key),
    }),
  );
}
