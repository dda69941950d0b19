import { parse } from 'smol-toml';
import { NO_TOKENS } from '../../lib/private/token-reader';
import { BottlerocketIssue, UserDataTarget } from '../../lib/settings';
import { TomlFloat, TomlTable } from '../../lib/settings/model/document';
import { readSettings } from '../../lib/settings/check/read';
import { writeToml } from '../../lib/settings/toml/write-toml';

/** Settings in TOML, with everything that is wrong with them. */
export function toToml(settings: unknown, target = UserDataTarget.EC2): { text: string; issues: BottlerocketIssue[] } {
  const { document, issues } = readSettings(settings, 'property', NO_TOKENS);
  const written = writeToml(document, target, NO_TOKENS);
  return { text: written.text, issues: [...issues, ...written.issues] };
}

/** What another parser reads in TOML of ours, as plain objects. */
export function parseToml(text: string): unknown {
  return plain(parse(text, { integersAsBigInt: 'asNeeded' }));
}

/** A document as plain objects, for comparison with what a parser reads. */
export function plain(value: unknown): unknown {
  if (value instanceof TomlFloat) {
    return value.value;
  }
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (typeof value === 'object' && value !== null) {
    const result: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(value as TomlTable)) {
      Object.defineProperty(result, key, { value: plain(inner), enumerable: true });
    }
    return result;
  }
  return value;
}
