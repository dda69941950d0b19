import { App, Duration, Stack, StackProps, TimeZone, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sns from 'aws-cdk-lib/aws-sns';
import { BottlerocketCapacityProvider, BottlerocketEcsUpdater, BottlerocketImage } from 'cdk-bottlerocket';
import { Construct } from 'constructs';

export class DemoStack extends Stack {
  public constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, flowLogs: { All: {} } });
    const cluster = new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });
    const capacity = new BottlerocketCapacityProvider(this, 'Capacity', {
      cluster,
      instanceTypes: [new ec2.InstanceType('m7i.large')],
      image: BottlerocketImage.latest(),
      settings: { ecs: { loggingDrivers: ['json-file', 'awslogs'] } },
      minSize: 2,
      maxSize: 4,
      detailedMonitoring: true,
    });

    // Who hears of updates that failed. Subscribe an address to it.
    const failures = new sns.Topic(this, 'Failures', {
      masterKey: new kms.Key(this, 'FailuresKey', { enableKeyRotation: true }),
      enforceSSL: true,
    });

    // Looks for updates every night, and takes one instance after the other.
    const updater = new BottlerocketEcsUpdater(this, 'Updater', {
      cluster,
      schedule: scheduler.ScheduleExpression.cron({ hour: '2', minute: '0', timeZone: TimeZone.EUROPE_BERLIN }),
      timeWindow: scheduler.TimeWindow.flexible(Duration.minutes(30)),
      failureTopic: failures,
    });
    updater.attach(capacity.autoScalingGroup);

    acknowledgeCapacity(this, cluster);
    acknowledgeUpdater(updater, cluster);
  }
}

/** For checks with cdk-nag: the findings that are meant to be, with the reason. */
function acknowledge(construct: Construct, reasons: Record<string, string>): void {
  // Validations.acknowledge refuses ids with ARNs in them before aws-cdk-lib 2.262; this is what it writes.
  construct.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, reasons);
}

const resource = (arn: string) => `AwsSolutions-IAM5[Resource::${arn}]`;
const arn = (service: string) => `arn:<AWS::Partition>:${service}:<AWS::Region>:<AWS::AccountId>`;

function clusterIdOf(cluster: ecs.Cluster): string {
  const { logicalId } = cluster.node.defaultChild as ecs.CfnCluster;
  return cluster.stack.resolve(logicalId) as string;
}

function acknowledgeCapacity(construct: Construct, cluster: ecs.Cluster): void {
  const managed = (policy: string) => `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${policy}]`;
  acknowledge(construct, {
    [managed('AmazonEC2ContainerRegistryPullOnly')]: 'Instances pull images from any repository that they may.',
    [resource('*')]: 'Finding the endpoint of ECS has no resource-level permissions.',
    [resource(`${arn('ecs')}:container-instance/<${clusterIdOf(cluster)}>/*`)]:
      'Instances of this cluster only; an instance has no id before it joins.',
    [resource(`${arn('ecs')}:task/<${clusterIdOf(cluster)}>/*`)]: 'Tasks of this cluster only; their ids are random.',
    [managed('AmazonSSMManagedInstanceCore')]: 'The policy that Systems Manager documents for instances.',
    'AwsSolutions-AS3': 'Nobody needs to know when this small example scales.',
  });
}

function acknowledgeUpdater(updater: Construct, cluster: ecs.Cluster): void {
  const clusterId = clusterIdOf(cluster);
  acknowledge(updater, {
    [resource(`${arn('ecs')}:container-instance/<${clusterId}>/*`)]:
      'Instances of this cluster only; their ids are random.',
    [resource(`${arn('ecs')}:task/<${clusterId}>/*`)]: 'Tasks of this cluster only; their ids are random.',
    [resource(`${arn('ec2')}:instance/*`)]: 'Only instances with the tag of the updater, by a condition.',
    [resource(`${arn('ssm')}:*`)]: 'Reading results of commands has no resource-level permissions.',
    [resource('*')]:
      'Listing tasks of this cluster and reading the status of instances of this region; AWS supports no resource there.',
    'AwsSolutions-ECS2': 'The variable is the ARN of the task definition, which is no secret.',
  });
}

const app = new App();
new DemoStack(app, 'BottlerocketDemo');
