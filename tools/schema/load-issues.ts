import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IssueDefinition } from './model';
import { Mapping } from './read';

/** Reads the codes of issues from `schema/issues`. The order of the files is the order on the page. */
export function loadIssues(folder: string): IssueDefinition[] {
  const issues = readdirSync(folder)
    .sort((a, b) => parseInt(a, 10) - parseInt(b, 10))
    .flatMap((file) => issuesOf(Mapping.ofFile(join(folder, file))));
  const twice = issues.find(({ code }, index) => issues.findIndex((other) => other.code === code) !== index);
  if (twice !== undefined) {
    throw new Error(`${folder}: ${twice.code} is defined twice`);
  }
  return issues;
}

function issuesOf(data: Mapping): IssueDefinition[] {
  return data.keys.map((code) => {
    const issue = data.mapping(code);
    const severity = issue.optionalString('severity') ?? 'error';
    if (severity !== 'error' && severity !== 'warning') {
      throw new Error(`${issue.where}.severity: expected error or warning, got ${severity}`);
    }
    const result = {
      code,
      severity,
      title: issue.string('title'),
      meaning: issue.string('meaning'),
      fix: issue.string('fix'),
    } as const;
    issue.done();
    return result;
  });
}
