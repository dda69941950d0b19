import { unknownVariant } from '../../settings/model/os-context';
import { formatRelease, parseRelease } from '../../settings/model/release';
import { parseVariant } from '../../settings/model/variants';
import { checkVariantName } from '../../os/variant-stage';
import { CommandFailure } from '../command';

/** The architectures that AWS publishes images of a variant for. Throws a CommandFailure when there are none. */
export function architecturesOf(variant: string): readonly string[] {
  const traits = parseVariant(variant);
  if (traits === undefined) {
    const { message, received, expected } = unknownVariant('variant', variant);
    throw new CommandFailure(`--variant ${received}: ${message} Give ${expected}.`);
  }
  if (traits.architectures.length === 0) {
    throw new CommandFailure(`--variant "${variant}": AWS publishes no images of it.`);
  }
  return traits.architectures;
}

/** What is to be said of variants that are locked: retired ones, and those that soon will be. */
export function variantWarnings(variants: readonly string[]): string[] {
  return variants.flatMap((variant) =>
    checkVariantName(variant, variant).map(({ message, fix }) => `${message} ${fix}`),
  );
}

/** A release as the names of parameters spell it, or `latest`. Throws a CommandFailure for anything else. */
export function checkedVersion(text: string): string {
  if (text === 'latest') {
    return text;
  }
  const [, release = '', commit = ''] = /^v?(\d+\.\d+\.\d+)(-[0-9a-f]{8})?$/.exec(text) ?? [];
  const numbers = parseRelease(release);
  if (numbers === undefined) {
    throw new CommandFailure(
      `--os-version "${text}": This is not a release of Bottlerocket. Give one such as 1.66.0, with or without its commit, or latest.`,
    );
  }
  return `${formatRelease(numbers)}${commit}`;
}
