import { Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { EcsUpdaterImage } from '../../lib';
import { clusterFixture, updaterFixture, warningsOf } from '../helpers/ecs-updater';
import { onlyResource } from '../helpers/readable';

const imageOf = (stack: Stack) => {
  const task = onlyResource(stack, 'AWS::ECS::TaskDefinition') as { ContainerDefinitions: [{ Image: string }] };
  return task.ContainerDefinitions[0].Image;
};

test('another release of the published image can be chosen', () => {
  const { stack } = updaterFixture({ image: EcsUpdaterImage.publicEcr('v9.9.9') });
  expect(imageOf(stack)).toBe('public.ecr.aws/bottlerocket/bottlerocket-ecs-updater:v9.9.9');
});

const ECR = '<AWS::AccountId>.dkr.ecr.<AWS::Region>.<AWS::URLSuffix>';

test.each([
  [{}, `${ECR}/ecr-public/bottlerocket/bottlerocket-ecs-updater:v0.2.2`],
  [{ repositoryPrefix: 'mirror', tag: 'v1' }, `${ECR}/mirror/bottlerocket/bottlerocket-ecs-updater:v1`],
])('a pull-through cache with %j has it in the registry of the account', (options, expected) => {
  expect(imageOf(updaterFixture({ image: EcsUpdaterImage.pullThroughCache(options) }).stack)).toBe(expected);
});

describe('an image by its name', () => {
  const warningsFor = (image: (stack: Stack) => ecs.ContainerImage) => {
    const fixture = clusterFixture();
    return warningsOf(updaterFixture({ image: image(fixture.stack) }, fixture)).filter(
      (code) => code !== 'NoCapacityAttached',
    );
  };
  const byName = (name: string) => () => ecs.ContainerImage.fromRegistry(name);

  test.each([
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com/updater:v1',
    '123456789012.dkr-ecr.eu-west-1.on.aws/updater:v1',
    '123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/updater:v1',
  ])('in a private registry (%s) comes without rights, which is worth a warning', (name) => {
    expect(warningsFor(byName(name))).toEqual(['UpdaterImageNotGranted']);
  });

  test('in another registry needs none', () => {
    expect(warningsFor(byName('registry.example.com/updater:v1'))).toEqual([]);
  });

  test('of a repository that is part of the app has them', () => {
    const repositoryArn = 'arn:aws:ecr:eu-west-1:123456789012:repository/updater';
    const imported = (stack: Stack) => ecr.Repository.fromRepositoryArn(stack, 'Repository', repositoryArn);
    expect(warningsFor((stack) => ecs.ContainerImage.fromEcrRepository(imported(stack)))).toEqual([]);
  });
});
