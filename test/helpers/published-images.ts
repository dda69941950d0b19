import { createHash } from 'node:crypto';

/** The 17 regions that every account has. */
export const REGIONS = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
];

export const OLD = '1.65.0-0a0a0a0a';
export const NEW = '1.66.0-1b1b1b1b';

/** What AWS publishes, made up: releases in the order in which they came out. */
export interface Publication {
  readonly variants: readonly string[];
  readonly versions: readonly string[];
  /** The newest release in a region, where it is not the newest of all. */
  readonly newestIn?: Readonly<Record<string, string>>;
}

/** The AMI id of an image: another one for every variant, release, architecture and region. */
export function amiOf(variant: string, version: string, architecture: string, region: string): string {
  const hash = createHash('sha256').update([variant, version, architecture, region].join('/')).digest('hex');
  return `ami-${hash.slice(0, 17)}`;
}

/** The values of the public parameters of a publication. */
export function parametersOf({ variants, versions, newestIn = {} }: Publication) {
  return (region: string, name: string): string | undefined => {
    const match = /^\/aws\/service\/bottlerocket\/([^/]+)\/(arm64|x86_64)\/([^/]+)\/(image_id|image_version)$/.exec(
      name,
    );
    const [, variant = '', architecture = '', asked = '', leaf] = match ?? [];
    const newest = newestIn[region] ?? versions.at(-1)!;
    const there = versions.slice(0, versions.indexOf(newest) + 1);
    const version =
      asked === 'latest' ? newest : [...there].reverse().find((one) => one === asked || one.split('-')[0] === asked);
    if (!variants.includes(variant) || version === undefined) {
      return undefined;
    }
    return leaf === 'image_id' ? amiOf(variant, version, architecture, region) : version;
  };
}
