import { IssueDefinition, MistakeGroup, Schema } from '../schema/model';
import { upperSnakeCase } from '../schema/naming';
import { docComment, HEADER, MARKDOWN_HEADER, quote } from './source';

/** The enum of issue codes, and what the library says of each. */
export function renderIssueCodes(schema: Schema): string {
  const members = schema.issues.map((issue) => {
    const text = docComment([`${issue.title}.`, issue.meaning], '  ');
    return `${text}\n  ${upperSnakeCase(issue.code)} = ${quote(issue.code)},\n`;
  });
  const doc = docComment([
    'The codes of everything this library finds wrong, or worth a warning.',
    'They are stable: a code is never renamed or reused. docs/errors.md explains each of them.',
  ]);
  return `${HEADER}\n${doc}\nexport enum IssueCode {\n${members.join('\n')}}\n`;
}

/** What is known of each code beyond the single case: severity, and the advice that is always right. */
export function renderIssueTable(schema: Schema): string {
  const rows = schema.issues.map(
    ({ code, severity, title, fix }) =>
      `  ${code}: { severity: IssueSeverity.${severity.toUpperCase()}, title: ${quote(title)}, fix: ${quote(fix)} },\n`,
  );
  return [
    HEADER,
    "\nimport { IssueSeverity } from '../issue';\n",
    "import type { IssueDefinition } from '../issue-definition';\n",
    "import type { IssueCode } from './issue-code.generated';\n",
    '\nexport const ISSUES: Readonly<Record<IssueCode, IssueDefinition>> = {\n',
    ...rows,
    '};\n',
  ].join('');
}

/** docs/errors.md */
export function renderErrorsPage(schema: Schema): string {
  const errors = schema.issues.filter(({ severity }) => severity === 'error');
  const warnings = schema.issues.filter(({ severity }) => severity === 'warning');
  return `${MARKDOWN_HEADER}
# Errors and warnings

Every problem has a code. Codes are public API: they are never renamed or reused, so that pipelines can rely on them.

An error stops synthesis. All errors of a construct come out together, each with the path of the setting or property,
what was received, what is allowed, and what to change.

A warning does not stop synthesis. Once you have dealt with it, acknowledge it by its id:

\`\`\`ts nofixture
import { Validations } from 'aws-cdk-lib';
import { Construct } from 'constructs';

declare const nodegroup: Construct;
Validations.of(nodegroup).acknowledge({
  id: 'cdk-bottlerocket:${warnings[0]!.code}',
  reason: 'why this is fine here',
});
\`\`\`

## Mistakes that are often made

What is written, and what is found. The tests of this library hold an example of each.

${schema.mistakes.map(mistakes).join('\n')}
## Errors

${contents(errors)}

${errors.map(section).join('\n')}
## Warnings

${contents(warnings)}

${warnings.map(section).join('\n')}`;
}

function mistakes({ title, mistakes: rows }: MistakeGroup): string {
  const lines = rows.map(({ mistake, codes }) => `| ${mistake} | ${[...new Set(codes)].map(link).join(', ')} |`);
  return `### ${title}\n\n| Mistake | Found as |\n|---|---|\n${lines.join('\n')}\n`;
}

function link(code: string): string {
  return `[\`${code}\`](#${code.toLowerCase()})`;
}

function contents(issues: readonly IssueDefinition[]): string {
  return [
    '| Code | What is wrong |',
    '|---|---|',
    ...issues.map(({ code, title }) => `| ${link(code)} | ${title} |`),
  ].join('\n');
}

function section({ code, title, meaning, fix }: IssueDefinition): string {
  return `### ${code}\n\n**${title}.** ${meaning}\n\n*What to do:* ${fix}\n`;
}
