import { Stack } from 'aws-cdk-lib';
import { updaterFixture } from '../helpers/ecs-updater';
import { onlyResource } from '../helpers/readable';

const FAMILY_ARN = 'arn:<AWS::Partition>:ecs:<AWS::Region>:<AWS::AccountId>:task-definition/Stack-Updater-E43B0D28';

const taskOf = (stack: Stack) =>
  onlyResource(stack, 'AWS::ECS::TaskDefinition') as { ContainerDefinitions: [Record<string, unknown>] };

test('the task is a small one on Fargate, for x86', () => {
  expect(taskOf(updaterFixture().stack)).toMatchObject({
    Cpu: '256',
    Memory: '512',
    NetworkMode: 'awsvpc',
    RequiresCompatibilities: ['FARGATE'],
    RuntimePlatform: { CpuArchitecture: 'X86_64', OperatingSystemFamily: 'LINUX' },
    TaskRoleArn: '<UpdaterTaskRole8ABC48E6.Arn>',
    ExecutionRoleArn: '<UpdaterExecutionRole67D517F5.Arn>',
  });
});

test('the container has no rights on its host and changes no files', () => {
  expect(taskOf(updaterFixture().stack).ContainerDefinitions).toEqual([
    {
      Name: 'BottlerocketEcsUpdater',
      Essential: true,
      Image: 'public.ecr.aws/bottlerocket/bottlerocket-ecs-updater:v0.2.2',
      Command: expect.arrayContaining(['-cluster', '<ClusterEB0386A7>', '-region', '<AWS::Region>']) as unknown,
      Environment: [{ Name: 'TASK_DEFINITION_ARN', Value: FAMILY_ARN }],
      LinuxParameters: { Capabilities: { Drop: ['ALL'] } },
      LogConfiguration: {
        LogDriver: 'awslogs',
        Options: {
          'awslogs-group': '<UpdaterLogGroup80D0714F>',
          'awslogs-region': '<AWS::Region>',
          'awslogs-stream-prefix': 'updater',
        },
      },
      Privileged: false,
      ReadonlyRootFilesystem: true,
      User: '65534:65534',
    },
  ]);
});

test('the updater recognises other runs by the family of its task', () => {
  const task = taskOf(updaterFixture().stack);
  expect(task).toMatchObject({ Family: 'Stack-Updater-E43B0D28' });
});
