import { asList, asObject, JsonObject, TemplateResource } from './cloudformation-template';

/** How instances are launched, whatever kind of resource says so. Values may be functions of CloudFormation. */
export interface LaunchData {
  /** The launch template, launch configuration, instance or manifest that says so. */
  readonly resource: TemplateResource;
  readonly imageId: unknown;
  readonly instanceType: unknown;
  readonly userData: unknown;
  readonly instanceProfile: unknown;
  readonly volumes: readonly LaunchVolume[];
  /** Whether sessions are needed for the instance metadata (IMDSv2): required, or optional. */
  readonly httpTokens: unknown;
  readonly hopLimit: unknown;
}

/** A volume that instances get. */
export interface LaunchVolume {
  readonly deviceName: unknown;
  readonly sizeGiB: unknown;
  readonly encrypted: unknown;
  readonly snapshotId: unknown;
}

/** The same for each kind of resource: how it spells the names of properties. */
type Spelling = (name: string) => string;

/** From a launch template. */
export function ofLaunchTemplate(resource: TemplateResource): LaunchData {
  return launchData(resource, asObject(resource.properties.LaunchTemplateData) ?? {});
}

/** From a launch configuration or an instance, whose properties are those of a launch template. */
export function ofOwnProperties(resource: TemplateResource): LaunchData {
  return launchData(resource, resource.properties);
}

/** From the `spec` of a node class of Karpenter. */
export function ofNodeClass(resource: TemplateResource, spec: JsonObject): LaunchData {
  return launchData(resource, spec, (name) => `${name[0]!.toLowerCase()}${name.slice(1)}`);
}

function launchData(resource: TemplateResource, data: JsonObject, spelled: Spelling = (name) => name): LaunchData {
  const metadata = asObject(data[spelled('MetadataOptions')]) ?? {};
  return {
    resource,
    imageId: data[spelled('ImageId')],
    instanceType: data[spelled('InstanceType')],
    userData: data[spelled('UserData')],
    instanceProfile: data[spelled('IamInstanceProfile')],
    volumes: asList(data[spelled('BlockDeviceMappings')]).flatMap((mapping) => {
      const { [spelled('DeviceName')]: deviceName, [spelled('Ebs')]: ebs } = asObject(mapping) ?? {};
      const { [spelled('VolumeSize')]: sizeGiB, ...more } = asObject(ebs) ?? {};
      return [
        {
          deviceName,
          sizeGiB,
          encrypted: more[spelled('Encrypted')],
          snapshotId: more[spelled('SnapshotID')] ?? more[spelled('SnapshotId')],
        },
      ];
    }),
    httpTokens: metadata[spelled('HttpTokens')],
    hopLimit: metadata[spelled('HttpPutResponseHopLimit')],
  };
}
