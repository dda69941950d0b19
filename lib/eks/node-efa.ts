import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { checkEfaZones, chooseEfaLayout, EfaLayout, EfaNodes } from '../node/efa';
import { checkEfaNetwork, efaPlacement, makeEfaSecurityGroup } from '../node/efa-network';
import type { SelectedSubnets } from '../node/node-parts';
import type { KnownHardware } from '../node/node-preset';
import { BottlerocketIssue } from '../settings';
import { BottlerocketNodegroupCommonOptions } from './nodegroup-common-options';

/** Elastic Fabric Adapter of the nodes of a group. Resources are made only when everything is right. */
export interface NodeEfa {
  /** Undefined without EFA. */
  readonly layout?: EfaLayout;
  readonly issues: BottlerocketIssue[];
  readonly securityGroup: (scope: Construct) => ec2.ISecurityGroup;
  readonly placement: (scope: Construct) => ec2.CfnLaunchTemplate.PlacementProperty | undefined;
}

/** Finds out what nodes need for EFA, and whether they can have it. */
export function chooseEfa(
  props: BottlerocketNodegroupCommonOptions & EfaNodes,
  hardware: KnownHardware,
  vpc: ec2.IVpc | undefined,
  { zones }: SelectedSubnets,
): NodeEfa {
  const { layout, issues } = chooseEfaLayout(props, hardware);
  return {
    layout,
    issues: [...issues, ...checkEfaNetwork(props, vpc), ...checkEfaZones(props.efa, zones)],
    securityGroup: (scope) => makeEfaSecurityGroup(scope, props, vpc!),
    placement: (scope) => efaPlacement(scope, props),
  };
}
