import { Stack, Token } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { IssueCode } from '../settings';
import { issue, throwOnErrors } from '../settings/report';

/** The data of a launch template, as far as it can be read. */
export function launchTemplateData(template: ec2.CfnLaunchTemplate): ec2.CfnLaunchTemplate.LaunchTemplateDataProperty {
  const data = template.launchTemplateData;
  if (Token.isUnresolved(data)) {
    return conflict(template, 'launchTemplateData', 'The data of this launch template is only known at deployment.');
  }
  return data as ec2.CfnLaunchTemplate.LaunchTemplateDataProperty;
}

/** Adds to the data of a launch template. What it has already is an error: nothing is overwritten in silence. */
export function addLaunchTemplateData(
  template: ec2.CfnLaunchTemplate,
  addition: ec2.CfnLaunchTemplate.LaunchTemplateDataProperty,
): void {
  const data = launchTemplateData(template);
  for (const key of Object.keys(addition) as (keyof typeof addition)[]) {
    if (isGiven(template, data[key])) {
      conflict(template, `launchTemplateData.${key}`, `This launch template has ${key} already.`);
    }
  }
  template.launchTemplateData = { ...data, ...addition };
}

/** Launch templates of aws-cdk-lib fill properties with tokens that may turn out to be nothing. */
export function isGiven(template: ec2.CfnLaunchTemplate, value: unknown): boolean {
  return Token.isUnresolved(value) ? Stack.of(template).resolve(value) !== undefined : value !== undefined;
}

/** Throws because the launch template does not leave room for a mixin. */
export function conflict(template: ec2.CfnLaunchTemplate, path: string, message: string, fix?: string): never {
  throwOnErrors([issue(IssueCode.LAUNCH_TEMPLATE_CONFLICT, { path, message, fix })], template);
  throw new Error('unreachable');
}
