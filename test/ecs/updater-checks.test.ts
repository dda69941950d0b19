import { CfnParameter } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { clusterFixture, updaterFixture } from '../helpers/ecs-updater';
import { problemsOf } from '../helpers/issues';
import { statementsOf } from '../helpers/readable';

describe('the tag of instances', () => {
  test.each([
    ['', 'value', 'instanceTag.key'],
    ['aws:cluster', 'value', 'instanceTag.key'],
    ['AWS:cluster', 'value', 'instanceTag.key'],
    ['k'.repeat(129), 'value', 'instanceTag.key'],
    ['key', 'v'.repeat(257), 'instanceTag.value'],
  ])('cannot be "%s" with "%s"', (key, value, path) => {
    expect(problemsOf(() => updaterFixture({ instanceTag: { key, value } }))).toEqual([`InvalidInstanceTag ${path}`]);
  });

  test.each([
    ['k'.repeat(128), 'v'.repeat(256)],
    ['example.com/cluster', ''],
  ])('can be "%s" with "%s"', (key, value) => {
    expect(() => updaterFixture({ instanceTag: { key, value } })).not.toThrow();
  });

  test('may have a value that is only known at deployment, but not such a key', () => {
    const fixture = clusterFixture();
    const { valueAsString: token } = new CfnParameter(fixture.stack, 'Tag');
    expect(problemsOf(() => updaterFixture({ instanceTag: { key: token, value: '' } }, fixture))).toEqual([
      'InvalidInstanceTag instanceTag.key',
    ]);
    const other = clusterFixture();
    const value = new CfnParameter(other.stack, 'Tag').valueAsString;
    const { stack } = updaterFixture({ instanceTag: { key: 'key', value } }, other);
    expect(JSON.stringify(statementsOf(stack, 'UpdaterTaskRole'))).toContain('{"ssm:resourceTag/key":"<Tag>"}');
  });
});

test('a retention for a log group that is given is refused', () => {
  const fixture = clusterFixture();
  const logGroup = new logs.LogGroup(fixture.stack, 'Log');
  const both = () => updaterFixture({ logGroup, logRetention: logs.RetentionDays.ONE_DAY }, fixture);
  expect(problemsOf(both)).toEqual(['LogGroupGivenTwice logRetention']);
});

test('a schedule as text is refused, with the code that was meant', () => {
  const make = () => updaterFixture({ schedule: 'rate(12 hours)' as never });
  expect(problemsOf(make)).toEqual(['WrongType schedule']);
  expect(make).toThrow('Fix: Write scheduler.ScheduleExpression.expression("rate(12 hours)").');
});

test('FIFO queues and topics are refused', () => {
  const fixture = clusterFixture();
  const deadLetterQueue = new sqs.Queue(fixture.stack, 'Queue', { fifo: true });
  const failureTopic = new sns.Topic(fixture.stack, 'Topic', { fifo: true });
  expect(problemsOf(() => updaterFixture({ deadLetterQueue, failureTopic }, fixture))).toEqual([
    'FifoNotSupported deadLetterQueue',
    'FifoNotSupported failureTopic',
  ]);
});
