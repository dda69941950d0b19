import { CfnParameter, Duration, Stack, Token } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  BottlerocketEcsUpdater,
  BottlerocketImage,
  BottlerocketVariant,
  EcsImagePullBehavior,
  NodegroupCapacityType,
  NodegroupUpdatePolicy,
  ProtectedNodes,
  VariantStatus,
} from '../../lib';
import { DEFAULT_ECS_GENERATION } from '../../lib/ecs/instance-image';
import {
  capacityProblems,
  CapacityOptions,
  capacityProvider,
  importedCluster,
  providerIn,
} from '../helpers/ecs-capacity';
import { clusterFixture, errorsOf, warningsOf } from '../helpers/ecs-updater';
import { problemsOf } from '../helpers/issues';
import { statementsOf } from '../helpers/readable';
import { asgIn, only, templateDataIn, types, userDataIn } from '../helpers/self-managed';

/** The variant and architecture of the image that a template looks up. */
const imageOf = (options: CapacityOptions) => {
  const { stack } = capacityProvider(options, clusterFixture({ env: { region: 'us-east-1' } }));
  const text = JSON.stringify(Template.fromStack(stack).toJSON());
  return /bottlerocket\/(aws-ecs[\w.-]+\/\w+)\/latest/.exec(text)?.[1];
};
const userDataOf = (options: CapacityOptions) => userDataIn(capacityProvider(options).stack);

describe('the image', () => {
  test('is of a variant that is not retired, where that of aws-cdk-lib is', () => {
    expect(BottlerocketVariant.ecs(DEFAULT_ECS_GENERATION).status).toBe(VariantStatus.CURRENT);
    expect(BottlerocketVariant.of('aws-ecs-1').status).toBe(VariantStatus.RETIRED);
    expect(imageOf({})).toBe('aws-ecs-2/x86_64');
  });

  test.each<[string, CapacityOptions, string]>([
    ['g5.xlarge', {}, 'aws-ecs-2-nvidia/x86_64'],
    ['g5g.xlarge', {}, 'aws-ecs-2-nvidia/arm64'],
    ['c7g.large', {}, 'aws-ecs-2/arm64'],
    ['c7g.large', { ecsGeneration: 3, fips: true }, 'aws-ecs-3-fips/arm64'],
    ['g5.xlarge', { ecsGeneration: 3, fips: true }, 'aws-ecs-3-nvidia-fips/x86_64'],
    ['c7g.large', { image: BottlerocketImage.latest({ variant: BottlerocketVariant.ecs(3) }) }, 'aws-ecs-3/arm64'],
  ])('for %s with %p is that of %s', (type, options, image) => {
    expect(imageOf({ instanceTypes: types(type), ...options })).toBe(image);
  });

  test('must fit the instance types', () => {
    expect(capacityProblems({ instanceTypes: types('g5.xlarge', 'm7i.large') })).toEqual([
      'MixedAccelerators instanceTypes',
    ]);
    expect(capacityProblems({ instanceTypes: types('g4ad.xlarge') })).toEqual(['UnsupportedAccelerator instanceTypes']);
    expect(capacityProblems({ ecsGeneration: 1 })).toEqual(['RetiredVariant ecsGeneration']);
  });
});

