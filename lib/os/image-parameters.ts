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
