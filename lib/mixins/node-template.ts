import { IResolvable } from 'aws-cdk-lib';
import type { Mixin } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { BottlerocketUserData, BottlerocketVolumes } from '../node';
import { InstanceGroup, isMixed } from '../node/group-checks';
import { capacityBlock } from '../node/node-parts';
import { LaunchTemplateMetadataOptions } from './launch-template-metadata-options';
import { LaunchTemplateUserData } from './launch-template-user-data';
import { LaunchTemplateVolumes } from './launch-template-volumes';

/** What users say of the volumes and the instance metadata of nodes. */
export interface NodeMixinOptions extends BottlerocketVolumes {
  readonly metadataHopLimit?: number;
}

/** What users say of a launch template that an Auto Scaling group takes. */
export interface NodeTemplateOptions extends NodeMixinOptions, InstanceGroup {
  readonly associatePublicIpAddress?: boolean;
  readonly detailedMonitoring?: boolean;
}

/** What a launch template is made of. */
export interface TemplateParts {
  readonly imageId: string;
  readonly userData: BottlerocketUserData;
  readonly role: iam.IRole;
  readonly tagSpecifications: IResolvable;
  readonly securityGroups: ec2.ISecurityGroup[];
  readonly placement?: ec2.CfnLaunchTemplate.LaunchTemplateDataProperty['placement'];
}

/**
 * The launch template of the nodes. The construct of aws-cdk-lib makes the instance profile and keeps the security groups,
 * so that load balancers and others can connect to the nodes; the rest comes from the mixins.
 */
export function makeTemplate(
  scope: Construct,
  props: NodeTemplateOptions,
  { imageId, userData, role, tagSpecifications, securityGroups, placement }: TemplateParts,
): ec2.LaunchTemplate {
  const [first, ...others] = securityGroups;
  const template = new ec2.LaunchTemplate(scope, 'LaunchTemplate', {
    machineImage: { getImage: () => ({ imageId, osType: ec2.OperatingSystemType.LINUX, userData }) },
    instanceType: isMixed(props) ? undefined : props.instanceTypes[0],
    // What is added to this user data later reaches the nodes, or is refused because it needs a shell.
    userData,
    role,
    securityGroup: first,
    associatePublicIpAddress: props.associatePublicIpAddress ?? false,
    detailedMonitoring: props.detailedMonitoring,
  });
  others.forEach((group) => template.addSecurityGroup(group));

  const resource = template.node.defaultChild as ec2.CfnLaunchTemplate;
  resource.launchTemplateData = {
    ...(resource.launchTemplateData as ec2.CfnLaunchTemplate.LaunchTemplateDataProperty),
    ...capacityBlock(props),
    placement,
    tagSpecifications,
    userData: undefined,
  };
  resource.with(...nodeMixins(userData, props));
  return template;
}

/** What every launch template of nodes gets. */
export function nodeMixins(userData: BottlerocketUserData, options: NodeMixinOptions): Mixin[] {
  return [
    new LaunchTemplateUserData(userData),
    new LaunchTemplateVolumes(options),
    new LaunchTemplateMetadataOptions({ hopLimit: options.metadataHopLimit }),
  ];
}