describe('the user data', () => {
  test('is one document in TOML, with the cluster in one table and no shell', () => {
    const text = userDataOf({
      settings: {
        motd: 'hello',
        ecs: {
          imagePullBehavior: EcsImagePullBehavior.PREFER_CACHED,
          reservedMemory: 256,
          loggingDrivers: ['json-file', 'awslogs'],
          containerStopTimeout: '2m',
          enableContainerMetadata: true,
          instanceAttributes: { pool: 'general' },
        },
      },
    });
    expect(text).toContain('cluster = "<ClusterEB0386A7>"');
    expect(text.match(/^\[settings\.ecs\]$/gm)).toHaveLength(1);
    expect(text).toContain('image-pull-behavior = "prefer-cached"');
    expect(text).toContain('reserved-memory = 256');
    expect(text).toContain('container-stop-timeout = "2m"');
    expect(text).toContain('pool = "general"');
    expect(text).not.toMatch(/#!|echo|ecs\.config/);
  });

  test('blocks the instance metadata for tasks, unless told otherwise', () => {
    expect(userDataOf({})).toContain('awsvpc-block-imds = true');
    expect(userDataOf({ settings: { ecs: { awsvpcBlockImds: false } } })).toContain('awsvpc-block-imds = false');
  });

  test.each<[string, CapacityOptions, boolean]>([
    ['Spot', { capacityType: NodegroupCapacityType.SPOT }, true],
    ['a mix', { instancesDistribution: { onDemandPercentageAboveBaseCapacity: 50 } }, true],
    ['On-Demand', {}, false],
  ])('has Spot Instances drained: %s', (_, options, drained) => {
    expect(userDataOf(options).includes('enable-spot-instance-draining = true')).toBe(drained);
  });

  test('has Spot Instances drained where the share is a token', () => {
    const fixture = clusterFixture();
    const share = new CfnParameter(fixture.stack, 'Share', { type: 'Number' }).valueAsNumber;
    capacityProvider({ instancesDistribution: { onDemandPercentageAboveBaseCapacity: share } }, fixture);
    expect(userDataIn(fixture.stack)).toContain('enable-spot-instance-draining = true');
  });

  test('leaves draining of Spot Instances to those who say so', () => {
    const settings = { ecs: { enableSpotInstanceDraining: false } };
    expect(userDataOf({ capacityType: NodegroupCapacityType.SPOT, settings })).toContain(
      'enable-spot-instance-draining = false',
    );
  });

  test('takes the name of the cluster from nobody else', () => {
    const settings = { ecs: { cluster: 'other' } };
    expect(capacityProblems({ settings })).toEqual(['SettingSuppliedByCapacityProvider settings.ecs.cluster']);
    const { provider } = capacityProvider();
    expect(problemsOf(() => provider.addSettings(settings))).toEqual([
      'SettingSuppliedByCapacityProvider settings.ecs.cluster',
    ]);
    expect(problemsOf(() => provider.autoScalingGroup.addUserData('echo hello'))).toEqual([
      'ShellUserData addCommands',
    ]);
  });

  test('gets later settings too, and those for Kubernetes are refused', () => {
    const { stack, provider } = capacityProvider();
    provider.addSettings({ ecs: { reservedMemory: 128 } });
    expect(userDataIn(stack)).toContain('reserved-memory = 128');
    expect(capacityProblems({ settings: { kubernetes: { maxPods: 5 } } })).toHaveLength(1);
  });
});

describe('the cluster', () => {
  test('of the app knows the capacity provider, also as its default', () => {
    const { stack, provider, cluster } = capacityProvider({ defaultCapacityProvider: true });
    expect(cluster.capacityProviderNames).toEqual([provider.capacityProviderName]);
    const { CapacityProviders, DefaultCapacityProviderStrategy } = only(
      stack,
      'AWS::ECS::ClusterCapacityProviderAssociations',
    ).Properties;
    expect(CapacityProviders).toHaveLength(1);
    expect(DefaultCapacityProviderStrategy).toEqual([
      { CapacityProvider: (CapacityProviders as object[])[0], Weight: 1 },
    ]);
  });

  test('can be told again, without effect', () => {
    const { stack, provider, cluster } = capacityProvider();
    cluster.addAsgCapacityProvider(provider.asgCapacityProvider);
    expect(cluster.capacityProviderNames).toHaveLength(1);
    Template.fromStack(stack).resourceCountIs('AWS::Lambda::Function', 0);
  });

  test('has no function that drains where users want no draining', () => {
    const { stack } = capacityProvider({ enableManagedDraining: false, enableManagedTerminationProtection: false });
    Template.fromStack(stack).resourceCountIs('AWS::Lambda::Function', 0);
    expect(providerIn(stack).AutoScalingGroupProvider).toMatchObject({
      ManagedDraining: 'DISABLED',
      ManagedTerminationProtection: 'DISABLED',
    });
  });

  test('that is imported is joined, and only told where its other capacity providers are known', () => {
    const imported = importedCluster();
    capacityProvider({}, imported);
    expect(userDataIn(imported.stack)).toContain('cluster = "demo"');
    Template.fromStack(imported.stack).resourceCountIs('AWS::ECS::ClusterCapacityProviderAssociations', 0);
    const found = Annotations.fromStack(imported.stack).findWarning('*', Match.stringLikeRegexp('NotAssociated'));
    expect(found).toHaveLength(1);

    const { stack } = capacityProvider({ otherCapacityProviders: ['FARGATE'] }, importedCluster());
    const { Cluster, CapacityProviders } = only(stack, 'AWS::ECS::ClusterCapacityProviderAssociations').Properties;
    expect([Cluster, (CapacityProviders as unknown[])[0]]).toEqual(['demo', 'FARGATE']);
    expect(CapacityProviders).toHaveLength(2);
    expect(Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('NotAssociated'))).toEqual([]);
  });

  test('may be a CloudFormation resource', () => {
    const { stack, vpc } = clusterFixture();
    const cluster = new ecs.CfnCluster(stack, 'Plain');
    const options = { cluster: cluster as unknown as ecs.Cluster, vpc };
    expect(userDataIn(capacityProvider(options, { stack, vpc, cluster: options.cluster }).stack)).toContain('<Plain>');
    expect(problemsOf(() => capacityProvider({ cluster }, clusterFixture()))).toEqual(['VpcUnknown vpc']);
  });
});

