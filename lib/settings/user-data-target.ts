/**
 * Who reads the user data.
 */
export enum UserDataTarget {
  /**
   * Only the OS: instances, launch templates and Auto Scaling groups of your own.
   */
  EC2 = 'ec2',

  /**
   * Amazon EKS first, then the OS: managed node groups. EKS adds the settings of the cluster, and reads only a part of
   * TOML.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html
   */
  EKS_MANAGED = 'eks-managed',

  /**
   * Karpenter first, then the OS: the user data of an EC2NodeClass. Karpenter adds the settings of the cluster, and
   * drops keys of settings.kubernetes that it does not know.
   *
   * @see https://karpenter.sh/docs/concepts/nodeclasses/#bottlerocket-2
   */
  KARPENTER = 'karpenter',
}
