import { App, Stack } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks';
import { mixins } from '../../lib';

export const newStack = (region?: string) => new Stack(new App(), 'Stack', { env: { region } });

/** A node group as a CloudFormation resource, which is not made by this library and has no launch template. */
export function existingNodegroup(props: Partial<eks.CfnNodegroupProps> = {}, stack = newStack()) {
  const nodegroup = new eks.CfnNodegroup(stack, 'Nodes', {
    clusterName: 'main',
    nodeRole: 'arn:aws:iam::123456789012:role/nodes',
    subnets: ['subnet-1'],
    amiType: 'BOTTLEROCKET_x86_64',
    ...props,
  });
  return { stack, nodegroup };
}

/** The three mixins for nodes, as users apply them. */
export const nodeMixins = (options: mixins.BottlerocketNodeSettingsOptions = {}) => [
  new mixins.BottlerocketNodeSettings(options),
  new mixins.BottlerocketNodeVolumes(),
  new mixins.BottlerocketNodeMetadataOptions(),
];
