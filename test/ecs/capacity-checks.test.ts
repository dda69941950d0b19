import { Stack } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { BottlerocketUserData } from '../../lib';
import { runsBottlerocket } from '../../lib/ecs/capacity-checks';
import { isManagedInstances } from '../../lib/ecs/managed-instances-checks';
import {
  capacity,
  clusterFixture,
  errorsOf,
  launchTemplate,
  managedInstances,
  updaterFixture,
  warningsOf,
} from '../helpers/ecs-updater';

function attached(
  makeProps: (fixture: ReturnType<typeof updaterFixture>) => Partial<autoscaling.AutoScalingGroupProps>,
) {
  const fixture = updaterFixture();
  const group = capacity(fixture, makeProps(fixture));
  fixture.updater.attach(group);
  return { ...fixture, group };
}

const elsewhere = ({ stack }: { readonly stack: Stack }) =>
  ec2.LaunchTemplate.fromLaunchTemplateAttributes(stack, 'Elsewhere', { launchTemplateId: 'lt-0123456789abcdef0' });

describe('Spot only', () => {
  const mixed = (instancesDistribution?: autoscaling.InstancesDistribution) =>
    attached(({ stack }) => ({
      mixedInstancesPolicy: { launchTemplate: launchTemplate(stack), instancesDistribution },
    }));

  test.each<[string, autoscaling.InstancesDistribution]>([
    ['nothing but Spot', { onDemandPercentageAboveBaseCapacity: 0 }],
    ['nothing but Spot, in so many words', { onDemandBaseCapacity: 0, onDemandPercentageAboveBaseCapacity: 0 }],
  ])('is a mixed group with %s, which is worth a warning', (_, distribution) => {
    expect(warningsOf(mixed(distribution))).toEqual(['SpotOnlyCapacity']);
  });

  test.each<[string, autoscaling.InstancesDistribution | undefined]>([
    ['a base of On-Demand', { onDemandBaseCapacity: 1, onDemandPercentageAboveBaseCapacity: 0 }],
    ['a share of On-Demand', { onDemandPercentageAboveBaseCapacity: 20 }],
    ['no share given, which is all On-Demand', { onDemandBaseCapacity: 0 }],
    ['no distribution', undefined],
  ])('is not a mixed group with %s', (_, distribution) => {
    expect(warningsOf(mixed(distribution))).toEqual([]);
  });

  test('is a group whose launch template asks for Spot', () => {
    const spot = attached(({ stack }) => ({ launchTemplate: launchTemplate(stack, { spotOptions: {} }) }));
    expect(warningsOf(spot)).toEqual(['SpotOnlyCapacity']);
  });

  test('is a group with a Spot price', () => {
    const spot = attached(() => ({
      launchTemplate: undefined,
      instanceType: new ec2.InstanceType('m7i.large'),
      machineImage: ec2.MachineImage.latestAmazonLinux2023(),
      spotPrice: '0.05',
    }));
    expect(warningsOf(spot)).toEqual(['SpotOnlyCapacity']);
  });

  test('cannot be seen in a launch template from elsewhere', () => {
    const other = attached((fixture) => ({ mixedInstancesPolicy: { launchTemplate: elsewhere(fixture) } }));
    expect(warningsOf(other)).toEqual(['SsmAccessUnknown']);
  });
});

describe('the control container', () => {
  const withControl = (control: { enabled?: boolean } | undefined) =>
    attached(({ stack }) => ({
      launchTemplate: launchTemplate(stack, {
        userData: new BottlerocketUserData({
          settings: { ecs: { cluster: 'prod' }, ...(control && { hostContainers: { control } }) },
        }),
      }),
    }));

  test('must not be disabled', () => {
    expect(errorsOf(withControl({ enabled: false }))).toEqual(['ControlContainerDisabled']);
  });

  test.each([[undefined], [{}], [{ enabled: true }]])('may be %j', (control) => {
    expect(errorsOf(withControl(control))).toEqual([]);
  });

  test('is also checked in settings that come later', () => {
    const userData = new BottlerocketUserData({ settings: { ecs: { cluster: 'prod' } } });
    const fixture = attached(({ stack }) => ({ launchTemplate: launchTemplate(stack, { userData }) }));
    userData.addSettings({ hostContainers: { control: { enabled: false } } });
    expect(errorsOf(fixture)).toEqual(['ControlContainerDisabled']);
  });
});

describe('a group runs Bottlerocket', () => {
  const groupWith = (userData: ec2.UserData) => {
    const fixture = clusterFixture();
    return capacity(fixture, { launchTemplate: launchTemplate(fixture.stack, { userData }) });
  };

  test.each([
    ['settings of this library', new BottlerocketUserData({ settings: { motd: 'hello' } })],
    ['settings as aws-cdk-lib writes them', ec2.UserData.custom('[settings.ecs]\ncluster = "prod"')],
  ])('when its user data is %s', (_, userData) => {
    expect(runsBottlerocket(groupWith(userData))).toBe(true);
  });

  test('is not known when its user data is a script', () => {
    expect(runsBottlerocket(groupWith(ec2.UserData.forLinux()))).toBe(false);
  });

  test('is not known when its user data cannot be read', () => {
    const fixture = clusterFixture();
    const mixed = capacity(fixture, { mixedInstancesPolicy: { launchTemplate: elsewhere(fixture) } });
    expect(runsBottlerocket(mixed)).toBe(false);
  });
});

test('ECS Managed Instances are told from Auto Scaling groups', () => {
  const fixture = clusterFixture();
  expect(isManagedInstances(managedInstances(fixture))).toBe(true);
  expect(isManagedInstances(capacity(fixture))).toBe(false);
});
