// The first example of README.md, in JavaScript; run by tools/check-latest.ts against the packed library.
const { App, Stack } = require('aws-cdk-lib');
const ec2 = require('aws-cdk-lib/aws-ec2');
const eks = require('aws-cdk-lib/aws-eks-v2');
const { BottlerocketErrors, BottlerocketManagedNodegroup, KernelLockdown } = require('cdk-bottlerocket');

const app = new App();
const stack = new Stack(app, 'Demo');
const cluster = new eks.Cluster(stack, 'Cluster', {
  version: eks.KubernetesVersion.V1_35,
  defaultCapacityType: eks.DefaultCapacityType.NODEGROUP,
  defaultCapacity: 0,
});

new BottlerocketManagedNodegroup(stack, 'Nodes', {
  cluster,
  instanceTypes: [new ec2.InstanceType('m8g.large')],
  settings: {
    kernel: { lockdown: KernelLockdown.INTEGRITY, sysctl: { 'net.core.somaxconn': '4096' } },
    kubernetes: { maxPods: 58, kubeReserved: { memory: '512Mi' } },
  },
});

// The first mistake a newcomer makes gets an answer.
try {
  new BottlerocketManagedNodegroup(stack, 'Wrong', {
    cluster,
    instanceTypes: [new ec2.InstanceType('m8g.large')],
    settings: { kubernetes: { max_pods: '58' } },
  });
  throw new Error('the mistake was not found');
} catch (error) {
  const [issue] = BottlerocketErrors.issuesOf(error);
  if (issue?.fix !== 'Did you mean maxPods?') {
    throw error;
  }
}
