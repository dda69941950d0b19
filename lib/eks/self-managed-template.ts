import { IResolvable } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { BottlerocketUserData } from '../node';
import { warnOnce } from '../node/warn';
import { IssueCode } from '../settings';
import { issue } from '../settings/report';
import { asConstruct, ClusterFacts } from './cluster-facts';
import { capacityBlock, nodeMixins } from './node-parts';
import { BottlerocketSelfManagedNodegroupProps } from './self-managed-nodegroup-props';
import { isMixed } from './self-managed-checks';

/** What a launch template is made of. */
export interface TemplateParts {
  readonly imageId: string;
  readonly userData: BottlerocketUserData;
  readonly role: iam.IRole;
  readonly tagSpecifications: IResolvable;
}

/**
 * The launch template of the nodes. The construct of aws-cdk-lib makes the instance profile and keeps the security groups,
 * so that load balancers and others can connect to the nodes; the rest comes from the mixins.
 */
export function makeTemplate(
  scope: Construct,
  props: BottlerocketSelfManagedNodegroupProps,
  cluster: ClusterFacts,
  { imageId, userData, role, tagSpecifications }: TemplateParts,
): ec2.LaunchTemplate {
  const [first, ...others] = securityGroups(scope, props, cluster);
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
    tagSpecifications,
    userData: undefined,
  };
  resource.with(...nodeMixins(userData, props));
  return template;
}

/** The security group of the cluster and those of users. Without the first, nodes do not reach the control plane. */
function securityGroups(
  scope: Construct,
  { securityGroups: given = [] }: BottlerocketSelfManagedNodegroupProps,
  cluster: ClusterFacts,
): ec2.ISecurityGroup[] {
  const imported = (id: string, group: string) => ec2.SecurityGroup.fromSecurityGroupId(scope, id, group);
  const own = given.map(
    (group, index) => asConstruct(group) ?? imported(`SecurityGroup${index}`, group.securityGroupRef.securityGroupId),
  );
  const { securityGroup, securityGroupId } = cluster;
  if (securityGroupId === undefined) {
    warnOnce(scope, [
      issue(IssueCode.CLUSTER_SECURITY_GROUP_UNKNOWN, {
        path: 'securityGroups',
        message: 'The security group of the cluster must be among these, and the cluster reference does not know it.',
      }),
    ]);
    return own;
  }
  const ofCluster = securityGroup ?? imported('ClusterSecurityGroup', securityGroupId);
  return [ofCluster, ...own.filter((group) => group.securityGroupId !== securityGroupId)];
}
