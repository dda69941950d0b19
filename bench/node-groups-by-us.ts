import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { BottlerocketManagedNodegroup } from '../lib/eks';
import { INSTANCE_TYPES, VERSION, Writer } from './node-groups';

/** With the construct of this library. In a file of its own: processes that compare with it must not load it. */
export const withThisLibrary: Writer = ({ stack, vpc, cluster, nodeRole }, index) => {
  new BottlerocketManagedNodegroup(stack, `Group${index}`, {
    cluster,
    vpc,
    nodeRole,
    kubernetesVersion: VERSION,
    instanceTypes: INSTANCE_TYPES.map((name) => new ec2.InstanceType(name)),
    minSize: 2,
    maxSize: 6,
    labels: { 'example.com/pool': `pool-${index}` },
    settings: {
      motd: `Node group ${index}`,
      kernel: { sysctl: { 'net.core.somaxconn': '4096' } },
      kubernetes: {
        maxPods: 58,
        imageGcHighThresholdPercent: 80,
        imageGcLowThresholdPercent: 70,
        kubeReserved: { cpu: '100m', memory: '512Mi', ephemeralStorage: '1Gi' },
      },
    },
  });
};
