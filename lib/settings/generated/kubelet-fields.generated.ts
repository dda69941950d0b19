// Generated from schema/ by `npm run generate`. Do not edit.

/** A field of the kubelet section of an EC2NodeClass. */
export interface KubeletField {
  readonly field: string;
  readonly list: boolean;
  /** What becomes of the setting in user data. */
  readonly inUserData: string;
}

/** Where settings of settings.kubernetes go in the kubelet section of an EC2NodeClass. */
export const KUBELET_FIELDS: Readonly<Record<string, KubeletField>> = {
  'cluster-dns-ip': {
    field: 'clusterDNS',
    list: true,
    inUserData: 'Karpenter writes the address of kube-dns over it, unless the EC2NodeClass has another.',
  },
  'eviction-hard': {
    field: 'evictionHard',
    list: false,
    inUserData: 'Karpenter does not see it here, and plans with other room for pods than the node has.',
  },
  'kube-reserved': {
    field: 'kubeReserved',
    list: false,
    inUserData: 'Karpenter does not see it here, and plans with other room for pods than the node has.',
  },
  'max-pods': { field: 'maxPods', list: false, inUserData: 'Karpenter writes the number over it that it plans with.' },
  'system-reserved': {
    field: 'systemReserved',
    list: false,
    inUserData: 'Karpenter does not see it here, and plans with other room for pods than the node has.',
  },
};
