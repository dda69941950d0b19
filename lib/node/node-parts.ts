import { Lazy, TagManager } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';
import { NodegroupCapacityType } from './capacity-type';
import { InstanceGroup } from './group-checks';

/** The subnets of nodes. */
export interface SelectedSubnets {
  readonly ids: string[];
  /** Their Availability Zones, as far as they are known. */
  readonly zones: string[];
  readonly issues: BottlerocketIssue[];
}

/** The subnets for the nodes, or why there are none. */
export function selectSubnets(vpc: ec2.IVpc | undefined, subnets: ec2.SubnetSelection | undefined): SelectedSubnets {
  const selected = subnets?.subnets ?? vpc?.selectSubnets(subnets).subnets;
  if (selected === undefined) {
    const message = 'The cluster reference does not know its VPC, so that no subnets can be chosen.';
    return { ids: [], zones: [], issues: [issue(IssueCode.VPC_UNKNOWN, { path: 'vpc', message })] };
  }
  const message = 'No subnet of the VPC matches.';
  const ids = selected.map(({ subnetId }) => subnetId);
  return {
    ids,
    zones: selected.flatMap(zoneOf),
    issues: ids.length > 0 ? [] : [issue(IssueCode.NO_SUBNETS, { path: 'subnets', message })],
  };
}

/** Imported subnets throw when they were imported without their Availability Zone. */
function zoneOf(subnet: ec2.ISubnet): string[] {
  try {
    return [subnet.availabilityZone];
  } catch {
    return [];
  }
}

/** How a launch template says that instances come from a Capacity Block. */
export function capacityBlock({
  capacityType,
  capacityReservationId,
}: InstanceGroup): ec2.CfnLaunchTemplate.LaunchTemplateDataProperty {
  return capacityType === NodegroupCapacityType.CAPACITY_BLOCK
    ? {
        instanceMarketOptions: { marketType: 'capacity-block' },
        capacityReservationSpecification: { capacityReservationTarget: { capacityReservationId } },
      }
    : {};
}

/** A tag as a resource renders it: in a map of all of them, or in a list. */
interface RenderedTag {
  readonly key: string;
  readonly value: string;
  readonly propagateAtLaunch?: boolean;
}

/**
 * Tags of a node group do not reach the volumes and network interfaces of its instances, nor all of them the instances;
 * those of the launch template do.
 */
export function instanceTags(tags: () => TagManager) {
  return Lazy.any({
    produce: () => {
      const rendered: unknown = tags().renderTags() ?? {};
      const listed = Array.isArray(rendered)
        ? (rendered as RenderedTag[]).filter(({ propagateAtLaunch }) => propagateAtLaunch !== false)
        : Object.entries(rendered as Record<string, string>).map(([key, value]) => ({ key, value }));
      const plain = listed.map(({ key, value }) => ({ key, value }));
      return plain.length === 0
        ? undefined
        : ['instance', 'volume', 'network-interface'].map((resourceType) => ({ resourceType, tags: plain }));
    },
  });
}

/** A security group that rules can be added to, if it is one. */
export function asSecurityGroup(group: ec2.ISecurityGroupRef): ec2.ISecurityGroup | undefined {
  return 'addIngressRule' in group ? (group as ec2.ISecurityGroup) : undefined;
}