describe('the role', () => {
  const policyIn = (stack: Stack) =>
    JSON.stringify(only(stack, 'AWS::IAM::Policy').Properties.PolicyDocument, undefined, 0);

  test('may join this cluster only', () => {
    const { stack } = capacityProvider();
    const { Statement } = only(stack, 'AWS::IAM::Policy').Properties.PolicyDocument as {
      Statement: { Action: string | string[]; Resource: unknown }[];
    };
    expect(Statement.filter(({ Resource }) => Resource === '*').map(({ Action }) => Action)).toEqual([
      'ecs:DiscoverPollEndpoint',
    ]);
    expect(policyIn(stack)).not.toMatch(/ecs:\*|Submit\*|CreateCluster|logs:/);
    expect(policyIn(stack)).toContain('"Condition":{"ArnEquals":{"ecs:cluster"');
  });

  test('has no managed policies but the one that pulls images, and that of Systems Manager on demand', () => {
    const policies = (options: CapacityOptions) => {
      const { Resources } = Template.fromStack(capacityProvider(options).stack).toJSON() as {
        Resources: Record<string, { Type: string; Properties: { ManagedPolicyArns?: unknown[] } }>;
      };
      const roles = Object.values(Resources).filter(({ Type }) => Type === 'AWS::IAM::Role');
      return roles.flatMap(({ Properties }) => Properties.ManagedPolicyArns ?? []).map((arn) => JSON.stringify(arn));
    };
    expect(policies({})).toEqual([expect.stringContaining('AmazonEC2ContainerRegistryPullOnly')]);
    expect(policies({ ssmAccess: true })).toHaveLength(2);
  });

  test('of users stays as it is', () => {
    const fixture = clusterFixture();
    const role = new iam.Role(fixture.stack, 'Own', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
    capacityProvider({ role }, fixture);
    Template.fromStack(fixture.stack).resourceCountIs('AWS::IAM::Policy', 0);
    Template.fromStack(fixture.stack).hasResourceProperties('AWS::IAM::Role', { ManagedPolicyArns: Match.absent() });
  });

  test('of users gets the right to signal with signals, and nothing else', () => {
    const fixture = clusterFixture();
    const role = new iam.Role(fixture.stack, 'Own', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
    capacityProvider({ role, signals: autoscaling.Signals.waitForAll() }, fixture);
    expect(statementsOf(fixture.stack, 'Own')).toEqual([
      { Effect: 'Allow', Action: 'cloudformation:SignalResource', Resource: '<AWS::StackId>' },
    ]);
  });

  test('has ARNs of the partition', () => {
    const { stack } = capacityProvider(
      {},
      importedCluster({ env: { account: '111122223333', region: 'us-gov-west-1' } }),
    );
    const template = JSON.stringify(Template.fromStack(stack).toJSON());
    expect(template).not.toContain('arn:aws:');
    expect(template).toContain(':ecs:us-gov-west-1:111122223333:container-instance/demo/*');
  });

  test('gets what is granted', () => {
    const { stack, provider } = capacityProvider();
    iam.Grant.addToPrincipal({ grantee: provider, actions: ['s3:GetObject'], resourceArns: ['arn:aws:s3:::b/k'] });
    expect(policyIn(stack)).toContain('s3:GetObject');
  });
});

describe('scaling', () => {
  test('is managed by ECS, which protects and drains', () => {
    const { stack } = capacityProvider({
      targetCapacityPercent: 80,
      minimumScalingStepSize: 1,
      maximumScalingStepSize: 10,
      instanceWarmupPeriod: Duration.minutes(2),
      capacityProviderName: 'general',
    });
    expect(providerIn(stack)).toMatchObject({
      Name: 'general',
      AutoScalingGroupProvider: {
        ManagedDraining: 'ENABLED',
        ManagedTerminationProtection: 'ENABLED',
        ManagedScaling: {
          Status: 'ENABLED',
          TargetCapacity: 80,
          MinimumScalingStepSize: 1,
          MaximumScalingStepSize: 10,
          InstanceWarmupPeriod: 120,
        },
      },
    });
    expect(asgIn(stack).Properties.NewInstancesProtectedFromScaleIn).toBe(true);
  });

  test.each<[CapacityOptions, string]>([
    [{ targetCapacityPercent: 0 }, 'InvalidManagedScaling targetCapacityPercent'],
    [{ minimumScalingStepSize: 0 }, 'InvalidManagedScaling minimumScalingStepSize'],
    [{ maximumScalingStepSize: 10_001 }, 'InvalidManagedScaling maximumScalingStepSize'],
    [{ minimumScalingStepSize: 5, maximumScalingStepSize: 4 }, 'InvalidManagedScaling minimumScalingStepSize'],
    [{ instanceWarmupPeriod: Duration.hours(3) }, 'InvalidManagedScaling instanceWarmupPeriod'],
    [{ enableManagedScaling: false, targetCapacityPercent: 80 }, 'InvalidManagedScaling targetCapacityPercent'],
    [
      { enableManagedScaling: false, enableManagedTerminationProtection: true },
      'InvalidManagedScaling enableManagedTerminationProtection',
    ],
    [{ capacityProviderName: 'ecs-mine' }, 'InvalidCapacityProviderName capacityProviderName'],
    [{ minSize: 3, maxSize: 2 }, 'InvalidScaling minSize'],
    [{ metadataHopLimit: 0 }, 'InvalidMetadataOptions metadataHopLimit'],
  ])('refuses %p', (options, problem) => {
    expect(capacityProblems(options)).toEqual([problem]);
  });

  test('can be left to users', () => {
    const { stack } = capacityProvider({ enableManagedScaling: false });
    expect(providerIn(stack).AutoScalingGroupProvider).toEqual({
      AutoScalingGroupArn: expect.anything() as unknown,
      ManagedDraining: 'ENABLED',
      ManagedTerminationProtection: 'DISABLED',
    });
    expect(asgIn(stack).Properties.NewInstancesProtectedFromScaleIn).toBeUndefined();
  });

  test('takes tokens', () => {
    const tokens = { minSize: Token.asNumber({ Ref: 'A' }), maxSize: Token.asNumber({ Ref: 'B' }) };
    expect(() => capacityProvider({ ...tokens, targetCapacityPercent: Token.asNumber({ Ref: 'C' }) })).not.toThrow();
  });
});

describe('an instance refresh', () => {
  const preferencesOf = (updatePolicy: NodegroupUpdatePolicy, options: CapacityOptions = {}) =>
    (
      asgIn(capacityProvider({ updatePolicy, ...options }).stack).UpdatePolicy as Record<
        string,
        { Preferences: object }
      >
    ).AutoScalingInstanceRefresh?.Preferences;

  test('replaces instances that ECS protects, where it would wait for ever', () => {
    expect(preferencesOf(NodegroupUpdatePolicy.instanceRefresh())).toEqual({ ScaleInProtectedInstances: 'Refresh' });
    const wait = NodegroupUpdatePolicy.instanceRefresh({ protectedNodes: ProtectedNodes.WAIT });
    expect(preferencesOf(wait)).toEqual({ ScaleInProtectedInstances: 'Wait' });
  });

  test('has its usual way where ECS protects nothing', () => {
    const options = { enableManagedTerminationProtection: false };
    expect(preferencesOf(NodegroupUpdatePolicy.instanceRefresh(), options)).toBeUndefined();
  });
});

describe('a warm pool', () => {
  test('has the ECS agent wait until the instance is needed', () => {
    const { stack } = capacityProvider({ warmPool: { minSize: 2, poolState: autoscaling.PoolState.STOPPED } });
    expect(userDataIn(stack)).toMatch(/\[settings\.autoscaling\]\nshould-wait = true/);
    expect(only(stack, 'AWS::AutoScaling::WarmPool').Properties).toMatchObject({ MinSize: 2, PoolState: 'Stopped' });
  });

  test('is refused where neither the OS nor Auto Scaling has one', () => {
    const refused: CapacityOptions[] = [
      { warmPool: { poolState: autoscaling.PoolState.HIBERNATED } },
      { warmPool: { reuseOnScaleIn: true } },
      { warmPool: {}, capacityType: NodegroupCapacityType.SPOT },
    ];
    expect(refused.map(capacityProblems)).toEqual([
      ['InvalidWarmPool warmPool.poolState'],
      ['InvalidWarmPool warmPool.reuseOnScaleIn'],
      ['InvalidWarmPool warmPool'],
    ]);
  });

  test('that is added to the Auto Scaling group is found: its instances would join while they wait', () => {
    const fixture = capacityProvider();
    fixture.provider.autoScalingGroup.addWarmPool();
    expect(errorsOf(fixture)).toEqual(['InvalidWarmPool']);
  });

  test('leaves no room for a setting that contradicts it', () => {
    const settings = { autoscaling: { shouldWait: false } };
    expect(capacityProblems({ warmPool: {}, settings })).toEqual([
      'SettingSuppliedByNodegroup settings.autoscaling.should-wait',
    ]);
  });
});

test('the updater takes the group, and finds the right to send commands in place', () => {
  const fixture = clusterFixture();
  const { provider, stack, cluster } = capacityProvider({}, fixture);
  const updater = new BottlerocketEcsUpdater(stack, 'Updater', { cluster });
  updater.attach(provider.autoScalingGroup);
  expect(warningsOf({ stack })).toEqual([]);
  expect(JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Role'))).toContain(
    'AmazonSSMManagedInstanceCore',
  );
});

describe('the instances', () => {
  test('have encrypted volumes, IMDSv2 and a security group that lets nothing in', () => {
    const { stack } = capacityProvider();
    expect(templateDataIn(stack)).toMatchObject({
      MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 1 },
      BlockDeviceMappings: [{ Ebs: { Encrypted: true } }, { Ebs: { Encrypted: true } }],
    });
    expect(only(stack, 'AWS::EC2::SecurityGroup').Properties.SecurityGroupIngress).toBeUndefined();
  });

  test('can be connected to', () => {
    const { stack, provider } = capacityProvider();
    provider.connections.allowFromAnyIpv4(ec2.Port.tcp(8080));
    expect(only(stack, 'AWS::EC2::SecurityGroup').Properties.SecurityGroupIngress).toEqual([
      expect.objectContaining({ FromPort: 8080 }),
    ]);
  });

  test('have the security groups and tags of users', () => {
    const fixture = clusterFixture();
    const own = ec2.SecurityGroup.fromSecurityGroupId(fixture.stack, 'Own', 'sg-0123456789abcdef0');
    capacityProvider({ securityGroups: [own], tags: { team: 'web' } }, fixture);
    Template.fromStack(fixture.stack).resourceCountIs('AWS::EC2::SecurityGroup', 0);
    expect(JSON.stringify(templateDataIn(fixture.stack).TagSpecifications)).toContain('{"Key":"team","Value":"web"}');
  });

  test('signal that they have started, when asked', () => {
    const { stack } = capacityProvider({ signals: autoscaling.Signals.waitForAll() });
    expect(userDataIn(stack)).toContain('should-signal = true');
  });
});
