import { RuleDefinition } from '../schema/load-rules';
import { upperSnakeCase } from '../schema/naming';
import { HEADER, MARKDOWN_HEADER } from './source';

/** The rules that templates are checked against. */
export function renderRules(rules: readonly RuleDefinition[]): string {
  return [
    HEADER,
    "\nimport { IssueCode } from '../../settings/generated/issue-code.generated';\n",
    '\n/** What is looked for in templates, beside what is wrong with settings. */\n',
    'export const TEMPLATE_RULES: readonly IssueCode[] = [\n',
    ...rules.map(({ issue }) => `  IssueCode.${upperSnakeCase(issue.code)},\n`),
    '];\n',
  ].join('');
}

/** docs/rules.md */
export function renderRulesPage(rules: readonly RuleDefinition[]): string {
  return `${MARKDOWN_HEADER}
# Rules for templates

\`BottlerocketValidationPlugin\` checks every Bottlerocket node of an app at synthesis, whoever made it: managed node groups,
Auto Scaling groups, instances, launch templates, and node classes of Karpenter. \`cdk-bottlerocket check\` does the same
with an assembly, of any version of the CDK, or with a template.

\`\`\`ts nofixture
import { App, Validations } from 'aws-cdk-lib';
import { BottlerocketValidationPlugin } from 'cdk-bottlerocket';

const app = new App();
Validations.of(app).addPlugins(new BottlerocketValidationPlugin());
\`\`\`

Two kinds of things are found:

- what is wrong with the **user data**, as \`cdk-bottlerocket settings check\` finds it, with the codes of
  [errors.md](errors.md): what the OS would refuse, what Amazon EKS or Karpenter would refuse or drop, and what keeps a node
  from joining. Values that are only known at deployment are left alone;
- what is wrong with **the node around it**: the rules below.

An error makes synthesis, or the command, fail. Newer command lines of the CDK show the report themselves; where one does not
read that of an older aws-cdk-lib (as 2.1148 does not read that of 2.257), the plugin shows it and fails the app. A finding
that is fine where it is found is acknowledged by its id, on the construct or one above it:

\`\`\`ts nofixture
import { Validations } from 'aws-cdk-lib';
import { Construct } from 'constructs';

declare const nodes: Construct;
Validations.of(nodes).acknowledge({
  id: 'cdk-bottlerocket::ImdsV1Allowed',
  reason: 'why this is fine here',
});
\`\`\`

What was acknowledged with one colon, as a warning of the constructs of this library, need not be acknowledged again. In
older versions of aws-cdk-lib (such as 2.257, and unlike 2.276), an acknowledgement of an id with two colons holds for the
whole app, wherever it is made; with one colon it holds below its construct in all of them.

An assembly says what was acknowledged on stacks and in them, but not on what is around them: apps, stages and other
constructs. Constructs and mixins with user data of this library write it into their stacks, so that
\`cdk-bottlerocket check\` and \`report\` know of it too. In a stack that has nothing of this library, acknowledge on the
stack.

| Rule | Severity | What is wrong | Looks at |
|---|---|---|---|
${rules
  .map(
    ({ issue: { code, severity, title }, looksAt }) =>
      `| [\`${code}\`](errors.md#${code.toLowerCase()}) | ${severity} | ${title} | ${looksAt} |`,
  )
  .join('\n')}

## What constructs of aws-cdk-lib do

Faults that apps without this library come to, as of aws-cdk-lib 2.276. The tests of this library hold an app with each.

| Rule | How it happens |
|---|---|
${rules
  .filter(({ cdk }) => cdk !== undefined)
  .map(({ issue: { code }, cdk }) => `| [\`${code}\`](errors.md#${code.toLowerCase()}) | ${cdk} |`)
  .join('\n')}
`;
}
