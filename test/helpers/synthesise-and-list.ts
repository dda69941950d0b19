/**
 * Synthesises an app in a process of its own, and prints the files that were loaded for it, one a line.
 *
 * Usage: tsx synthesise-and-list.ts [file to load as well]
 */
import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import { join } from 'node:path';
import { BottlerocketImage, BottlerocketManagedNodegroup } from '../../lib';

const EXAMPLE = join(__dirname, '..', '..', 'examples', 'eks-managed-nodegroups');

const stack = new Stack(new App(), 'Demo');
const cluster = new eks.Cluster(stack, 'Cluster', {
  version: eks.KubernetesVersion.V1_35,
  defaultCapacityType: eks.DefaultCapacityType.NODEGROUP,
  defaultCapacity: 0,
});
new BottlerocketManagedNodegroup(stack, 'Nodes', {
  cluster,
  instanceTypes: [new ec2.InstanceType('m8g.large')],
  image: BottlerocketImage.fromLock({ path: join(EXAMPLE, 'bottlerocket.lock.json') }),
  settings: { kubernetes: { maxPods: 58 } },
});
App.of(stack)!.synth();

const more = process.argv[2];
if (more !== undefined) {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- only known when this runs
  require(more);
}
process.stdout.write(Object.keys(require.cache).join('\n'));
