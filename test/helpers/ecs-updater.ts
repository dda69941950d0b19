import { App, Stack, StackProps } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { BottlerocketEcsUpdater, BottlerocketEcsUpdaterProps } from '../../lib';

/** A cluster in a VPC with public and private subnets. */
export function clusterFixture(props?: StackProps) {
  const stack = new Stack(new App(), 'Stack', props);
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc });
  return { stack, vpc, cluster };
}

/** The same with an updater. */
export function updaterFixture(props: Partial<BottlerocketEcsUpdaterProps> = {}, fixture = clusterFixture()) {
  const updater = new BottlerocketEcsUpdater(fixture.stack, 'Updater', { cluster: fixture.cluster, ...props });
  return { ...fixture, updater };
}

/** A launch template with a role, as the instances of a cluster have it. */
export function launchTemplate(stack: Stack, props: ec2.LaunchTemplateProps = {}): ec2.LaunchTemplate {
  return new ec2.LaunchTemplate(stack, 'LaunchTemplate', {
    instanceType: new ec2.InstanceType('m7i.large'),
    machineImage: ec2.MachineImage.fromSsmParameter('/aws/service/bottlerocket/aws-ecs-2/x86_64/latest/image_id'),
    userData: ec2.UserData.custom(''),
    role: new iam.Role(stack, 'InstanceRole', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }),
    ...props,
  });
}

/** An Auto Scaling group for a cluster. */
export function capacity(
  { stack, vpc }: { readonly stack: Stack; readonly vpc: ec2.IVpc },
  props: Partial<autoscaling.AutoScalingGroupProps> = {},
): autoscaling.AutoScalingGroup {
  return new autoscaling.AutoScalingGroup(stack, 'Capacity', {
    vpc,
    ...('launchTemplate' in props || 'mixedInstancesPolicy' in props ? {} : { launchTemplate: launchTemplate(stack) }),
    ...props,
  });
}

/** A capacity provider of ECS Managed Instances, with properties that it may not know. */
export function managedInstances(
  { stack, vpc }: { readonly stack: Stack; readonly vpc: ec2.IVpc },
  unknownProps: object = {},
) {
  return new ecs.ManagedInstancesCapacityProvider(stack, 'Managed', {
    ...unknownProps,
    subnets: vpc.privateSubnets,
    securityGroups: [new ec2.SecurityGroup(stack, 'ManagedSecurityGroup', { vpc })],
  });
}

/** The codes of the warnings on the updater, after synthesis. */
export function warningsOf({ stack }: { readonly stack: Stack }): string[] {
  const warnings = Annotations.fromStack(stack).findWarning('/Stack/Updater', Match.anyValue());
  return warnings.map(({ entry }) => /\[(\w+)\]/.exec(entry.data as string)![1]!).sort();
}

/** The codes of the errors that synthesis ends with. */
export function errorsOf({ stack }: { readonly stack: Stack }): string[] {
  try {
    Template.fromStack(stack);
  } catch (error) {
    return [...String(error).matchAll(/\[(\w+)\]/g)].map(([, code]) => code!);
  }
  return [];
}
