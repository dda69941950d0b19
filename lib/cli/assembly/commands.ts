import type { ArgumentDefinition, CommandGroup, OptionDefinition } from '../command';

const CDK_OUT: ArgumentDefinition = {
  name: 'cdk_out',
  description: 'the folder that cdk synth writes, of any version of the CDK, or a CloudFormation template in JSON',
};

const STACK: OptionDefinition = {
  name: 'stack',
  value: 'STACK',
  description: 'the only stack to look at, with the stacks nested in it (default: all of them)',
};

/** Commands about apps. They stand for themselves. */
export const APP_COMMANDS: CommandGroup = {
  commands: [
    {
      name: 'check',
      summary: 'check every Bottlerocket node of an app',
      description:
        'Nodes of any construct or tool are checked: their user data as the OS reads it, image, instance types, volumes ' +
        'and access to the cluster. What was acknowledged in the app is left out. Warnings alone are no findings.',
      arguments: [CDK_OUT],
      options: [
        STACK,
        { name: 'sarif', value: 'FILE', description: 'write a report for code scanning as well (SARIF 2.1.0)' },
        {
          name: 'acknowledged',
          description: 'with --sarif: have what was acknowledged in the report, as suppressed, with the reason',
        },
      ],
      examples: ['check cdk.out', 'check cdk.out --sarif bottlerocket.sarif', 'check template.json --json'],
      load: () => (require('./check') as typeof import('./check')).check,
    },
    {
      name: 'report',
      summary: 'report on every Bottlerocket node of an app, for reviewers',
      description:
        'Images, hardware, settings that differ from the defaults of the OS, findings, and hardening. Errors are ' +
        'findings for the exit code; warnings, and controls that do not hold, are not.',
      arguments: [CDK_OUT],
      options: [
        STACK,
        { name: 'html', value: 'FILE', description: 'write the report as a page, one file that needs no other' },
      ],
      examples: ['report cdk.out', 'report cdk.out --html nodes.html', 'report cdk.out --stack Demo --json'],
      load: () => (require('../report/report') as typeof import('../report/report')).report,
    },
  ],
};

/** Commands about the user data of apps. */
export const USER_DATA_COMMANDS: CommandGroup = {
  name: 'user-data',
  summary: 'look at the user data of an app',
  commands: [
    {
      name: 'show',
      summary: 'print the user data of every Bottlerocket node',
      description: 'What CloudFormation only knows at deployment is shown as ${Cluster.Endpoint}.',
      arguments: [CDK_OUT],
      options: [STACK],
      examples: ['user-data show cdk.out', 'user-data show cdk.out --stack Demo --json'],
      load: () => (require('./show') as typeof import('./show')).show,
    },
  ],
};
