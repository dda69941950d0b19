import { CfnResource, Stack } from 'aws-cdk-lib';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue, show } from '../settings/report';
import { asList, asObject, intrinsicOf } from '../template';
import type { Launch } from './launch';
import { namedLaunchesOf } from './launches-of';

/** Finds out whether a group will ever see a new version of its launch template. */
export function checkVersion(group: CfnResource, launch: Launch): BottlerocketIssue[] {
  const stack = Stack.of(group);
  const fixed = namedLaunchesOf(group)
    .filter((one) => one.launch?.resource === launch.resource && !launch.isConfiguration)
    .map(({ given }) => asObject(stack.resolve(given))?.version)
    .filter(isFixed);
  return [...new Set(fixed.map((version) => (version === undefined ? 'no version' : show(version))))].map((received) =>
    issue(IssueCode.LAUNCH_TEMPLATE_VERSION_FIXED, {
      path: 'launchTemplate.version',
      message: `${group.node.path} does not follow its launch template.`,
      received,
      expected: 'the latest version',
    }),
  );
}

/** Left out, it is the default version, too. */
function isFixed(version: unknown): boolean {
  const [name, argument] = intrinsicOf(version) ?? [];
  return name === undefined
    ? version !== '$Latest'
    : name === 'Fn::GetAtt' && asList(argument)[1] === 'DefaultVersionNumber';
}
