// Generated from schema/ by `npm run generate`. Do not edit.

/** What Karpenter calls things, and what belongs to it. */
export const KARPENTER = {
  nodeClassApi: { group: 'karpenter.k8s.aws', apiVersion: 'karpenter.k8s.aws/v1', kind: 'EC2NodeClass' },
  nodePoolApi: { group: 'karpenter.sh', apiVersion: 'karpenter.sh/v1', kind: 'NodePool' },
  discoveryTag: 'karpenter.sh/discovery',
  labelDomains: ['karpenter.sh', 'karpenter.k8s.aws'],
  labels: [
    'karpenter.k8s.aws/capacity-reservation-id',
    'karpenter.k8s.aws/capacity-reservation-interruptible',
    'karpenter.k8s.aws/capacity-reservation-type',
    'karpenter.k8s.aws/ec2nodeclass',
    'karpenter.k8s.aws/instance-accelerator-count',
    'karpenter.k8s.aws/instance-accelerator-manufacturer',
    'karpenter.k8s.aws/instance-accelerator-name',
    'karpenter.k8s.aws/instance-capability-flex',
    'karpenter.k8s.aws/instance-category',
    'karpenter.k8s.aws/instance-cpu',
    'karpenter.k8s.aws/instance-cpu-manufacturer',
    'karpenter.k8s.aws/instance-cpu-sustained-clock-speed-mhz',
    'karpenter.k8s.aws/instance-ebs-bandwidth',
    'karpenter.k8s.aws/instance-encryption-in-transit-supported',
    'karpenter.k8s.aws/instance-family',
    'karpenter.k8s.aws/instance-generation',
    'karpenter.k8s.aws/instance-gpu-count',
    'karpenter.k8s.aws/instance-gpu-manufacturer',
    'karpenter.k8s.aws/instance-gpu-memory',
    'karpenter.k8s.aws/instance-gpu-name',
    'karpenter.k8s.aws/instance-hypervisor',
    'karpenter.k8s.aws/instance-local-nvme',
    'karpenter.k8s.aws/instance-memory',
    'karpenter.k8s.aws/instance-network-bandwidth',
    'karpenter.k8s.aws/instance-size',
    'karpenter.k8s.aws/instance-tenancy',
    'karpenter.k8s.aws/nitro-sandbox',
    'karpenter.k8s.aws/placement-group-id',
    'karpenter.k8s.aws/placement-group-partition',
    'karpenter.sh/capacity-type',
  ],
  ownedLabels: ['kubernetes.io/hostname'],
  ownedTags: [
    'eks:eks-cluster-name',
    'karpenter.sh/nodepool',
    'karpenter.sh/nodeclaim',
    'karpenter.k8s.aws/ec2nodeclass',
  ],
  ownedTagPrefixes: ['kubernetes.io/cluster'],
  instanceStore: { command: '000-mount-instance-storage', since: '1.22.0' },
};

/** Where settings of settings.kubernetes go in the kubelet section of an EC2NodeClass. */
export const KUBELET_FIELDS: Readonly<Record<string, { readonly field: string; readonly list: boolean }>> = {
  // Karpenter writes the address of kube-dns over it.
  'cluster-dns-ip': { field: 'clusterDNS', list: true },
  // Karpenter would plan with other room for pods than the node has.
  'eviction-hard': { field: 'evictionHard', list: false },
  // Karpenter would plan with other room for pods than the node has.
  'kube-reserved': { field: 'kubeReserved', list: false },
  // Karpenter writes the number over it that it plans with.
  'max-pods': { field: 'maxPods', list: false },
  // Karpenter would plan with other room for pods than the node has.
  'system-reserved': { field: 'systemReserved', list: false },
};
