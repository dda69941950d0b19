import type { TokenReader } from '../../private/token-reader';
import { BottlerocketIssue, IssueSeverity } from '../issue';
import type { OsContext } from '../model/os-context';
import type { UserDataTarget } from '../user-data-target';
import { judgeToml, judgeUserData } from './judge-toml';
import { TypedSettings, typedSettings } from './typed-settings';

/** How settings are read from a text. */
export interface ImportTomlOptions {
  readonly context: OsContext;
  readonly target?: UserDataTarget;
  readonly tokens?: TokenReader;
}

/**
 * Reads user data in TOML as typed settings. With an error among the issues, the settings hold only what is right.
 */
export function importToml(source: string | Uint8Array, options: ImportTomlOptions): TypedSettings {
  const how = { ...options, isComplete: false, isRewritten: true };
  const { document, issues, locate } = typeof source === 'string' ? judgeToml(source, how) : judgeUserData(source, how);
  const typed = typedSettings(document);
  return { settings: typed.settings, issues: [...issues, ...typed.issues.map(locate)] };
}

/** Whether one of the issues is an error. */
export function hasErrors(issues: readonly BottlerocketIssue[]): boolean {
  return issues.some(({ severity }) => severity === IssueSeverity.ERROR);
}
