import { Token } from 'aws-cdk-lib';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, BottlerocketSettings, IssueCode, IssueSeverity, UserDataTarget } from '../settings';
import type { OsContext } from '../settings/model/os-context';
import { issue } from '../settings/report';
import { importToml } from '../settings/toml/import-toml';
import { base64UserData, CloudFormationTemplate, hasSettings, intrinsicOf, TemplateText, textOf } from '../template';
import { readableToml } from '../template/readable-toml';

/** What issues call the user data that was there before the mixin. */
export const EXISTING = 'the user data that was there';

/** Settings that are there already, and why they cannot be merged. */
export interface ExistingSettings {
  readonly settings?: BottlerocketSettings;
  readonly issues: readonly BottlerocketIssue[];
}

/** What the OS drops of a text without a word; all other warnings come again with the settings. */
const LOST: readonly IssueCode[] = [IssueCode.IGNORED_TABLE, IssueCode.IGNORED_SETTING];

/**
 * Reads user data that a launch template has already, made by whatever. Values that only CloudFormation knows stay tokens.
 *
 * @param value what is there, resolved
 * @param path where it is
 */
export function readExisting(
  value: unknown,
  path: string,
  how: { readonly context: OsContext; readonly target: UserDataTarget },
): ExistingSettings {
  if (value === undefined || value === '') {
    return { issues: [] };
  }
  const given = textWithTokens(value);
  if (given === undefined) {
    return refused(path, 'It is only known at deployment, or is not in base64.');
  }
  const { text, isPartial } = readableToml(given);
  if (isEmpty(text) && !isPartial) {
    return { issues: [] };
  }
  if (!hasSettings(text)) {
    return refused(path, whatElse(text));
  }
  if (isPartial) {
    return refused(path, 'Whole lines of it are only known at deployment.');
  }
  const { settings, issues } = importToml(text, { ...how, tokens: CDK_TOKENS });
  return {
    settings,
    issues: issues
      .filter(({ severity, code }) => severity === IssueSeverity.ERROR || LOST.includes(code))
      .map((found) => ({ ...found, source: EXISTING })),
  };
}

/** The text, with tokens for what only CloudFormation knows; undefined when it cannot be read. */
function textWithTokens(value: unknown): TemplateText | undefined {
  const nothing = new CloudFormationTemplate({});
  const [name, argument] = intrinsicOf(value) ?? [];
  if (name !== 'Fn::Base64') {
    const { text, isWronglyEncoded, placeholders } = base64UserData(value, nothing) ?? {};
    const isRead = text !== undefined && isWronglyEncoded === false && placeholders?.length === 0;
    return isRead ? new TemplateText([text]) : undefined;
  }
  const found = textOf(argument, nothing);
  return (
    found &&
    new TemplateText(
      found.parts.map((part) =>
        typeof part === 'string' || part.value === undefined ? part : { ...part, text: Token.asString(part.value) },
      ),
    )
  );
}

/** Comments say nothing to a node, and neither does a script without commands, which constructs make when told nothing. */
function isEmpty(text: string): boolean {
  return text.replace(/^\s*#.*$/gm, '').trim() === '';
}

function whatElse(text: string): string {
  if (/^\s*#!/.test(text)) {
    return 'It is a script, and Bottlerocket has no shell.';
  }
  return /^content-type:\s*multipart/im.test(text)
    ? 'It is in several parts, which Bottlerocket does not read.'
    : 'It holds no settings of Bottlerocket.';
}

function refused(path: string, message: string): ExistingSettings {
  return { issues: [issue(IssueCode.EXISTING_USER_DATA_NOT_MERGED, { path, message })] };
}
