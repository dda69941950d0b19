import { IssueCode } from '../generated/issue-code.generated';
import { BottlerocketIssue } from '../issue';
import { issue, show } from '../report';
import { isBefore, parseRelease, Release } from './release';
import { settingsModel } from './settings-model';
import { parseVariant, variantModel, VariantTraits } from './variants';

/** What is known of the OS that will read the settings. What is not known is not held against them. */
export interface OsContext {
  /** The family of variants: those with one settings plugin. */
  readonly family?: string;
  /** The Kubernetes version of the variant. */
  readonly kubernetes?: Release;
  /** The generation of an ECS variant: 3 in aws-ecs-3. */
  readonly generation?: number;
  /** Whether the image has drivers for NVIDIA GPUs. */
  readonly nvidia?: boolean;
  /** Whether the image has validated cryptography, and calls the FIPS endpoints of AWS. */
  readonly fips?: boolean;
  /** The region of AWS that the node runs in. */
  readonly region?: string;
  /** The release of the OS; the newest one that the model describes when nothing else is said. */
  readonly release: Release;
}

/** What is known of a variant when only its family is. */
function parseFamily(family: string): Partial<VariantTraits> | undefined {
  return settingsModel().families.includes(family) ? { family } : undefined;
}

/** What users say of the OS. */
export interface OsDescription {
  /** The name of the variant, or only of its family. */
  readonly variant?: string;
  /** The release: 1.66.0, 1.66.0-abcdef12, or latest, which is the last one for a retired variant. */
  readonly osVersion?: string;
}

/** Works out what is known of the OS, and what is wrong with what was said. */
export function osContext(description: OsDescription): { context: OsContext; issues: BottlerocketIssue[] } {
  const issues: BottlerocketIssue[] = [];
  const newest = parseRelease(settingsModel().newestRelease)!;
  const { variant, osVersion = 'latest' } = description;
  const traits = variant === undefined ? undefined : (parseVariant(variant) ?? parseFamily(variant));
  if (variant !== undefined && traits === undefined) {
    issues.push(unknownVariant('variant', variant));
  }
  const last = variant === undefined ? undefined : variantModel(variant)?.last;
  const release = parseRelease(osVersion === 'latest' ? (last ?? settingsModel().newestRelease) : osVersion);
  if (release === undefined) {
    issues.push(
      issue(IssueCode.INVALID_OS_VERSION, {
        path: 'osVersion',
        message: 'This is not a release of Bottlerocket.',
        received: show(osVersion),
        expected: 'a release such as 1.66.0, with or without its commit, or latest',
      }),
    );
  } else if (!isBefore(release, settingsModel().newestRelease) && release.join() !== newest.join()) {
    issues.push(
      issue(IssueCode.NEWER_OS_VERSION, {
        path: 'osVersion',
        message: `The newest release that this library knows is ${settingsModel().newestRelease}; settings are judged as of that one.`,
        received: show(osVersion),
      }),
    );
  }
  return {
    context: {
      family: traits?.family,
      kubernetes: traits?.kubernetes,
      generation: traits?.generation,
      nvidia: traits?.nvidia ?? traits?.family?.endsWith('-nvidia'),
      fips: traits?.fips,
      release: release ?? newest,
    },
    issues,
  };
}

/** The issue of a name that no variant can have. */
export function unknownVariant(path: string, name: string): BottlerocketIssue {
  return issue(IssueCode.UNKNOWN_VARIANT, {
    path,
    message: 'This is not the name of a variant.',
    received: show(name),
    expected: 'a name such as aws-k8s-1.35, aws-k8s-1.35-nvidia, aws-k8s-1.35-fips or aws-ecs-3',
  });
}
