import { IssueDefinition, Mistake, MistakeGroup } from './model';
import { Mapping } from './read';

/** Reads `schema/mistakes.yaml`. Every code must be one of the issues. */
export function loadMistakes(file: string, issues: readonly IssueDefinition[]): MistakeGroup[] {
  const data = Mapping.ofFile(file);
  const known = new Set(issues.map(({ code }) => code));
  return data.keys.map((title) => ({ title, mistakes: data.mappings(title).map((row) => loadMistake(row, known)) }));
}

function loadMistake(data: Mapping, known: ReadonlySet<string>): Mistake {
  const mistake = {
    mistake: data.string('mistake'),
    codes: data.strings('codes'),
    toml: data.string('toml'),
    variant: data.optionalString('variant'),
    osVersion: data.optionalString('osVersion'),
    target: data.optionalString('target'),
    complete: data.flag('complete'),
  };
  data.done();
  const unknown = mistake.codes.filter((code) => !known.has(code));
  if (unknown.length > 0 || mistake.codes.length === 0) {
    throw new Error(`${data.where}.codes: expected codes of issues, got ${JSON.stringify(mistake.codes)}`);
  }
  return mistake;
}
