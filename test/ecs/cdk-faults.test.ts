import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as library from '../../lib';
import {
  BottlerocketImage,
  BottlerocketUserData,
  BottlerocketVariant,
  mixins,
  NodegroupCapacityType,
  VariantStatus,
} from '../../lib';
import { testFaults } from '../helpers/cdk-faults';
import { CapacityOptions, capacityProvider } from '../helpers/ecs-capacity';
import { capacity, clusterFixture, managedInstances } from '../helpers/ecs-updater';
import { problemsOf } from '../helpers/issues';
import { readable, statementsOf } from '../helpers/readable';
import { only, templateDataIn, types, userDataIn } from '../helpers/self-managed';

const BOTTLEROCKET = { machineImageType: ecs.MachineImageType.BOTTLEROCKET };
const here = () => clusterFixture({ env: { region: 'us-east-1' } });

/** The template in text, with user data in lines. */
function textOf(stack: Stack): string {
  return JSON.stringify(readable(Template.fromStack(stack).toJSON()))
    .replaceAll('\\n', '\n')
    .replaceAll('\\"', '"');
}

/** What `Cluster.addCapacity` makes. */
function theirCapacity(instanceType: string, options: Partial<ecs.AddCapacityOptions> = BOTTLEROCKET): string {
  const { stack, cluster } = here();
  cluster.addCapacity('Capacity', { instanceType: new ec2.InstanceType(instanceType), ...options });
  return textOf(stack);
}

/** What a capacity provider of aws-cdk-lib makes of a group with Bottlerocket. */
function theirProvider(options: Partial<ecs.AsgCapacityProviderProps> = BOTTLEROCKET, ...lines: string[]): string {
  const fixture = here();
  const machineImage = new ecs.BottleRocketImage({ variant: ecs.BottlerocketEcsVariant.AWS_ECS_2 });
  const autoScalingGroup = capacity(fixture, {
    launchTemplate: undefined,
    instanceType: new ec2.InstanceType('m7i.large'),
    machineImage,
  });
  lines.forEach((line) => autoScalingGroup.addUserData(line));
  const provider = new ecs.AsgCapacityProvider(fixture.stack, 'Provider', { autoScalingGroup, ...options });
  fixture.cluster.addAsgCapacityProvider(provider);
  return textOf(fixture.stack);
}

const ourStack = (options: CapacityOptions = {}) => capacityProvider(options, here()).stack;
const ourText = (options?: CapacityOptions) => textOf(ourStack(options));
const ourUserData = (options?: CapacityOptions) => userDataIn(ourStack(options));

/** The lines of the user data that begin the table of the ECS settings. */
const ecsTables = (text: string) => text.match(/^\[settings\.ecs\]$/gm)?.length ?? 0;

const SPOT = { capacityType: NodegroupCapacityType.SPOT };

