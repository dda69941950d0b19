import * as ec2 from 'aws-cdk-lib/aws-ec2';

/**
 * How the instances of a node pool are paid for.
 */
export enum KarpenterCapacityType {
  /**
   * On-Demand Instances.
   */
  ON_DEMAND = 'on-demand',

  /**
   * Spot Instances. Karpenter prefers them to On-Demand Instances where it may launch both.
   */
  SPOT = 'spot',

  /**
   * The capacity reservations of the node class, which Karpenter prefers to all others.
   */
  RESERVED = 'reserved',
}

/**
 * What a requirement wants of the values of a label.
 */
export enum KarpenterRequirementOperator {
  /**
   * The label has one of the values.
   */
  IN = 'In',

  /**
   * The label has none of the values.
   */
  NOT_IN = 'NotIn',

  /**
   * The label is there.
   */
  EXISTS = 'Exists',

  /**
   * The label is not there.
   */
  DOES_NOT_EXIST = 'DoesNotExist',

  /**
   * The label is a number above the one value.
   */
  GREATER_THAN = 'Gt',

  /**
   * The label is a number below the one value.
   */
  LESS_THAN = 'Lt',

  /**
   * The label is the one value, or a number above. Only newer releases of Karpenter know it.
   */
  AT_LEAST = 'Gte',

  /**
   * The label is the one value, or a number below. Only newer releases of Karpenter know it.
   */
  AT_MOST = 'Lte',
}

/**
 * What a requirement says of a label.
 */
export interface KarpenterRequirementOptions {
  /**
   * What is wanted of the values.
   *
   * @default KarpenterRequirementOperator.IN
   */
  readonly valueOperator?: KarpenterRequirementOperator;

  /**
   * The values.
   *
   * @default - no values
   */
  readonly values?: string[];

  /**
   * How many different values there must be to choose from, from 1 to 50.
   *
   * @default - one is enough
   */
  readonly minValues?: number;
}

/** Labels that requirements and checks speak of. */
export const REQUIREMENT_KEYS = {
  architecture: 'kubernetes.io/arch',
  capacityType: 'karpenter.sh/capacity-type',
  zone: 'topology.kubernetes.io/zone',
  instanceType: 'node.kubernetes.io/instance-type',
  instanceFamily: 'karpenter.k8s.aws/instance-family',
  instanceCategory: 'karpenter.k8s.aws/instance-category',
  instanceSize: 'karpenter.k8s.aws/instance-size',
  instanceGeneration: 'karpenter.k8s.aws/instance-generation',
  gpuCount: 'karpenter.k8s.aws/instance-gpu-count',
  gpuManufacturer: 'karpenter.k8s.aws/instance-gpu-manufacturer',
  gpuName: 'karpenter.k8s.aws/instance-gpu-name',
  acceleratorManufacturer: 'karpenter.k8s.aws/instance-accelerator-manufacturer',
} as const;

/**
 * What a node pool requires of instances, as a rule for one of their labels.
 *
 * @see https://karpenter.sh/docs/concepts/nodepools/#spectemplatespecrequirements
 */
export class KarpenterRequirement {
  /**
   * Instances with one of the architectures.
   *
   * @param architectures the architectures
   */
  public static architectures(...architectures: ec2.InstanceArchitecture[]): KarpenterRequirement {
    return oneOf(REQUIREMENT_KEYS.architecture, architectures.map(kubernetesArchitecture));
  }

  /**
   * Instances that are paid for in one of the ways.
   *
   * @param capacityTypes the ways
   */
  public static capacityTypes(...capacityTypes: KarpenterCapacityType[]): KarpenterRequirement {
    return oneOf(REQUIREMENT_KEYS.capacityType, capacityTypes);
  }

  /**
   * Instances of one of the types.
   *
   * @param instanceTypes the types
   */
  public static instanceTypes(...instanceTypes: ec2.InstanceType[]): KarpenterRequirement {
    return oneOf(REQUIREMENT_KEYS.instanceType, instanceTypes.map(String));
  }

  /**
   * Instances of one of the families.
   *
   * @param families the families, such as `m8g`
   */
  public static instanceFamilies(...families: string[]): KarpenterRequirement {
    return oneOf(REQUIREMENT_KEYS.instanceFamily, families);
  }

  /**
   * Instances of one of the categories.
   *
   * @param categories the letters that families begin with, such as `c`, `m` and `r`
   */
  public static instanceCategories(...categories: string[]): KarpenterRequirement {
    return oneOf(REQUIREMENT_KEYS.instanceCategory, categories);
  }

  /**
   * Instances of one of the sizes.
   *
   * @param sizes the sizes, such as `xlarge`
   */
  public static instanceSizes(...sizes: string[]): KarpenterRequirement {
    return oneOf(REQUIREMENT_KEYS.instanceSize, sizes);
  }

  /**
   * Instances of newer generations.
   *
   * @param generation the last generation that is too old, such as 5
   */
  public static instanceGenerationAbove(generation: number): KarpenterRequirement {
    const values = [String(generation)];
    return KarpenterRequirement.of(REQUIREMENT_KEYS.instanceGeneration, {
      valueOperator: KarpenterRequirementOperator.GREATER_THAN,
      values,
    });
  }

  /**
   * Instances in one of the availability zones.
   *
   * @param zones the zones, such as `eu-west-1a`
   */
  public static zones(...zones: string[]): KarpenterRequirement {
    return oneOf(REQUIREMENT_KEYS.zone, zones);
  }

  /**
   * Instances with NVIDIA GPUs.
   */
  public static nvidiaGpus(): KarpenterRequirement {
    return oneOf(REQUIREMENT_KEYS.gpuManufacturer, ['nvidia']);
  }

  /**
   * Instances with one of the GPUs.
   *
   * @param names the names as Karpenter has them, such as `l4` or `h100`
   */
  public static gpuNames(...names: string[]): KarpenterRequirement {
    return oneOf(REQUIREMENT_KEYS.gpuName, names);
  }

  /**
   * Instances without GPUs.
   */
  public static withoutGpus(): KarpenterRequirement {
    return KarpenterRequirement.of(REQUIREMENT_KEYS.gpuCount, {
      valueOperator: KarpenterRequirementOperator.DOES_NOT_EXIST,
    });
  }

  /**
   * Instances with AWS Inferentia or AWS Trainium.
   */
  public static neuronDevices(): KarpenterRequirement {
    return oneOf(REQUIREMENT_KEYS.acceleratorManufacturer, ['aws']);
  }

  /**
   * Any other requirement.
   *
   * @param key the key of the label
   * @param options what is wanted of its value
   */
  public static of(key: string, options: KarpenterRequirementOptions = {}): KarpenterRequirement {
    return new KarpenterRequirement(key, options);
  }

  private constructor(
    /**
     * The key of the label.
     */
    public readonly key: string,

    /**
     * What is wanted of its value.
     */
    public readonly options: KarpenterRequirementOptions,
  ) {}
}

/** The architecture as Kubernetes names it. */
export function kubernetesArchitecture(architecture: string): string {
  return architecture === 'x86_64' ? 'amd64' : architecture;
}

function oneOf(key: string, values: string[]): KarpenterRequirement {
  return KarpenterRequirement.of(key, { values });
}

/** Whether a value is a requirement. In JavaScript it may be anything. */
export function isRequirement(value: unknown): value is KarpenterRequirement {
  const { key, options } = (value ?? {}) as Partial<KarpenterRequirement>;
  return typeof key === 'string' && typeof options === 'object' && options !== null;
}
