// Compiled by tools/check-latest.ts against the packed library, as users compile their apps.
import { App, Stack } from 'aws-cdk-lib';
import { InstanceType } from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import { BottlerocketManagedNodegroup, BottlerocketSettings, KernelLockdown } from 'cdk-bottlerocket';

export const settings: BottlerocketSettings = {
  kernel: { lockdown: KernelLockdown.INTEGRITY },
  kubernetes: { maxPods: 58 },
};

// Were the types not found, this would not be an error.
// @ts-expect-error -- the setting is a number
export const wrong: BottlerocketSettings = { kubernetes: { maxPods: '58' } };

const stack = new Stack(new App(), 'Demo');
const cluster = new eks.Cluster(stack, 'Cluster', { version: eks.KubernetesVersion.V1_35 });

export const arn: string = new BottlerocketManagedNodegroup(stack, 'Nodes', {
  cluster,
  instanceTypes: [new InstanceType('m8g.large')],
  settings,
}).nodegroupArn;
