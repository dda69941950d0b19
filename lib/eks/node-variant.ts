import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { BottlerocketVariant } from '../os';
import type { ImageChoice, ImageTraits } from '../os/image-choice';
import { checkAccelerators, checkVariant } from '../os/variant-checks';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue } from '../settings';
import { isKubernetesVersion } from './common-checks';

/** The name of an instance type, unless it is only known at deployment. */
export function nameOf(instanceType: ec2.InstanceType): string | undefined {
  const name = instanceType.toString();
  return CDK_TOKENS.isToken(name) ? undefined : name;
}

/** The variant that nodes run; undefined when the version of Kubernetes is not known. */
export function nodeVariant(
  kubernetesVersion: string | undefined,
  traits: ImageTraits | undefined,
): BottlerocketVariant | undefined {
  return kubernetesVersion !== undefined && traits !== undefined && isKubernetesVersion(kubernetesVersion)
    ? BottlerocketVariant.eks(kubernetesVersion, traits)
    : undefined;
}

/**
 * Whether new nodes should run the variant, and whether it drives their hardware.
 *
 * @param path what decides about the version of Kubernetes
 */
export function checkNodeVariant(
  variant: BottlerocketVariant | undefined,
  { hardware }: ImageChoice,
  path: string,
): BottlerocketIssue[] {
  return variant === undefined ? [] : [...checkVariant(variant, path), ...checkAccelerators(variant, hardware)];
}
