import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Construct } from 'constructs';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';
import type { BottlerocketEcsUpdaterProps } from './ecs-updater-props';
import { isPublicEcr } from './updater-image';

/** Where the updater runs. */
export interface UpdaterNetwork {
  readonly vpc: ec2.IVpc;
  readonly subnetIds: string[];
  readonly assignPublicIp: boolean;
}

/** Chooses subnets for the updater; without a result there is an error among the issues. */
export function chooseNetwork(
  props: BottlerocketEcsUpdaterProps,
  vpcOfCluster: ec2.IVpc | undefined,
  image: ecs.ContainerImage,
): { network?: UpdaterNetwork; issues: BottlerocketIssue[] } {
  const vpc = props.vpc ?? vpcOfCluster;
  if (vpc === undefined) {
    const message = 'The cluster reference does not know its VPC, so that no subnets can be chosen.';
    return { issues: [issue(IssueCode.VPC_UNKNOWN, { path: 'vpc', message })] };
  }
  const selected = vpc.selectSubnets(props.vpcSubnets ?? { subnetType: bestSubnetType(vpc) });
  if (selected.subnetIds.length === 0 && selected.isPendingLookup !== true) {
    const message = 'No subnet of the VPC matches.';
    return { issues: [issue(IssueCode.NO_SUBNETS, { path: 'vpcSubnets', message })] };
  }
  const assignPublicIp = props.assignPublicIp ?? selected.hasPublic;
  const network = { vpc, subnetIds: selected.subnetIds, assignPublicIp };
  return { network, issues: checkEgress(vpc, selected, assignPublicIp, image) };
}

/** The kind of subnet with the shortest way to what the updater calls, and the fewest ways back in. */
function bestSubnetType(vpc: ec2.IVpc): ec2.SubnetType {
  if (vpc.privateSubnets.length > 0) {
    return ec2.SubnetType.PRIVATE_WITH_EGRESS;
  }
  return vpc.publicSubnets.length > 0 ? ec2.SubnetType.PUBLIC : ec2.SubnetType.PRIVATE_ISOLATED;
}

function checkEgress(
  vpc: ec2.IVpc,
  { subnets, hasPublic }: ec2.SelectedSubnets,
  assignPublicIp: boolean,
  image: ecs.ContainerImage,
): BottlerocketIssue[] {
  const warn = (path: string, message: string) => [issue(IssueCode.UPDATER_WITHOUT_EGRESS, { path, message })];
  if (hasPublic && !assignPublicIp) {
    return warn('assignPublicIp', 'A task in a public subnet without a public address does not reach the internet.');
  }
  const isolated = subnets.filter((subnet) => vpc.isolatedSubnets.includes(subnet));
  if (isolated.length === 0) {
    return [];
  }
  const pull = isPublicEcr(image) ? ' The image is in Amazon ECR Public, for which there is no VPC endpoint.' : '';
  return warn('vpcSubnets', `A subnet of the updater has no route to the internet.${pull}`);
}

/** A security group that lets nothing in, and only HTTPS out: all that the updater calls is that. */
export function makeSecurityGroup(scope: Construct, vpc: ec2.IVpc): ec2.SecurityGroup {
  const group = new ec2.SecurityGroup(scope, 'SecurityGroup', {
    vpc,
    description: 'The updater of the Bottlerocket instances of an ECS cluster',
    allowAllOutbound: false,
  });
  group.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443), 'APIs of AWS, and the registry of the image');
  return group;
}
