import { Duration } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { BottlerocketAutoScalingOptions } from './auto-scaling-options';
import { NodegroupCapacityType } from './capacity-type';
import { groupSizes, InstanceGroup, isMixed, usesSpot } from './group-checks';
import { ProtectedNodes } from './nodegroup-update-policy';

/** What an Auto Scaling group of nodes is made of. */
export interface AutoScalingGroupRequest extends BottlerocketAutoScalingOptions, InstanceGroup {
  readonly subnets?: ec2.SubnetSelection;
  readonly warmPool?: autoscaling.WarmPoolOptions;
  readonly newInstancesProtectedFromScaleIn?: boolean;
  /** What an instance refresh does with protected nodes, unless users say. */
  readonly protectedNodes?: ProtectedNodes;
}

/** The Auto Scaling group of the nodes. */
export function makeGroup(
  scope: Construct,
  props: AutoScalingGroupRequest,
  vpc: ec2.IVpc | undefined,
  template: ec2.LaunchTemplate,
  subnetIds: string[],
): autoscaling.AutoScalingGroup {
  const { minSize, desiredSize, maxSize } = groupSizes(props);
  const group = new autoscaling.AutoScalingGroup(scope, 'AutoScalingGroup', {
    autoScalingGroupName: props.autoScalingGroupName,
    vpc: vpc ?? onlySubnets(subnetIds),
    vpcSubnets: props.subnets,
    ...(isMixed(props) ? { mixedInstancesPolicy: mixed(props, template) } : { launchTemplate: template }),
    minCapacity: minSize,
    desiredCapacity: desiredSize,
    maxCapacity: maxSize,
    capacityRebalance: props.capacityRebalance ?? (usesSpot(props) ? true : undefined),
    signals: props.signals,
    updatePolicy: props.updatePolicy?._policy,
    healthChecks: props.healthChecks ?? autoscaling.HealthChecks.ec2({ gracePeriod: Duration.minutes(5) }),
    defaultInstanceWarmup: props.defaultInstanceWarmup,
    maxInstanceLifetime: props.maxInstanceLifetime,
    newInstancesProtectedFromScaleIn: props.newInstancesProtectedFromScaleIn,
    terminationPolicies: props.terminationPolicies,
    groupMetrics: props.groupMetrics,
    notifications: props.notifications,
  });
  props.updatePolicy?._applyTo(group.node.defaultChild as autoscaling.CfnAutoScalingGroup, props.protectedNodes);
  if (props.warmPool !== undefined) {
    group.addWarmPool(props.warmPool);
  }
  return group;
}

function mixed(props: AutoScalingGroupRequest, launchTemplate: ec2.LaunchTemplate): autoscaling.MixedInstancesPolicy {
  const distribution = props.instancesDistribution ?? {};
  const spot = props.capacityType === NodegroupCapacityType.SPOT;
  return {
    launchTemplate,
    launchTemplateOverrides: props.instanceTypes.map((instanceType) => ({
      instanceType,
      weightedCapacity: props.instanceTypeWeights?.[instanceType.toString()],
    })),
    instancesDistribution: {
      ...distribution,
      onDemandPercentageAboveBaseCapacity: distribution.onDemandPercentageAboveBaseCapacity ?? (spot ? 0 : undefined),
      spotAllocationStrategy:
        distribution.spotAllocationStrategy ?? autoscaling.SpotAllocationStrategy.PRICE_CAPACITY_OPTIMIZED,
    },
  };
}

/** An Auto Scaling group asks its VPC for nothing but subnets, and these users may give without the VPC. */
function onlySubnets(subnetIds: string[]): ec2.IVpc {
  const selected: Partial<ec2.SelectedSubnets> = { subnetIds, hasPublic: true };
  return { selectSubnets: () => selected } as unknown as ec2.IVpc;
}
