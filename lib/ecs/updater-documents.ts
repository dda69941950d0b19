import { Duration } from 'aws-cdk-lib';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';

/** How long a command may take on an instance. */
const TIMEOUT = Duration.minutes(30);

/** The commands that the updater sends to instances, as documents of AWS Systems Manager. */
export interface UpdaterDocuments {
  readonly check: ssm.CfnDocument;
  readonly apply: ssm.CfnDocument;
  readonly reboot: ssm.CfnDocument;
}

export function makeDocuments(scope: Construct): UpdaterDocuments {
  return {
    check: makeDocument(scope, 'CheckDocument', 'Bottlerocket: is there an update?', 'apiclient update check'),
    apply: makeDocument(scope, 'ApplyDocument', 'Bottlerocket: apply the update', 'apiclient update apply'),
    reboot: makeDocument(scope, 'RebootDocument', 'Bottlerocket: reboot', 'apiclient reboot'),
  };
}

export function documentArn({ ref, stack }: ssm.CfnDocument): string {
  return stack.formatArn({ service: 'ssm', resource: 'document', resourceName: ref });
}

/**
 * The name is left to CloudFormation, so that another content makes another document: the updater runs the default
 * version of a document, and the only version is the default one.
 */
function makeDocument(scope: Construct, id: string, description: string, command: string): ssm.CfnDocument {
  return new ssm.CfnDocument(scope, id, {
    documentType: 'Command',
    targetType: '/AWS::EC2::Instance',
    content: {
      schemaVersion: '2.2',
      description,
      mainSteps: [
        {
          action: 'aws:runShellScript',
          name: 'Run',
          precondition: { StringEquals: ['platformType', 'Linux'] },
          inputs: { timeoutSeconds: String(TIMEOUT.toSeconds()), runCommand: [command] },
        },
      ],
    },
  });
}
