import { BottlerocketVariant } from '../os';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, BottlerocketSettings, UserDataTarget } from '../settings';
import { osContext } from '../settings/model/os-context';
import { throwOnErrors } from '../settings/report';
import { importToml } from '../settings/toml/import-toml';

/**
 * How settings are read from a text.
 */
export interface ImportSettingsOptions {
  /**
   * The variant of Bottlerocket that the settings are for. Settings that it does not carry are refused.
   *
   * @default - the settings of all variants are taken
   */
  readonly variant?: BottlerocketVariant;

  /**
   * The release of Bottlerocket that the settings are for, such as `1.66.0`. Settings that are newer are refused.
   *
   * @default - the newest release that this library knows
   */
  readonly osVersion?: string;

  /**
   * Who is to read the settings. What the target writes itself is refused.
   *
   * @default - only the OS
   */
  readonly target?: UserDataTarget;

  /**
   * A name for the text, such as that of its file. Issues show it.
   *
   * @default - no name
   */
  readonly sourceName?: string;
}

/**
 * Settings from user data that there is already, such as TOML from Terraform, eksctl or Karpenter.
 *
 * All that the OS reads is understood: keys under their other names, and values in any of their forms. What comes out is
 * the same as if it had been written with typed settings; comments are lost.
 */
export class ImportedSettings {
  /**
   * Reads settings in TOML. Parts of the text may be CDK tokens, as long as they stand between quotes.
   *
   * @param text user data in TOML
   * @param options what the settings are for
   * @throws an error with all issues, each with line and column, when the OS would refuse the text
   */
  public static fromToml(text: string, options: ImportSettingsOptions = {}): ImportedSettings {
    const { variant, osVersion, target, sourceName } = options;
    const { context, issues } = osContext({
      variant: variant?.variantName,
      osVersion: CDK_TOKENS.isToken(osVersion) ? undefined : osVersion,
    });
    const imported = importToml(text, { context, target, tokens: CDK_TOKENS });
    const found = [...issues, ...imported.issues.map((one) => ({ ...one, source: sourceName }))];
    throwOnErrors(found);
    return new ImportedSettings(imported.settings, found);
  }

  private constructor(
    /**
     * The settings.
     */
    public readonly settings: BottlerocketSettings,

    /**
     * What is worth a warning, with line and column.
     */
    public readonly issues: BottlerocketIssue[],
  ) {}
}
