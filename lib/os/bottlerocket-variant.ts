import { parseVariant, unknownVariant } from '../settings/model/os-context';
import { throwOnErrors } from '../settings/report';

/**
 * A variant of Bottlerocket: a build for one orchestrator, such as `aws-k8s-1.35-nvidia` or `aws-ecs-3`. Which settings
 * there are depends on it.
 *
 * @see https://bottlerocket.dev/en/os/latest/concepts/variants/
 */
export class BottlerocketVariant {
  /**
   * The variant with a name.
   *
   * @param variantName the name, such as `aws-k8s-1.35-fips`
   * @throws when this is not how variants are named
   */
  public static of(variantName: string): BottlerocketVariant {
    if (parseVariant(variantName) === undefined) {
      throwOnErrors([unknownVariant('variantName', variantName)]);
    }
    return new BottlerocketVariant(variantName);
  }

  private constructor(
    /**
     * The name of the variant.
     */
    public readonly variantName: string,
  ) {}
}
