import { App, CfnResource, Duration, Stack, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { IssueCode, NodegroupInstanceRefreshOptions, NodegroupUpdatePolicy, ProtectedNodes } from '../../lib';

function problems(options: NodegroupInstanceRefreshOptions): string[] {
  const found = NodegroupUpdatePolicy.instanceRefresh(options)._findIssues(false);
  return found.map(({ code, path }) => `${code} ${path}`);
}

function refreshOf(options?: (stack: Stack) => NodegroupInstanceRefreshOptions): unknown {
  const stack = new Stack(new App(), 'Stack');
  const group = new CfnResource(stack, 'Group', { type: 'AWS::AutoScaling::AutoScalingGroup' });
  group.cfnOptions.updatePolicy = { autoScalingScheduledAction: { ignoreUnmodifiedGroupSizeProperties: true } };
  NodegroupUpdatePolicy.instanceRefresh(options?.(stack))._applyTo(group);
  const { Group } = Template.fromStack(stack).findResources('AWS::AutoScaling::AutoScalingGroup');
  const { UpdatePolicy } = Group as { UpdatePolicy: object };
  expect(UpdatePolicy).toMatchObject({ AutoScalingScheduledAction: { IgnoreUnmodifiedGroupSizeProperties: true } });
  return (UpdatePolicy as { AutoScalingInstanceRefresh?: unknown }).AutoScalingInstanceRefresh;
}

describe('an instance refresh', () => {
  test('is a rolling one with the defaults of the service', () => {
    expect(refreshOf()).toEqual({ Strategy: 'Rolling' });
  });

  test('has all that the service offers', () => {
    const options = (stack: Stack): NodegroupInstanceRefreshOptions => ({
      minHealthyPercentage: 90,
      maxHealthyPercentage: 120,
      instanceWarmup: Duration.minutes(5),
      skipMatching: false,
      checkpointPercentages: [20, 100],
      checkpointDelay: Duration.minutes(10),
      bakeTime: Duration.minutes(30),
      alarms: [new cloudwatch.CfnAlarm(stack, 'Alarm', { comparisonOperator: 'x', evaluationPeriods: 1 })],
      protectedNodes: ProtectedNodes.REFRESH,
    });
    expect(refreshOf(options)).toEqual({
      Strategy: 'Rolling',
      Preferences: {
        MinHealthyPercentage: 90,
        MaxHealthyPercentage: 120,
        InstanceWarmup: 300,
        SkipMatching: false,
        CheckpointPercentages: [20, 100],
        CheckpointDelay: 600,
        BakeTime: 1800,
        AlarmSpecification: { Alarms: [{ Ref: 'Alarm' }] },
        ScaleInProtectedInstances: 'Refresh',
      },
    });
  });

  test('is written as newer releases of aws-cdk-lib write it', () => {
    const native = (autoscaling.UpdatePolicy as { instanceRefresh?: (options: object) => object }).instanceRefresh;
    if (native === undefined) {
      return;
    }
    const options = { minHealthyPercentage: 90, instanceWarmup: Duration.minutes(5), checkpointPercentages: [50] };
    const policy = native.call(autoscaling.UpdatePolicy, { strategy: 'Rolling', ...options }) as {
      _renderUpdatePolicy(): { autoScalingInstanceRefresh: { preferences: object } };
    };
    const expected = Object.entries(policy._renderUpdatePolicy().autoScalingInstanceRefresh.preferences)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key[0]!.toUpperCase() + key.slice(1), value as unknown]);
    const Preferences = Object.fromEntries(expected) as object;
    expect(refreshOf(() => options)).toEqual({ Strategy: 'Rolling', Preferences });
  });

  test.each<[NodegroupInstanceRefreshOptions, string]>([
    [{ minHealthyPercentage: 101 }, 'minHealthyPercentage'],
    [{ minHealthyPercentage: 90, maxHealthyPercentage: 90 }, 'maxHealthyPercentage'],
    [{ minHealthyPercentage: 50, maxHealthyPercentage: 160 }, 'maxHealthyPercentage'],
    [{ maxHealthyPercentage: 110 }, 'minHealthyPercentage'],
    [{ checkpointPercentages: [50, 20] }, 'checkpointPercentages'],
    [{ checkpointPercentages: [0] }, 'checkpointPercentages'],
    [{ checkpointDelay: Duration.minutes(5) }, 'checkpointPercentages'],
    [{ bakeTime: Duration.days(3) }, 'bakeTime'],
  ])('with %j is refused for %s', (options, property) => {
    expect(problems(options)).toEqual([`${IssueCode.INVALID_INSTANCE_REFRESH} updatePolicy.${property}`]);
  });

  test('may have values that are only known at deployment', () => {
    const token = Token.asNumber({ Ref: 'Number' });
    expect(problems({ minHealthyPercentage: token, maxHealthyPercentage: token })).toEqual([]);
    expect(problems({ checkpointPercentages: [token], bakeTime: Duration.seconds(token) })).toEqual([]);
  });
});

test.each([
  ['rolling', NodegroupUpdatePolicy.rollingUpdate()],
  ['replacing', NodegroupUpdatePolicy.replacingUpdate()],
])('a %s update without signals is worth a warning, and with signals it is not', (_, policy) => {
  expect(policy._findIssues(false)).toMatchObject([{ code: IssueCode.UPDATE_WITHOUT_SIGNALS, severity: 'warning' }]);
  expect(policy._findIssues(true)).toEqual([]);
});
