import { Lazy, Token } from 'aws-cdk-lib';
import { CDK_TOKENS } from '../../lib/private/cdk-tokens';
import { BottlerocketIssue, BottlerocketSettings, IssueSeverity, UserDataTarget } from '../../lib/settings';
import { checkDocument } from '../../lib/settings/check/check-document';
import { readSettings } from '../../lib/settings/check/read';
import { OsContext, osContext, OsDescription } from '../../lib/settings/model/os-context';

/** How settings are judged together. */
export interface RuleCase extends OsDescription {
  /** Whether the node is to join and work. */
  readonly joins?: boolean;
  /** Whether the settings of the cluster must be there. */
  readonly needsCluster?: boolean;
  readonly target?: UserDataTarget;
  readonly region?: string;
}

/** What is found when settings are looked at together, and not one by one. */
export function ruleIssues(settings: BottlerocketSettings, options: RuleCase = {}): BottlerocketIssue[] {
  const context: OsContext = { ...osContext(options).context, region: options.region };
  const { document, issues } = readSettings(settings, 'property', CDK_TOKENS, context);
  return checkDocument(document, {
    tokens: CDK_TOKENS,
    context,
    target: options.target ?? UserDataTarget.EC2,
    before: issues,
    mayGrow: false,
    joins: options.joins ?? true,
    needsCluster: options.needsCluster ?? false,
  });
}

/** The same as a line for each issue: its code, its path without the leading word, and ? for warnings. */
export function rules(settings: BottlerocketSettings, options: RuleCase = {}): string[] {
  return ruleIssues(settings, options).map(
    ({ code, path, severity }) =>
      `${code}${severity === IssueSeverity.WARNING ? '?' : ''} ${path.replace(/^settings\./, '')}`,
  );
}

/** Text, a number, a boolean or a list that is only known at deployment. */
export const TOKEN = {
  text: Lazy.string({ produce: () => 'later' }),
  number: Token.asNumber(Lazy.any({ produce: () => 1 })),
  flag: Lazy.any({ produce: () => true }) as unknown as boolean,
  list: Lazy.list({ produce: () => ['later'] }),
};

/** A value of a wrong type, which is refused and so is not among the settings. */
export function wrong<T>(): T {
  return Symbol('wrong') as unknown as T;
}

/** One case of a rule: what it says, the settings, and how they are judged. */
export type Row = readonly [name: string, settings: BottlerocketSettings, expected: string[], options?: RuleCase];

/** Runs cases as tests. */
export function testRules(name: string, rows: readonly Row[]): void {
  describe(name, () => {
    test.each(rows.map(([text, settings, expected, options]) => ({ text, settings, expected, options })))(
      '$text',
      ({ settings, expected, options }) => {
        expect(rules(settings, options)).toEqual(expected);
      },
    );
  });
}
