import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { IConstruct } from 'constructs';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue, show } from '../settings/report';
import { checkPlace } from './cluster-facts';
import type { BottlerocketEcsUpdaterProps, EcsUpdaterInstanceTag } from './ecs-updater-props';
import { checkImage } from './updater-image';

/** What is wrong with the properties of an updater, but for its network. */
export function checkUpdater(
  scope: IConstruct,
  props: BottlerocketEcsUpdaterProps,
  image: ecs.ContainerImage,
): BottlerocketIssue[] {
  return [
    ...checkPlace(props.cluster, scope),
    ...checkImage(image),
    ...(props.instanceTag === undefined ? [] : checkInstanceTag(props.instanceTag)),
    ...checkSchedule(props.schedule),
    ...checkLogs(props),
    ...checkFifo('deadLetterQueue', props.deadLetterQueue?.fifo),
    ...checkFifo('failureTopic', props.failureTopic?.fifo),
  ];
}

function checkInstanceTag({ key, value }: EcsUpdaterInstanceTag): BottlerocketIssue[] {
  const refuse = (path: string, message: string, received: string, expected: string) => [
    issue(IssueCode.INVALID_INSTANCE_TAG, { path: `instanceTag.${path}`, message, received, expected }),
  ];
  const expected = 'text of 1 to 128 characters that does not begin with aws:';
  const ofKey = CDK_TOKENS.isToken(key)
    ? refuse('key', 'The key is only known at deployment.', key, 'text')
    : key.length < 1 || key.length > 128 || /^aws:/i.test(key)
      ? refuse('key', 'An instance cannot have a tag with this key.', key, expected)
      : [];
  const tooLong = !CDK_TOKENS.isToken(value) && value.length > 256;
  const ofValue = tooLong
    ? refuse('value', 'An instance cannot have a tag with this value.', value, 'up to 256 characters')
    : [];
  return [...ofKey, ...ofValue];
}

/** Users of JavaScript pass the text that Amazon EventBridge Scheduler takes. */
function checkSchedule(schedule: unknown): BottlerocketIssue[] {
  if (schedule === undefined || (typeof schedule === 'object' && schedule !== null && 'expressionString' in schedule)) {
    return [];
  }
  const fix =
    typeof schedule === 'string' ? `Write scheduler.ScheduleExpression.expression(${show(schedule)}).` : undefined;
  return [
    issue(IssueCode.WRONG_TYPE, {
      path: 'schedule',
      message: 'This is no schedule.',
      received: show(schedule),
      expected: 'a ScheduleExpression of aws-scheduler',
      fix,
    }),
  ];
}

function checkLogs({ logGroup, logRetention }: BottlerocketEcsUpdaterProps): BottlerocketIssue[] {
  if (logGroup === undefined || logRetention === undefined) {
    return [];
  }
  const message = 'There is a retention for a log group of its own, and another log group.';
  return [issue(IssueCode.LOG_GROUP_GIVEN_TWICE, { path: 'logRetention', message, received: `${logRetention} days` })];
}

function checkFifo(path: string, fifo: boolean | undefined): BottlerocketIssue[] {
  const message = 'This is a FIFO queue or topic.';
  return fifo === true ? [issue(IssueCode.FIFO_NOT_SUPPORTED, { path, message })] : [];
}