testFaults([
  {
    fault: 'has a retired variant by default',
    theirs: () =>
      theirCapacity('m7i.large').includes('/aws-ecs-1/x86_64/') &&
      new ecs.BottleRocketImage().getImage(here().stack).imageId !== '' &&
      BottlerocketVariant.of('aws-ecs-1').status === VariantStatus.RETIRED,
    ours: () => {
      expect(ourText()).toContain('/aws-ecs-2/x86_64/');
      expect(BottlerocketVariant.of('aws-ecs-2').status).toBe(VariantStatus.CURRENT);
    },
  },
  {
    fault: 'knows neither FIPS nor the newer generation',
    theirs: () => !Object.values(ecs.BottlerocketEcsVariant).some((name) => /fips|aws-ecs-3/.test(name)),
    ours: () => expect(ourText({ ecsGeneration: 3, fips: true })).toContain('/aws-ecs-3-fips/x86_64/'),
  },
  {
    fault: 'has the image without drivers for instances with NVIDIA GPUs',
    theirs: () => /bottlerocket\/aws-ecs-\d\/x86_64/.test(theirCapacity('g5.xlarge')),
    ours: () => expect(ourText({ instanceTypes: types('g5.xlarge') })).toContain('/aws-ecs-2-nvidia/x86_64/'),
  },
  {
    fault: 'has the x86 image for Arm, unless the architecture is said twice',
    theirs: () => /bottlerocket\/aws-ecs-\d\/x86_64/.test(theirCapacity('c7g.large', withImage())),
    ours: () => expect(ourText({ instanceTypes: types('c7g.large') })).toContain('/aws-ecs-2/arm64/'),
  },
  {
    fault: 'always takes the newest release',
    theirs: () => theirCapacity('m7i.large').includes('/latest/image_id'),
    ours: () => {
      const text = ourText({ image: BottlerocketImage.fromVersion('1.62.1') });
      expect(text).toContain('/aws-ecs-2/x86_64/1.62.1/image_id');
      expect(text).not.toContain('/latest/');
    },
  },
  {
    fault: 'writes a shell command into TOML, unless the image type is said twice',
    theirs: () => theirProvider({}).includes('echo ECS_CLUSTER='),
    ours: () => expect(ourUserData()).not.toMatch(/echo|ecs\.config/),
  },
  {
    fault: 'writes TOML into a shell script, for an image of another OS',
    theirs: () =>
      /#!\/bin\/bash\n\[settings\.ecs\]/.test(
        theirCapacity('m7i.large', { machineImage: ecs.EcsOptimizedImage.amazonLinux2(), ...BOTTLEROCKET }),
      ),
    ours: () => {
      expect(ourUserData()).toMatch(/^\[settings/);
      // An image of another OS cannot be passed, and a script is refused.
      const { provider } = capacityProvider({}, here());
      expect(problemsOf(() => provider.autoScalingGroup.addUserData('#!/bin/bash'))).toEqual([
        'ShellUserData addCommands',
      ]);
    },
  },
  {
    fault: 'writes the table of the ECS settings a second time beside settings of users',
    theirs: () => ecsTables(theirProvider(BOTTLEROCKET, '[settings.ecs]', 'reserved-memory = 256')) === 2,
    ours: () => {
      const text = ourUserData({ settings: { ecs: { reservedMemory: 256 } } });
      expect(ecsTables(text)).toBe(1);
      expect(text).toMatch(/cluster = "[^"]+"\n(?:.+\n)*reserved-memory = 256/);
    },
  },
  {
    fault: 'ignores that Spot Instances shall be drained',
    theirs: () =>
      !/spot.*draining/i.test(theirProvider({ ...BOTTLEROCKET, spotInstanceDraining: true })) &&
      !/spot.*draining/i.test(
        theirCapacity('m7i.large', { ...BOTTLEROCKET, spotPrice: '0.05', spotInstanceDraining: true }),
      ),
    ours: () => expect(ourUserData(SPOT)).toContain('enable-spot-instance-draining = true'),
  },
  {
    fault: 'does not keep tasks from the role of the instance',
    theirs: () => !/block-imds/i.test(theirProvider() + theirCapacity('m7i.large')),
    ours: () => expect(ourUserData()).toContain('awsvpc-block-imds = true'),
  },
  {
    fault: 'ignores settings for ECS Managed Instances without a word',
    theirs: () => {
      const fixture = here();
      const managed = managedInstances(fixture, { userData: ec2.UserData.custom('[settings.ecs]') });
      fixture.cluster.addManagedInstancesCapacityProvider(managed);
      return !textOf(fixture.stack).includes('[settings.ecs]');
    },
    ours: () => {
      const mixin = new mixins.LaunchTemplateUserData(new BottlerocketUserData({ settings: { motd: 'hello' } }));
      expect(problemsOf(() => managedInstances(here()).with(mixin))).toEqual(['ManagedInstances userData']);
    },
  },
  {
    fault: 'gives instances rights to all clusters and logs, and sessions that nobody asked for',
    theirs: () => {
      const text = theirProvider();
      return ['ecs:Submit*', 'logs:PutLogEvents', 'AmazonEC2ContainerServiceforEC2Role', 'AmazonSSM'].every((right) =>
        text.includes(right),
      );
    },
    ours: () => {
      const stack = ourStack();
      const open = statementsOf(stack, 'CapacityInstanceRole').filter(({ Resource }) => Resource === '*');
      expect(open.map(({ Action }) => Action)).toEqual(['ecs:DiscoverPollEndpoint']);
      expect(textOf(stack)).not.toMatch(/Submit\*|logs:|AmazonEC2ContainerServiceforEC2Role|AmazonSSM/);
    },
  },
  {
    fault: 'adds a function and a topic where ECS drains nothing',
    theirs: () => {
      const off = { enableManagedDraining: false, enableManagedTerminationProtection: false };
      return /AWS::Lambda::Function.*AWS::SNS::Topic|AWS::SNS::Topic.*AWS::Lambda::Function/s.test(
        theirProvider({ ...BOTTLEROCKET, ...off }),
      );
    },
    ours: () => {
      const off = { enableManagedDraining: false, enableManagedTerminationProtection: false };
      expect(ourText(off)).not.toMatch(/AWS::Lambda::Function|AWS::SNS::Topic/);
    },
  },
  {
    fault: 'makes a launch configuration, without IMDSv2, encryption or a thought of the data volume',
    theirs: () => {
      const { stack, cluster } = here();
      cluster.addCapacity('Capacity', { instanceType: new ec2.InstanceType('m7i.large'), ...BOTTLEROCKET });
      const { Properties } = only(stack, 'AWS::AutoScaling::LaunchConfiguration');
      return Properties.MetadataOptions === undefined && Properties.BlockDeviceMappings === undefined;
    },
    ours: () => {
      const stack = ourStack();
      Template.fromStack(stack).resourceCountIs('AWS::AutoScaling::LaunchConfiguration', 0);
      expect(templateDataIn(stack)).toMatchObject({
        MetadataOptions: { HttpTokens: 'required' },
        BlockDeviceMappings: [
          { DeviceName: '/dev/xvda', Ebs: { Encrypted: true } },
          { DeviceName: '/dev/xvdb', Ebs: { Encrypted: true } },
        ],
      });
    },
  },
  {
    fault: 'has nothing that updates instances',
    theirs: () => !Object.keys({ ...ecs, ...autoscaling }).some((name) => /updater/i.test(name)),
    ours: () => {
      const { stack, cluster, provider } = capacityProvider({}, here());
      const updater = new library.BottlerocketEcsUpdater(stack, 'Updater', { cluster });
      updater.attach(provider.autoScalingGroup);
      expect(only(stack, 'AWS::Scheduler::Schedule').Properties).toMatchObject({ State: 'ENABLED' });
    },
  },
]);

/** The image as users pass it, with a variant that is not retired. */
function withImage(): Partial<ecs.AddCapacityOptions> {
  return { machineImage: new ecs.BottleRocketImage({ variant: ecs.BottlerocketEcsVariant.AWS_ECS_2 }) };
}
