import { isSameName, nearest } from '../../settings/check/suggest';
import { DocumentedSetting } from '../../settings/model/settings-reference';
import { CommandFailure } from '../command';

/**
 * The setting that a path means. It may be written as in TOML or as in TypeScript, with or without `settings.` in front,
 * with placeholders or with keys in their place; a name alone will do when only one setting has it.
 */
export function findSetting(path: string, settings: readonly DocumentedSetting[]): DocumentedSetting {
  return settingAt(path, settings) ?? byName(path, wantedSteps(path), settings);
}

/** The setting at a whole path; undefined when there is none. */
export function settingAt(path: string, settings: readonly DocumentedSetting[]): DocumentedSetting | undefined {
  const wanted = wantedSteps(path);
  const best = settings
    .map((setting) => ({ setting, likeness: likeness(stepsOf(setting.path).slice(1), wanted, setting) }))
    .filter(({ likeness: value }) => value > 0)
    .sort((a, b) => b.likeness - a.likeness)[0];
  return best?.setting;
}

function wantedSteps(path: string): string[] {
  const steps = stepsOf(path);
  return steps[0] === 'settings' ? steps.slice(1) : steps;
}

/** The keys of a path. Quotes hold keys with dots together; what stands for items of lists is left out. */
export function stepsOf(path: string): string[] {
  return [...path.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|\[\d*\]|([^."'[\]]+)/g)].flatMap(
    ([, double, single, bare]) => double ?? single ?? bare ?? [],
  );
}

/** How well a path fits a setting: the more of its keys are named, the better. 0 when it does not fit. */
function likeness(known: readonly string[], wanted: readonly string[], { entry, type }: DocumentedSetting): number {
  const last = known.length - 1;
  // The key of a map of values may hold dots without being quoted.
  const isOpen = known[last]!.startsWith('<') && type !== undefined;
  if (wanted.length < known.length || (wanted.length > known.length && !isOpen)) {
    return 0;
  }
  let named = 1;
  for (const [index, name] of known.entries()) {
    const names = index === last ? [name, ...(entry.aliases ?? [])] : [name];
    if (names.some((one) => isSameName(one, wanted[index]!))) {
      named += 2;
    } else if (!name.startsWith('<')) {
      return 0;
    }
  }
  return named;
}

/** A setting by the last key of its path. Otherwise a failure that says what may have been meant. */
function byName(path: string, wanted: readonly string[], settings: readonly DocumentedSetting[]): DocumentedSetting {
  const named = settings.filter(
    ({ path: own, entry }) =>
      wanted.length === 1 &&
      [stepsOf(own).at(-1)!, ...(entry.aliases ?? [])].some((name) => isSameName(name, wanted[0]!)),
  );
  if (named.length === 1) {
    return named[0]!;
  }
  if (named.length > 1) {
    const paths = named.map((setting) => setting.path).join(', ');
    throw new CommandFailure(`There are ${named.length} settings with the name ${path}: ${paths}.`);
  }
  throw new CommandFailure(`Bottlerocket has no setting ${path}.${didYouMean(wanted, settings)}`);
}

function didYouMean(wanted: readonly string[], settings: readonly DocumentedSetting[]): string {
  const paths = new Map(settings.map((setting) => [stepsOf(setting.path).slice(1).join('.'), setting.path]));
  const near = nearest(wanted.join('.'), paths.keys()) ?? byLastStep(wanted, paths);
  return near === undefined
    ? ' `cdk-bottlerocket settings list` shows all there are.'
    : ` Did you mean ${paths.get(near)}?`;
}

/** What has the nearest name, wherever it is. */
function byLastStep(wanted: readonly string[], paths: ReadonlyMap<string, string>): string | undefined {
  const names = new Map([...paths.keys()].reverse().map((path) => [path.slice(path.lastIndexOf('.') + 1), path]));
  const name = nearest(wanted.at(-1) ?? '', names.keys());
  return name === undefined ? undefined : names.get(name);
}
