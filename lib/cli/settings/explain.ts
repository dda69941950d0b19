import { OsContext, osContext } from '../../settings/model/os-context';
import type { CarrierModel } from '../../settings/model/settings-model';
import { DocumentedSetting, documentedSettings, settingsReference } from '../../settings/model/settings-reference';
import { CommandInput, CommandResult, ExitCode } from '../command';
import type { Style } from '../style';
import { Example, exampleOf } from './example';
import { findSetting, stepsOf } from './find-setting';
import { factsOf, SettingFacts } from './setting-facts';

/** All that is known of a setting. */
interface Explanation extends SettingFacts {
  /** The path in typed settings. */
  readonly property: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
  readonly sensitive: boolean;
  readonly deprecated: string | null;
  /** The first Kubernetes version in which it has an effect. */
  readonly kubernetes: string | null;
  /** Under which conditions variants have it. */
  readonly carriers: readonly CarrierModel[];
  /** Targets that write it themselves. */
  readonly suppliedBy: readonly string[];
  /** Targets that drop it. */
  readonly droppedBy: readonly string[];
  /** The words of a closed set, for values or keys, with their meaning. */
  readonly words: Readonly<Record<string, string>> | null;
  readonly example: Example | null;
  /** The settings right below. */
  readonly settings: readonly SettingFacts[];
}

/** `settings explain` */
export function explain(input: CommandInput): Promise<CommandResult> {
  const all = documentedSettings();
  const explanation = explanationOf(findSetting(input.argument('path'), all), all, osContext({}).context);
  return Promise.resolve({
    exitCode: ExitCode.FINE,
    data: explanation,
    text: (style) => textOf(explanation, style),
  });
}

function explanationOf(setting: DocumentedSetting, all: readonly DocumentedSetting[], context: OsContext): Explanation {
  const { entry, type, keyType, kubernetes, carriedBy, path } = setting;
  const { types } = settingsReference();
  const depth = stepsOf(path).length;
  const own = path.replace(/\[\]$/, '');
  const below = all.filter((other) => isBelow(other.path, own) && stepsOf(other.path).length === depth + 1);
  return {
    ...factsOf(setting, context),
    property: propertyPath(path, all),
    aliases: entry.aliases ?? [],
    required: entry.required === true,
    sensitive: entry.sensitive === true,
    deprecated: entry.deprecated ?? null,
    kubernetes: kubernetes ?? null,
    carriers: carriedBy,
    suppliedBy: entry.suppliedBy ?? [],
    droppedBy: entry.droppedBy ?? [],
    words: types[type ?? keyType ?? '']?.words ?? null,
    example: exampleOf(path) ?? null,
    settings: below.map((other) => factsOf(other, context)),
  };
}

function isBelow(path: string, parent: string): boolean {
  return path.startsWith(`${parent}.`) || path.startsWith(`${parent}[].`);
}

/** kubernetes.kubeReserved.<resource> for settings.kubernetes.kube-reserved.<resource> */
function propertyPath(path: string, all: readonly DocumentedSetting[]): string {
  const steps = stepsOf(path);
  const bySteps = new Map(all.map((setting) => [stepsOf(setting.path).join('\n'), setting]));
  const entryAt = (length: number) => bySteps.get(steps.slice(0, length).join('\n'))?.entry;
  return steps
    .slice(1)
    .flatMap((step, index) => {
      const above = entryAt(index + 1)?.shape;
      if (!step.startsWith('<')) {
        return [entryAt(index + 2)!.property];
      }
      // In TypeScript, keys of one's choice beside known ones are in a property of their own.
      return above?.kind === 'table' && above.rest !== undefined ? [above.rest.property, step] : [step];
    })
    .join('.');
}

function textOf(facts: Explanation, style: Style): string {
  const rows: [string, string | undefined][] = [
    ['Type', facts.path.endsWith('[]') && facts.type !== 'list' ? `list of ${facts.type}` : facts.type],
    ['Allowed', facts.constraint],
    ['Default', facts.default === null ? undefined : literal(facts.default)],
    ['Required', facts.required ? 'the OS refuses the table without it' : undefined],
    ['Since', facts.since === null ? 'every release since 1.14' : facts.since],
    ['Kubernetes', facts.kubernetes === null ? undefined : `no effect before ${facts.kubernetes}`],
    ['Variants', facts.carriers.map(carrierText).join(', ')],
    ['Also named', facts.aliases.join(', ') || undefined],
    ['Deprecated', facts.deprecated ?? undefined],
    ['Written by', facts.suppliedBy.join(', ') || undefined],
    ['Dropped by', facts.droppedBy.join(', ') || undefined],
    ['Sensitive', facts.sensitive ? 'yes; user data can be read by many' : undefined],
    ['TypeScript', facts.property],
  ];
  const given = rows.filter((row): row is [string, string] => row[1] !== undefined);
  const words = Object.entries(facts.words ?? {});
  const longest = Math.max(...words.map(([word]) => word.length));
  return [
    `${style.bold(facts.path)}\n\n${facts.description}\n`,
    given.map(([name, text]) => `${style.dim(`${name}:`.padEnd(12))}${text}\n`).join(''),
    words.map(([word, meaning]) => `  ${style.bold(word.padEnd(longest))}  ${meaning}\n`).join(''),
    facts.settings.map(({ path, description }) => `  ${style.bold(path)}\n      ${description}\n`).join(''),
    facts.example === null ? '' : exampleText(facts.example, style),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function exampleText({ toml, typescript }: Example, style: Style): string {
  const part = (name: string, text: string) =>
    `${style.dim(`${name}:`)}\n${text.trimEnd().replace(/^(?=.)/gm, '  ')}\n`;
  return [part('In TOML', toml), part('In TypeScript', `const settings: BottlerocketSettings = ${typescript};`)].join(
    '\n',
  );
}

function carrierText({ family, since, until, kubernetes, generation }: CarrierModel): string {
  const conditions = [
    generation && `from ${family}-${generation}`,
    kubernetes && `from Kubernetes ${kubernetes}`,
    since && `since ${since}`,
    until && `until ${until}`,
  ].filter((text) => text !== undefined);
  return conditions.length === 0 ? family : `${family} (${conditions.join(', ')})`;
}

function literal(value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}
