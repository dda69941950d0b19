import { Size } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import { NvidiaDriverBranch } from '../settings';
import { unknownVariant } from '../settings/model/os-context';
import { formatRelease } from '../settings/model/release';
import { parseVariant, variantModel, VariantModel, variantNames, VariantTraits } from '../settings/model/variants';
import { throwOnErrors } from '../settings/report';

/**
 * What runs the containers of a node.
 */
export enum Orchestrator {
  /**
   * Kubernetes: nodes of Amazon EKS, or of a cluster elsewhere.
   */
  KUBERNETES = 'kubernetes',

  /**
   * Amazon ECS.
   */
  ECS = 'ecs',

  /**
   * Nothing: builds for development, and for services of AWS.
   */
  NONE = 'none',
}

/**
 * Where a variant is in its life.
 */
export enum VariantStatus {
  /**
   * AWS publishes images of it with every release.
   */
  CURRENT = 'current',

  /**
   * AWS has said when it publishes the last image.
   */
  ENDING = 'ending',

  /**
   * AWS publishes images of it for trials, and may change or withdraw it.
   */
  PREVIEW = 'preview',

  /**
   * AWS publishes no new images. The last ones can still be launched, without updates.
   */
  RETIRED = 'retired',

  /**
   * This version of the library does not know it.
   */
  UNKNOWN = 'unknown',
}

/**
 * What sets the variants for one version of an orchestrator apart.
 */
export interface VariantFlavour {
  /**
   * Whether the image has drivers for NVIDIA GPUs.
   *
   * @default false
   */
  readonly nvidia?: boolean;

  /**
   * Whether the image has validated cryptography (FIPS 140-3), and uses FIPS endpoints, which not every region has.
   *
   * @default false
   */
  readonly fips?: boolean;
}

/**
 * A variant of Bottlerocket: a build for one orchestrator, such as `aws-k8s-1.35-nvidia` or `aws-ecs-3`. Which image a
 * node runs and which settings there are depends on it.
 *
 * @see https://bottlerocket.dev/en/os/latest/concepts/variants/
 */
export class BottlerocketVariant {
  /**
   * A variant for nodes of Amazon EKS.
   *
   * @param kubernetesVersion the version of Kubernetes, such as `1.35`
   * @param flavour NVIDIA drivers and FIPS
   * @throws when this is not how EKS names versions
   */
  public static eks(kubernetesVersion: string, flavour: VariantFlavour = {}): BottlerocketVariant {
    return BottlerocketVariant.of(`aws-k8s-${kubernetesVersion}${suffix(flavour)}`);
  }

  /**
   * A variant for container instances of Amazon ECS.
   *
   * @param generation the generation, such as 3
   * @param flavour NVIDIA drivers and FIPS
   * @throws when the generation is not a whole number
   */
  public static ecs(generation: number, flavour: VariantFlavour = {}): BottlerocketVariant {
    return BottlerocketVariant.of(`aws-ecs-${generation}${suffix(flavour)}`);
  }

  /**
   * The variant with a name. Names that this library does not list are taken when they follow the rules of names.
   *
   * @param variantName the name, such as `aws-k8s-1.35-fips`
   * @throws when this is not how variants are named
   */
  public static of(variantName: string): BottlerocketVariant {
    const traits = parseVariant(variantName);
    if (traits === undefined) {
      throwOnErrors([unknownVariant('variantName', variantName)]);
    }
    return new BottlerocketVariant(variantName, traits!, variantModel(variantName));
  }

  /**
   * All variants that this library lists, oldest versions first. Retired ones are among them.
   */
  public static all(): BottlerocketVariant[] {
    return variantNames().map((name) => BottlerocketVariant.of(name));
  }

  /**
   * The name of the variant.
   */
  public readonly variantName: string;

  /**
   * What runs the containers.
   */
  public readonly orchestrator: Orchestrator;

  /**
   * The version of Kubernetes, such as `1.35`; undefined when something else runs the containers.
   */
  public readonly kubernetesVersion?: string;

  /**
   * The generation of a variant for Amazon ECS: 3 in aws-ecs-3.
   */
  public readonly ecsGeneration?: number;

  /**
   * Whether the image has drivers for NVIDIA GPUs.
   */
  public readonly nvidia: boolean;

  /**
   * Whether the image has validated cryptography (FIPS 140-3).
   */
  public readonly fips: boolean;

  /**
   * Where the variant is in its life.
   */
  public readonly status: VariantStatus;

  /**
   * The day on which AWS ends updates, or ended them, such as `2026-11-26`; undefined when AWS has not said.
   */
  public readonly endsOn?: string;

  /**
   * The first release of Bottlerocket with the variant, such as `1.53.0`; undefined when it is not known.
   */
  public readonly firstRelease?: string;

  /**
   * The last release of Bottlerocket with a retired variant, such as `1.63`; undefined for all others.
   */
  public readonly lastRelease?: string;

  /**
   * The name of the variant to use in place of one that is retired or will be; undefined for all others.
   */
  public readonly replacement?: string;

  /**
   * The version of the Linux kernel, such as `6.12`; undefined when it is not known.
   */
  public readonly kernel?: string;

  /**
   * The size of the volume of the OS in the image, which a volume of that device must have at least; undefined when it
   * is not known.
   */
  public readonly osVolumeSize?: Size;

  /**
   * Whether the image itself requires sessions for the instance metadata (IMDSv2); undefined when it is not known.
   */
  public readonly requiresImdsV2?: boolean;

  /**
   * The branches of the NVIDIA driver in the image; empty for variants without that driver, undefined when it is not
   * known.
   */
  public readonly driverBranches?: NvidiaDriverBranch[];

  /**
   * The architectures that AWS publishes images for; empty for variants that AWS publishes no images of.
   */
  public readonly architectures: ec2.InstanceArchitecture[];

  private constructor(variantName: string, traits: VariantTraits, model: VariantModel | undefined) {
    const { orchestrator, kubernetes, generation, nvidia, fips, architectures } = traits;
    this.variantName = variantName;
    this.orchestrator = orchestrator as Orchestrator;
    this.kubernetesVersion = kubernetes && formatRelease(kubernetes, 2);
    this.ecsGeneration = orchestrator === 'ecs' ? generation : undefined;
    this.nvidia = nvidia;
    this.fips = fips;
    this.architectures = [...architectures] as ec2.InstanceArchitecture[];
    this.status = (model?.status ?? 'unknown') as VariantStatus;
    this.endsOn = model?.ends;
    this.firstRelease = model?.since;
    this.lastRelease = model?.last;
    this.replacement = model?.replacement;
    this.kernel = model?.kernel;
    this.osVolumeSize = model && Size.gibibytes(model.osVolumeGiB);
    this.requiresImdsV2 = model && (model.imdsV2 ?? false);
    this.driverBranches = nvidia ? (model?.driverBranches as NvidiaDriverBranch[] | undefined) : [];
  }

  /**
   * The name of the variant.
   */
  public toString(): string {
    return this.variantName;
  }

  /**
   * The variant for the same version of the same orchestrator, in another flavour.
   *
   * @internal
   */
  public _withFlavour(flavour: VariantFlavour): BottlerocketVariant {
    return BottlerocketVariant.of(this.variantName.replace(/(?:-nvidia)?(?:-fips)?$/, suffix(flavour)));
  }
}

function suffix({ nvidia = false, fips = false }: VariantFlavour): string {
  return `${nvidia ? '-nvidia' : ''}${fips ? '-fips' : ''}`;
}
