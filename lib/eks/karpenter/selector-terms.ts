import * as ec2 from 'aws-cdk-lib/aws-ec2';

/**
 * Subnets that Karpenter may launch nodes in.
 *
 * @see https://karpenter.sh/docs/concepts/nodeclasses/#specsubnetselectorterms
 */
export class KarpenterSubnetTerm {
  /**
   * One subnet.
   *
   * @param subnet the subnet
   */
  public static fromSubnet(subnet: ec2.ISubnetRef): KarpenterSubnetTerm {
    return new KarpenterSubnetTerm({ id: subnet.subnetRef.subnetId });
  }

  /**
   * One subnet by its id.
   *
   * @param subnetId the id, such as `subnet-0123456789abcdef0`
   */
  public static fromSubnetId(subnetId: string): KarpenterSubnetTerm {
    return new KarpenterSubnetTerm({ id: subnetId });
  }

  /**
   * All subnets that have all of the tags. The value `*` stands for any value.
   *
   * @param tags the tags
   */
  public static fromTags(tags: { [key: string]: string }): KarpenterSubnetTerm {
    return new KarpenterSubnetTerm({ tags: { ...tags } });
  }

  private constructor(
    /**
     * The term in the EC2NodeClass.
     *
     * @internal
     */
    public readonly _term: SelectorTerm,
  ) {}
}

/**
 * Security groups of the nodes that Karpenter launches.
 *
 * @see https://karpenter.sh/docs/concepts/nodeclasses/#specsecuritygroupselectorterms
 */
export class KarpenterSecurityGroupTerm {
  /**
   * One security group.
   *
   * @param securityGroup the security group
   */
  public static fromSecurityGroup(securityGroup: ec2.ISecurityGroupRef): KarpenterSecurityGroupTerm {
    return new KarpenterSecurityGroupTerm({ id: securityGroup.securityGroupRef.securityGroupId });
  }

  /**
   * One security group by its id.
   *
   * @param securityGroupId the id, such as `sg-0123456789abcdef0`
   */
  public static fromSecurityGroupId(securityGroupId: string): KarpenterSecurityGroupTerm {
    return new KarpenterSecurityGroupTerm({ id: securityGroupId });
  }

  /**
   * The security groups with a name, which is not that in the tag `Name`.
   *
   * @param name the name
   */
  public static fromName(name: string): KarpenterSecurityGroupTerm {
    return new KarpenterSecurityGroupTerm({ name });
  }

  /**
   * All security groups that have all of the tags. The value `*` stands for any value.
   *
   * @param tags the tags
   */
  public static fromTags(tags: { [key: string]: string }): KarpenterSecurityGroupTerm {
    return new KarpenterSecurityGroupTerm({ tags: { ...tags } });
  }

  private constructor(
    /**
     * The term in the EC2NodeClass.
     *
     * @internal
     */
    public readonly _term: SelectorTerm,
  ) {}
}

/**
 * Capacity reservations that Karpenter may launch nodes into, for node pools with the capacity type RESERVED.
 *
 * @see https://karpenter.sh/docs/concepts/nodeclasses/#speccapacityreservationselectorterms
 */
export class KarpenterCapacityReservationTerm {
  /**
   * One capacity reservation by its id.
   *
   * @param capacityReservationId the id, such as `cr-0123456789abcdef0`
   */
  public static fromCapacityReservationId(capacityReservationId: string): KarpenterCapacityReservationTerm {
    return new KarpenterCapacityReservationTerm({ id: capacityReservationId });
  }

  /**
   * All capacity reservations that have all of the tags. The value `*` stands for any value.
   *
   * @param tags the tags
   * @param ownerId the account that owns them; that of Karpenter when it is left out
   */
  public static fromTags(tags: { [key: string]: string }, ownerId?: string): KarpenterCapacityReservationTerm {
    return new KarpenterCapacityReservationTerm({
      tags: { ...tags },
      ...(ownerId === undefined ? {} : { ownerID: ownerId }),
    });
  }

  private constructor(
    /**
     * The term in the EC2NodeClass.
     *
     * @internal
     */
    public readonly _term: SelectorTerm,
  ) {}
}

/** A term by which Karpenter finds something in EC2. */
export interface SelectorTerm {
  readonly id?: string;
  readonly name?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly ownerID?: string;
}
