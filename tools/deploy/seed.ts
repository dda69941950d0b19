import { createHash } from 'node:crypto';

/** What exists before anything is deployed. */
export interface Seed {
  readonly images: readonly SeedImage[];
  /** Public parameters, by name. */
  readonly parameters: Readonly<Record<string, string>>;
}

export interface SeedImage {
  readonly id: string;
  readonly name: string;
  readonly architecture: string;
}

/** A release that all images without a lock are of; that it exists does not matter here. */
const RELEASE = '1.66.0-0123abcd';
const PARAMETER = /\/aws\/service\/bottlerocket\/([\w.-]+)\/(x86_64|arm64)\/([\w.-]+)\/(image_id|image_version)/g;

interface LockFile {
  readonly images: Record<string, { version: string; imageIds: Record<string, Record<string, string>> }>;
}

/** The images that locks name and those behind the public parameters that templates name. */
export function seedOf(locks: readonly string[], templates: readonly string[], region: string): Seed {
  const images = new Map<string, SeedImage>();
  for (const lock of locks) {
    for (const [variant, { version, imageIds }] of Object.entries((JSON.parse(lock) as LockFile).images)) {
      for (const [architecture, { [region]: id }] of Object.entries(imageIds)) {
        if (id !== undefined) {
          images.set(id, { id, name: imageName(variant, architecture, version), architecture });
        }
      }
    }
  }
  const parameters: Record<string, string> = {};
  for (const [name, variant, architecture, version, leaf] of templates.join('\n').matchAll(PARAMETER)) {
    const release = version === 'latest' ? RELEASE : version!.includes('-') ? version! : `${version}-0123abcd`;
    const id = `ami-${createHash('sha256').update(`${variant} ${architecture} ${release}`).digest('hex').slice(0, 17)}`;
    images.set(id, { id, name: imageName(variant!, architecture!, release), architecture: architecture! });
    parameters[name] = leaf === 'image_id' ? id : release;
  }
  return { images: [...images.values()], parameters };
}

/** As the makers name them. */
function imageName(variant: string, architecture: string, version: string): string {
  return `bottlerocket-${variant}-${architecture}-v${version}`;
}

/** What an image is, from its name. */
export function imageOf(name: string): { variant: string; architecture: string; version: string } {
  const match = /^bottlerocket-(.+)-(x86_64|arm64)-v(\d+\.\d+\.\d+)-[0-9a-f]+$/.exec(name);
  if (match === null) {
    throw new Error(`${name} is not the name of an image of Bottlerocket`);
  }
  return { variant: match[1]!, architecture: match[2]!, version: match[3]! };
}
