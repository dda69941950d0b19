import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Template } from 'aws-cdk-lib/assertions';
import { NodePreset } from '../../lib';

/** The IAM statements that presets give to the role of nodes, with what CloudFormation fills in as <Resource>. */
export function grantsOf(presets: (stack: Stack) => NodePreset[], stack = new Stack(new App(), 'Stack')): string {
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
  presets(stack).forEach((preset) => preset._grantTo(role));
  return JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
}

/** What stands behind base64. */
export const decoded = (base64: string | undefined) => Buffer.from(base64!, 'base64').toString('utf8');
