import { IssueDefinition } from './model';
import { Mapping } from './read';

/** What is looked for in templates. */
export interface RuleDefinition {
  readonly issue: IssueDefinition;
  readonly looksAt: string;
  /** How constructs of aws-cdk-lib come to it. */
  readonly cdk?: string;
}

/** Reads `schema/rules.yaml`. Every rule must be the code of an issue. */
export function loadRules(file: string, issues: readonly IssueDefinition[]): RuleDefinition[] {
  const data = Mapping.ofFile(file);
  return data.keys.map((code) => {
    const rule = data.mapping(code);
    const issue = issues.find((one) => one.code === code);
    if (issue === undefined) {
      throw new Error(`${file}: there is no issue ${code}`);
    }
    const result = { issue, looksAt: rule.string('looksAt'), cdk: rule.optionalString('cdk') };
    rule.done();
    return result;
  });
}
