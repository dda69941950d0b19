import { Tags } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { Construct, IConstruct } from 'constructs';
import { checkClusterKind } from '../node/cluster-kind';
import { managedInstancesIssue } from '../node/managed-instances';
import { warnOnce } from '../os/warn';
import { BottlerocketIssue, IssueCode, IssueSeverity } from '../settings';
import { describe, issue, throwOnErrors } from '../settings/report';
import { checkCapacity, grantSsmAccess } from './capacity-checks';
import { checkCluster, neighboursOf } from './cluster-checks';
import { ClusterFacts, factsOf } from './cluster-facts';
import type { BottlerocketEcsUpdaterProps, EcsUpdaterAttachOptions, EcsUpdaterInstanceTag } from './ecs-updater-props';
import { isManagedInstances } from './managed-instances-checks';
import { checkUpdater } from './updater-checks';
import { makeDocuments } from './updater-documents';
import { countInLog, tellOfFailures, UpdaterMetrics } from './updater-failures';
import { EcsUpdaterImage } from './updater-image';
import { chooseNetwork, makeSecurityGroup } from './updater-network';
import { grantRun, makeExecutionRole, makeTaskRole } from './updater-permissions';
import { makeSchedule } from './updater-schedule';
import { makeTask } from './updater-task';

const UPDATER = Symbol.for('cdk-bottlerocket.BottlerocketEcsUpdater');
const HEADING = 'the instances of the ECS cluster could not be updated like this';

/**
 * Keeps the Bottlerocket instances of an ECS cluster up to date, in place and without disruption.
 *
 * A task on Fargate looks for updates on a schedule. It takes one instance after the other: drains it, so that services
 * move their tasks, applies the update, reboots it, and puts it back. Instances with tasks that do not belong to a
 * service are left out.
 *
 * Attach the Auto Scaling groups of the cluster: the updater may send commands to their instances only. New instances
 * start with the image of their launch template, and are updated in the next run.
 *
 * @see https://github.com/bottlerocket-os/bottlerocket-ecs-updater
 */
export class BottlerocketEcsUpdater extends Construct implements iam.IGrantable, ec2.IConnectable {
  /**
   * The task that the schedule runs.
   */
  public readonly taskDefinition: ecs.FargateTaskDefinition;

  /**
   * The role of the updater.
   */
  public readonly taskRole: iam.IRole;

  /**
   * The role that pulls the image and writes the log.
   */
  public readonly executionRole: iam.IRole;

  /**
   * Who gets the rights that are granted to the updater: its role.
   */
  public readonly grantPrincipal: iam.IPrincipal;

  /**
   * The network connections of the updater.
   */
  public readonly connections: ec2.Connections;

  /**
   * When the updater runs.
   */
  public readonly schedule: scheduler.ISchedule;

  /**
   * The schedule group with this schedule alone, which has the metrics of its starts.
   */
  public readonly scheduleGroup: scheduler.IScheduleGroup;

  /**
   * The log of the updater.
   */
  public readonly logGroup: logs.ILogGroup;

  /**
   * The tag of the instances that the updater may send commands to.
   */
  public readonly instanceTag: EcsUpdaterInstanceTag;

  private readonly cluster: ecs.IClusterRef;
  private readonly facts: ClusterFacts;
  private readonly metrics: UpdaterMetrics;
  private readonly attached: autoscaling.IAutoScalingGroupRef[] = [];

