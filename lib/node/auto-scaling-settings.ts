import { Aws, CfnResource } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import { BottlerocketIssue, IssueCode } from '../settings';
import { isTable, TomlTable } from '../settings/model/document';
import { issue, show } from '../settings/report';
import type { BottlerocketUserData } from './user-data';

/** What is said of a group that shows in the settings of its nodes. */
interface Props {
  readonly signals?: autoscaling.Signals;
  readonly warmPool?: autoscaling.WarmPoolOptions;
}

/** Has the settings of users looked through for those that follow from other properties, now and when more are added. */
export function guardAutoScalingSettings(userData: BottlerocketUserData, props: Props): void {
  userData._checkBy((document) => checkAutoScaling(document, props));
}

/** Writes what makes a node signal to CloudFormation that it has started. */
export function supplySignal(userData: BottlerocketUserData, resource: CfnResource): void {
  userData._supply({
    cloudformation: { shouldSignal: true, stackName: Aws.STACK_NAME, logicalResourceId: resource.logicalId },
  });
}

/** Has the kubelet or the ECS agent wait until the node leaves the warm pool, or it would join while it is still there. */
export function supplyWait(userData: BottlerocketUserData): void {
  userData._supply({ autoscaling: { shouldWait: true } });
}

/** Settings that follow from signals and from the warm pool. */
function checkAutoScaling({ cloudformation, autoscaling: group }: TomlTable, props: Props): BottlerocketIssue[] {
  const shouldWait = isTable(group) ? group['should-wait'] : undefined;
  const supplied = (path: string, received: unknown, fix: string) =>
    issue(IssueCode.SETTING_SUPPLIED_BY_NODEGROUP, {
      path,
      message: 'The node group writes this setting itself.',
      received: show(received),
      fix,
    });
  return [
    ...(props.signals === undefined || cloudformation === undefined
      ? []
      : [supplied('settings.cloudformation', cloudformation, 'Remove it: it follows from signals.')]),
    ...(props.warmPool === undefined || shouldWait === undefined || shouldWait === true
      ? []
      : [supplied('settings.autoscaling.should-wait', shouldWait, 'Remove it: it follows from warmPool.')]),
  ];
}
