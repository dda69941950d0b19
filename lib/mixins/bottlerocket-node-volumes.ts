import { Mixin, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { BottlerocketVolumes } from '../node';
import { allowAutoScaling } from '../node/volume-key';
import { checkVolumes, renderVolumes } from '../node/volumes';
import { DATA_DEVICE } from '../os/devices';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue, throwOnErrors } from '../settings/report';
import { asObject, JsonObject } from '../template';
import { NodeApplication } from './apply-to-nodes';
import { checkMovedSize, sizeIn } from './disk-size';
import type { Launch } from './launch';
import { launchesNodes } from './launches-of';

/**
 * Gives nodes that are in an app already the two volumes of Bottlerocket, encrypted unless told otherwise: those of a launch
 * template, launch configuration, Auto Scaling group, capacity provider of Amazon ECS, or managed node group.
 *
 * Merges: other volumes stay. Of `/dev/xvda` and `/dev/xvdb`, what the mixin has to say wins, and the rest stays, such as
 * the size; IOPS and throughput go when the type of the volume changes. Keys get a policy that lets Auto Scaling use them.
 *
 * A managed node group without a launch template gets one, see `BottlerocketNodeSettings`. Its `diskSize` is the size of
 * `/dev/xvdb` then; one in `dataVolume` beside it is an error.
 */
export class BottlerocketNodeVolumes extends Mixin {
  private readonly application: NodeApplication;

  /**
   * @param volumes the volumes
   */
  public constructor(volumes: BottlerocketVolumes = {}) {
    super();
    this.application = new NodeApplication((launch, found) => {
      const issues = [...checkVolumes(withSize(launch, volumes)), ...checkLaunch(launch, volumes)];
      throwOnErrors([...found, ...issues], launch.resource);
      launch.set('blockDeviceMappings', merged(launch, volumes));
      const keys = new Set([volumes.osVolume?.kmsKey, volumes.dataVolume?.kmsKey]);
      keys.forEach((key) => key && allowAutoScaling(key, launch.resource));
    });
  }

  /**
   * Whether the construct is the resource of a launch template, launch configuration, Auto Scaling group, capacity provider
   * or managed node group.
   *
   * @param construct any construct
   */
  public override supports(construct: IConstruct): boolean {
    return launchesNodes(construct);
  }

  /**
   * Merges the volumes into those of the nodes.
   *
   * @param construct what launches nodes; other constructs are left alone
   * @throws when EC2 would not take the volumes, those that are there are only known at deployment, the nodes run another OS,
   * a node group has what EKS refuses beside a launch template, or the launch template is not one of this app
   */
  public override applyTo(construct: IConstruct): void {
    this.application.applyTo(construct);
  }
}

/** The volumes as they are given, since references to other stacks must stay tokens; undefined when they cannot be seen. */
function presentIn(launch: Launch): readonly JsonObject[] | undefined {
  const given = launch.get('blockDeviceMappings');
  if (launch.resolve(given) === undefined) {
    return [];
  }
  const mappings = Array.isArray(given) ? given.map(asObject) : [undefined];
  const isKnown = mappings.every((one) => {
    return (
      one !== undefined &&
      typeof one.deviceName === 'string' &&
      !Token.isUnresolved(one.deviceName) &&
      !Token.isUnresolved(one.ebs)
    );
  });
  return isKnown ? mappings.filter((one) => one !== undefined) : undefined;
}

/** The volumes with the size that the data volume has already, by which its speed is judged. */
function withSize(launch: Launch, { osVolume, dataVolume }: BottlerocketVolumes): BottlerocketVolumes {
  const present = presentIn(launch)?.find(({ deviceName }) => deviceName === DATA_DEVICE);
  const size = dataVolume?.size ?? sizeIn(asObject(present?.ebs)?.volumeSize);
  return { osVolume, dataVolume: { ...dataVolume, size } };
}

function merged(launch: Launch, volumes: BottlerocketVolumes): unknown[] {
  const present = presentIn(launch) ?? [];
  const rendered = renderVolumes(volumes).map(({ deviceName, ebs }) => ({
    deviceName,
    ebs: mergedVolume(asObject(present.find((one) => one.deviceName === deviceName)?.ebs), ebs as JsonObject),
  }));
  return [...present.filter((one) => !rendered.some(({ deviceName }) => deviceName === one.deviceName)), ...rendered];
}

function mergedVolume({ iops, throughput, ...present }: JsonObject = {}, given: JsonObject): JsonObject {
  const speed = present.volumeType === given.volumeType ? { iops, throughput } : {};
  const own = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...present, ...speed, ...Object.fromEntries(own) };
}

function checkLaunch(launch: Launch, { osVolume, dataVolume }: BottlerocketVolumes): BottlerocketIssue[] {
  const path = launch.pathOf('blockDeviceMappings');
  const unknown = issue(IssueCode.LAUNCH_TEMPLATE_CONFLICT, {
    path,
    message: 'The block devices, or the names of their devices, are only known at deployment.',
  });
  const keys = { 'osVolume.kmsKey': osVolume?.kmsKey, 'dataVolume.kmsKey': dataVolume?.kmsKey };
  const rate = { 'dataVolume.volumeInitializationRate': dataVolume?.volumeInitializationRate };
  const notInConfigurations = Object.entries({ ...keys, ...rate })
    .filter(([, value]) => launch.isConfiguration && value !== undefined)
    .map(([property]) =>
      issue(IssueCode.INVALID_VOLUME, {
        path: property,
        message: 'Launch configurations do not have this.',
        fix: 'Use a launch template: the feature flag @aws-cdk/aws-autoscaling:generateLaunchTemplateInsteadOfLaunchConfig makes one.',
      }),
    );
  return [
    ...(presentIn(launch) === undefined ? [unknown] : []),
    ...notInConfigurations,
    ...checkMovedSize(launch.resource, dataVolume?.size),
  ];
}
