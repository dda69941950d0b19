import { Names, Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { UpdaterDocuments } from './updater-documents';

/** Nobody: the program needs no files of its own, and no rights in its container. */
const USER = '65534:65534';

/** What the task of the updater is made of. */
export interface UpdaterTaskOptions {
  readonly clusterName: string;
  readonly documents: UpdaterDocuments;
  readonly image: ecs.ContainerImage;
  readonly logGroup: logs.ILogGroup;
  readonly taskRole: iam.IRole;
  readonly executionRole: iam.IRole;
}

/** The task of the updater. The image is for x86 only. */
export function makeTask(scope: Construct, options: UpdaterTaskOptions): ecs.FargateTaskDefinition {
  const family = Names.uniqueResourceName(scope, { maxLength: 255, separator: '-', allowedSpecialCharacters: '-_' });
  const task = new ecs.FargateTaskDefinition(scope, 'TaskDefinition', {
    family,
    cpu: 256,
    memoryLimitMiB: 512,
    runtimePlatform: {
      cpuArchitecture: ecs.CpuArchitecture.X86_64,
      operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
    },
    taskRole: options.taskRole,
    executionRole: options.executionRole,
  });
  const linuxParameters = new ecs.LinuxParameters(scope, 'LinuxParameters');
  linuxParameters.dropCapabilities(ecs.Capability.ALL);
  task.addContainer('BottlerocketEcsUpdater', {
    image: options.image,
    command: command(options, Stack.of(scope).region),
    // The updater looks for other runs of its own by the family. In the definition, it also works in runs by hand.
    environment: { TASK_DEFINITION_ARN: familyArn(scope, family) },
    logging: ecs.LogDrivers.awsLogs({ logGroup: options.logGroup, streamPrefix: 'updater' }),
    user: USER,
    privileged: false,
    readonlyRootFilesystem: true,
    linuxParameters,
  });
  return task;
}

/** The ARN of all revisions of a task definition. */
export function familyArn(scope: Construct, family: string): string {
  return Stack.of(scope).formatArn({ service: 'ecs', resource: 'task-definition', resourceName: family });
}

function command({ clusterName, documents }: UpdaterTaskOptions, region: string): string[] {
  return [
    ...['-cluster', clusterName],
    ...['-region', region],
    ...['-check-document', documents.check.ref],
    ...['-apply-document', documents.apply.ref],
    ...['-reboot-document', documents.reboot.ref],
  ];
}
