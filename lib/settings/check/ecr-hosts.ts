import { remembered } from '../../private/remembered';

/** The program in the image that gets tokens of Amazon ECR for the kubelet. */
export const ECR_CREDENTIAL_PROVIDER = 'ecr-credential-provider';

/**
 * The registries of Amazon ECR, as patterns of the kubelet, in all partitions where node groups can be. The OS comes with
 * these and more, which changes with its releases.
 *
 * @see https://github.com/bottlerocket-os/bottlerocket/blob/develop/sources/shared-defaults/kubernetes-aws-credential-provider.toml
 */
export const ECR_IMAGE_PATTERNS = [
  '*.dkr.ecr.*.amazonaws.com',
  '*.dkr.ecr.*.amazonaws.com.cn',
  '*.dkr.ecr-fips.*.amazonaws.com',
  '*.dkr-ecr.*.on.aws',
];

const ECR_PUBLIC = 'public.ecr.aws';

/** Whether a host name is that of a registry of Amazon ECR, other than Amazon ECR Public. */
export function isPrivateEcr(host: string): boolean {
  return /^\d{12}\.dkr[.-]ecr[.-]/.test(host);
}

/** Whether the credential provider asks Amazon ECR Public for a token for images of a registry. */
export function asksEcrPublic(registry: string): boolean {
  return registry.includes(ECR_PUBLIC);
}

/** The host in the address of a registry, with or without a scheme and a path. */
export const hostOf = remembered((address) => address.replace(/^[a-z]+:\/\//, '').replace(/[/:].*$/s, ''));

/**
 * Whether a pattern of the kubelet takes in a registry. Each part of the name between two dots is compared by itself.
 *
 * @see https://kubernetes.io/docs/tasks/administer-cluster/kubelet-credential-provider/#configure-image-matching
 */
export function matchesPattern(pattern: string, registry: string): boolean {
  const [globs, parts] = [pattern, registry].map((text) => hostOf(text).split('.')) as [string[], string[]];
  return globs.length === parts.length && globs.every((glob, index) => isGlobOf(glob, parts[index]!));
}

function isGlobOf(glob: string, text: string): boolean {
  const pieces = glob.split('*');
  const [first, last] = [pieces[0]!, pieces[pieces.length - 1]!];
  return pieces.length === 1
    ? glob === text
    : text.length >= first.length + last.length && text.startsWith(first) && text.endsWith(last);
}
