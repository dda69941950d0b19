import { parseVariant, variantNames } from '../settings/model/variants';

/** What the public parameters of Systems Manager say of an image: its id, or its release with the commit. */
export type ImageLeaf = 'image_id' | 'image_version';

/** The parts of the name of a parameter. */
export interface ImageParameter {
  readonly variant: string;
  readonly architecture: string;
  readonly version: string;
  readonly leaf: ImageLeaf;
}

/**
 * The name of a public parameter of Systems Manager that AWS publishes for each image.
 *
 * @param version a release, with or without its commit, or `latest`
 * @param leaf `image_id` is the AMI id, `image_version` the release with its commit
 * @see https://bottlerocket.dev/en/os/latest/install/quickstart/aws/host/#finding-an-ami
 */
export function imageParameter(variant: string, architecture: string, version: string, leaf: ImageLeaf): string {
  return `/aws/service/bottlerocket/${variant}/${architecture}/${version}/${leaf}`;
}

/** The parts of such a name; undefined for other parameters. */
export function parseImageParameter(name: string): ImageParameter | undefined {
  const match = /^\/aws\/service\/bottlerocket\/([^/]+)\/([^/]+)\/([^/]+)\/(image_id|image_version)$/.exec(name);
  const [, variant = '', architecture = '', version = '', leaf] = match ?? [];
  return match === null ? undefined : { variant, architecture, version, leaf: leaf as ImageLeaf };
}

/** The name of an image. The names of images, unlike those of parameters, call arm64 aarch64. */
export function imageNamePattern(variant: string, architecture: string, version: string): string {
  const processor = architecture === 'arm64' ? 'aarch64' : architecture;
  return `bottlerocket-${variant}-${processor}-v${version.includes('-') ? version : `${version}-*`}`;
}

/** What the names of mappings with ids of images by region begin with. */
export const IMAGES_MAPPING = 'BottlerocketImages';

/** The variant and architecture in the logical id of such a mapping; undefined for other mappings. */
export function imagesMappingOf(logicalId: string): Pick<ImageParameter, 'variant' | 'architecture'> | undefined {
  for (const variant of variantNames()) {
    for (const architecture of parseVariant(variant)?.architectures ?? []) {
      // CloudFormation takes letters and digits only; a second mapping with other images has a number.
      const id = `${IMAGES_MAPPING}${variant}${architecture}`.replace(/[^A-Za-z0-9]/g, '');
      if (logicalId.startsWith(id) && /^\d*$/.test(logicalId.slice(id.length))) {
        return { variant, architecture };
      }
    }
  }
  return undefined;
}
