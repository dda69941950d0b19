import { ImageLock, LockedImages } from '../../os/image-lock';
import type { CommandResult } from '../command';
import type { Style } from '../style';
import type { FoundImages, SkippedRegion } from './find-images';
import { regionsOf } from './lock-plan';
import { variantWarnings } from './variants';

/** What `image lock` has to say. */
export function lockReport(
  file: string,
  isChanged: boolean,
  old: ImageLock,
  { images, skipped }: FoundImages,
): Pick<CommandResult, 'data' | 'text' | 'warnings'> {
  const variants = [...images].map(([variant, locked]) => ({
    variant,
    before: Object.hasOwn(old.images, variant) ? old.images[variant]!.version : null,
    version: locked.version,
    architectures: Object.keys(locked.imageIds).sort(),
    regions: [...new Set(regionsOf(locked))].sort(),
  }));
  return {
    data: { file, changed: isChanged, variants, skipped: skipped.map((one) => ({ variant: null, ...one })) },
    text: (style) =>
      [
        ...[...images].map(([variant, locked]) => `${line(variant, old.images[variant], locked, style)}\n`),
        `${file}: ${isChanged ? style.fine('written') : 'already up to date'}\n`,
      ].join(''),
    warnings: [...variantWarnings([...images.keys()]), ...skippedLines(skipped)],
  };
}

function line(variant: string, before: LockedImages | undefined, locked: LockedImages, style: Style): string {
  const change =
    before === undefined || before.version === locked.version
      ? locked.version
      : `${before.version} -> ${style.bold(locked.version)}`;
  const count = new Set(regionsOf(locked)).size;
  const where = `${Object.keys(locked.imageIds).sort().join(', ')}; ${count} ${count === 1 ? 'region' : 'regions'}`;
  return `${style.bold(variant)}  ${change}  ${style.dim(`(${where})`)}`;
}

/** One line for each reason. */
function skippedLines(skipped: readonly SkippedRegion[]): string[] {
  const byReason = new Map<string, string[]>();
  for (const { region, variant, reason } of skipped) {
    const key = variant === undefined ? reason : `${variant}: ${reason}`;
    byReason.set(key, [...(byReason.get(key) ?? []), region]);
  }
  return [...byReason].map(([reason, regions]) => `left out ${regions.sort().join(', ')}: ${reason}`);
}