  /**
   * @param scope the construct that the updater belongs to
   * @param id the id of the updater in its scope
   * @param props the updater
   * @throws an error with all issues when it could not update the instances of the cluster
   */
  public constructor(scope: Construct, id: string, props: BottlerocketEcsUpdaterProps) {
    super(scope, id);
    throwOnErrors(checkClusterKind(props.cluster, 'ECS'), this, HEADING);
    this.cluster = props.cluster;
    this.facts = factsOf(props.cluster);
    this.instanceTag = props.instanceTag ?? { key: 'bottlerocket-ecs-updater', value: this.facts.clusterName };
    const image = props.image ?? EcsUpdaterImage.publicEcr();
    const { network, issues } = chooseNetwork(props, this.facts.vpc, image);
    issues.push(...checkUpdater(this, props, image));
    throwOnErrors(issues, this, HEADING);
    warnOnce(this, issues);

    const { clusterName, clusterArn } = this.facts;
    const documents = makeDocuments(this);
    this.logGroup =
      props.logGroup ??
      new logs.LogGroup(this, 'LogGroup', { retention: props.logRetention ?? logs.RetentionDays.THREE_MONTHS });
    this.taskRole = makeTaskRole(this, { cluster: this.facts, documents, instanceTag: this.instanceTag });
    this.grantPrincipal = this.taskRole.grantPrincipal;
    this.executionRole = makeExecutionRole(this);
    this.taskDefinition = makeTask(this, {
      clusterName,
      documents,
      image,
      logGroup: this.logGroup,
      taskRole: this.taskRole,
      executionRole: this.executionRole,
    });
    const securityGroups = props.securityGroups ?? [makeSecurityGroup(this, network!.vpc)];
    this.connections = new ec2.Connections({ securityGroups });
    const securityGroupIds = securityGroups.map(({ securityGroupId }) => securityGroupId);
    const run = { clusterArn, task: this.taskDefinition, network: network!, securityGroupIds };
    const { schedule, group } = makeSchedule(this, props, run);
    this.schedule = schedule;
    this.scheduleGroup = group;
    this.metrics = countInLog(this, this.logGroup, clusterName);
    if (props.failureTopic !== undefined) {
      const { family } = this.taskDefinition;
      const sources = { clusterName, clusterArn, family, scheduleGroup: group, failures: this.metricFailures() };
      warnOnce(this, tellOfFailures(this, props.failureTopic, sources));
    }
    // Capacity may be attached, and the rest of the app made, later.
    this.node.addValidation({ validate: () => this.validate() });
    Object.defineProperty(this, UPDATER, { value: true });
  }

  /**
   * Lets the updater send commands to the instances of an Auto Scaling group: gives them its tag, and the right to
   * register with AWS Systems Manager. Instances that run already get the tag when they are replaced, or by hand.
   *
   * @param autoScalingGroup an Auto Scaling group of the cluster; that of a capacity provider is its `autoScalingGroup`
   * @param options what else is changed
   * @throws an error when AWS itself updates the instances
   */
  public attach(autoScalingGroup: autoscaling.IAutoScalingGroupRef, options: EcsUpdaterAttachOptions = {}): void {
    if (isManagedInstances(autoScalingGroup)) {
      throwOnErrors([managedInstancesIssue(autoScalingGroup, 'autoScalingGroup')], this, HEADING);
    }
    this.attached.push(autoScalingGroup);
    Tags.of(autoScalingGroup).add(this.instanceTag.key, this.instanceTag.value, {
      includeResourceTypes: ['AWS::AutoScaling::AutoScalingGroup'],
      applyToLaunchedInstances: true,
    });
    if (options.ssmAccess ?? true) {
      warnOnce(this, grantSsmAccess(autoScalingGroup));
    }
  }

  /**
   * Grants the right to run the updater at once, as after a release: to start its task, in its cluster, with its roles.
   *
   * @param grantee who may run it
   */
  public grantRun(grantee: iam.IGrantable): iam.Grant {
    return grantRun(grantee, this.taskDefinition, this.facts.clusterArn);
  }

  /**
   * How much failed: lines in the log that say so.
   *
   * @param props how the metric is looked at; by default the sum over 5 minutes
   */
  public metricFailures(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metrics.failures.metric({ statistic: cloudwatch.Stats.SUM, ...props });
  }

  /**
   * How many instances were left out, since they ran tasks that do not belong to a service.
   *
   * @param props how the metric is looked at; by default the sum over 5 minutes
   */
  public metricSkippedInstances(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metrics.skippedInstances.metric({ statistic: cloudwatch.Stats.SUM, ...props });
  }

  private validate(): string[] {
    const { key, value } = this.instanceTag;
    const issues: BottlerocketIssue[] = [
      ...this.attached.flatMap((group) => checkCapacity(group, this.instanceTag)),
      ...this.checkSecond(),
      ...checkCluster(this, {
        facts: factsOf(this.cluster),
        construct: this.cluster,
        attached: this.attached,
        tag: `the tag ${key} with the value ${value}`,
      }),
    ];
    warnOnce(this, issues);
    return issues.filter(({ severity }) => severity === IssueSeverity.ERROR).map(describe);
  }

  /** Two updaters would not know of each other, and drain two instances at a time. */
  private checkSecond(): BottlerocketIssue[] {
    const others = neighboursOf(this).filter(isUpdater);
    return others
      .filter(({ facts }) => facts.clusterArn === this.facts.clusterArn)
      .map(({ node }) => {
        const message = `${node.path} updates the same cluster.`;
        return issue(IssueCode.SECOND_UPDATER, { path: 'cluster', message });
      });
  }
}

function isUpdater(construct: IConstruct): construct is BottlerocketEcsUpdater {
  return UPDATER in construct;
}
