import { CDK_TOKENS } from '../private/cdk-tokens';
import { UserDataTarget } from '../settings';
import { MergedSettings, mergeSettings, SettingsPart } from '../settings/merge/merge';
import { isTable, TomlTable, TomlToken, TomlValue } from '../settings/model/document';
import { forKarpenter } from '../settings/toml/karpenter';
import { writeToml } from '../settings/toml/write-toml';

/** Settings from one call. */
export interface Part extends SettingsPart {
  /** Whether the model knows them. */
  readonly kind: 'typed' | 'additional' | 'supplied';
}

/** Who reads the settings, and what of them. */
interface WriteOptions {
  readonly target: UserDataTarget;
  readonly written: (document: TomlTable) => TomlTable;
}

/** What settings are as text. */
type Written = ReturnType<typeof writeToml>;

/**
 * Settings of several parts that do not change any more. Checks, validation and each resolution of tokens ask for the same,
 * which is put together once.
 */
export class WholeSettings {
  private merged?: MergedSettings;
  private given?: MergedSettings;
  private tokens?: boolean;
  private last?: WriteOptions & { readonly result: Written };

  public constructor(private readonly parts: readonly Part[]) {}

  /** All settings. Those that a construct supplies win. */
  public get all(): MergedSettings {
    return (this.merged ??= this.isOfUsers ? this.ofUsers : mergeSettings(suppliedLast(this.parts)));
  }

  /** The settings that users give. */
  public get ofUsers(): MergedSettings {
    return (this.given ??= mergeSettings(this.parts.filter(({ kind }) => kind !== 'supplied')));
  }

  /** Whether anything in the settings is a token. */
  public get hasTokens(): boolean {
    return (this.tokens ??= this.parts.some(({ document }) => containsToken(document)));
  }

  /** The settings in TOML, as far as they are written at all. */
  public write({ target, written }: WriteOptions): Written {
    if (this.last?.target !== target || this.last.written !== written) {
      const result = writeToml(written(asReadBy(target, this.all.document)), target, CDK_TOKENS);
      this.last = { target, written, result };
    }
    return this.last.result;
  }

  private get isOfUsers(): boolean {
    return this.parts.every(({ kind }) => kind !== 'supplied');
  }
}

function suppliedLast(parts: readonly Part[]): Part[] {
  return [...parts].sort((a, b) => Number(a.kind === 'supplied') - Number(b.kind === 'supplied'));
}

/** Settings in the form that the target wants. */
export function asReadBy(target: UserDataTarget, document: TomlTable): TomlTable {
  return target === UserDataTarget.KARPENTER ? forKarpenter(document) : document;
}

export function containsToken(value: TomlValue): boolean {
  if (isTable(value)) {
    return Object.values(value).some(containsToken);
  }
  return Array.isArray(value) ? value.some(containsToken) : value instanceof TomlToken || CDK_TOKENS.isToken(value);
}
