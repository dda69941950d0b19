import { Stack, Token } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { BottlerocketUserData, ImportedSettings } from '../node';
import { warnOnce } from '../os/warn';
import { BottlerocketIssue, IssueCode, SettingsLayer } from '../settings';
import { issue, throwOnErrors } from '../settings/report';
import { decodeUserData } from '../settings/toml/user-data-bytes';
import { hasSettings } from '../template/node-user-data';
import { conflict, isGiven, launchTemplateData } from './launch-template';

const PATH = 'launchTemplateData.userData';

/** Templates whose user data is that of a mixin, which is text by now as well. */
const TAKEN = new WeakSet<ec2.CfnLaunchTemplate>();

/** What user data was given to, and whether it took settings there. */
const USES = new WeakMap<BottlerocketUserData, { readonly template: ec2.CfnLaunchTemplate; readonly took: boolean }>();

/**
 * Takes what a launch template has of user data, when it is settings of Bottlerocket, and puts it beneath those of the
 * mixin. All other user data is an error.
 *
 * @returns finds out at synthesis whether somebody has added to the user data that was taken
 */
export function takeUserData(
  template: ec2.CfnLaunchTemplate,
  userData: BottlerocketUserData,
): () => BottlerocketIssue[] {
  const data = launchTemplateData(template);
  if (TAKEN.has(template)) {
    conflict(template, PATH, 'This launch template has user data of this mixin already.');
  }
  const { userData: present } = data;
  const text = isGiven(template, present) ? textOf(template, present)?.trim() : '';
  if (text === undefined || (text !== '' && !hasSettings(text))) {
    conflict(template, PATH, 'This launch template has user data already, which is not settings of Bottlerocket.');
  }
  const took = text !== '';
  const other = USES.get(userData);
  if (other !== undefined && (took || other.took)) {
    const message = `The same BottlerocketUserData is that of ${other.template.node.path}, and would get settings of both.`;
    conflict(template, PATH, message, 'Make a BottlerocketUserData for each of them.');
  }
  TAKEN.add(template);
  USES.set(userData, { template, took });
  if (took) {
    const { settings, issues } = ImportedSettings.fromToml(text, { sourceName: PATH });
    const origin = { layer: SettingsLayer.LIBRARY_DEFAULT, source: `user data of ${template.node.path}` };
    throwOnErrors(userData._tryAddSettings(settings, origin), template);
    warnOnce(template, issues);
  }
  if (present === undefined) {
    return () => [];
  }
  template.launchTemplateData = { ...data, userData: undefined };
  const before = rendered(template);
  return () => {
    const message = 'Something was added to the user data after the mixin had taken it.';
    const fix = 'Apply the mixin last, or add settings to the BottlerocketUserData of the mixin.';
    const changed = rendered(template) !== before;
    return changed ? [issue(IssueCode.LAUNCH_TEMPLATE_CONFLICT, { path: PATH, message, fix })] : [];
  };
}

/** The text of user data. What only CloudFormation knows is a token in it; undefined when all of it is, or no text. */
function textOf(template: ec2.CfnLaunchTemplate, userData: unknown): string | undefined {
  const resolved: unknown = Stack.of(template).resolve(userData);
  if (typeof resolved === 'string') {
    const bytes = Buffer.from(resolved, 'base64');
    const { text, issues } = decodeUserData(bytes);
    return issues.length === 0 && bytes.toString('base64') === resolved ? text : undefined;
  }
  const plain = (resolved as { readonly 'Fn::Base64'?: unknown })['Fn::Base64'];
  if (typeof plain === 'string') {
    return plain;
  }
  const [separator, parts] = (plain as { readonly 'Fn::Join'?: [string, unknown[]] } | undefined)?.['Fn::Join'] ?? [];
  return parts?.map((part) => (typeof part === 'string' ? part : Token.asString(part))).join(separator);
}

/** The user data of the construct around a launch template. The launch template itself keeps what it was first. */
function rendered(template: ec2.CfnLaunchTemplate): string | undefined {
  const { userData } = template.node.scope as { readonly userData?: ec2.UserData };
  return JSON.stringify(Stack.of(template).resolve(userData?.render()));
}
