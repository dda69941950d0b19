import { isTable, newTable, TomlFloat, TomlTable, TomlValue } from '../settings/model/document';
import type { TemplateNode } from '../template';
import { assertionsModule } from './assertions-module';

/**
 * Bottlerocket nodes as a template has them: those of a node group, an Auto Scaling group, an instance, a launch template
 * or a node class of Karpenter.
 *
 * What only CloudFormation knows stands in settings and user data as a placeholder, such as `${Cluster.Endpoint}`.
 */
export class SynthesizedNode {
  /**
   * Reads what a template has.
   *
   * @internal
   */
  public static _of(node: TemplateNode): SynthesizedNode {
    return new SynthesizedNode(node);
  }

  /**
   * The path of the construct that makes the nodes, such as `Stack/Nodes/Resource`; its logical id where the template does
   * not say.
   */
  public readonly constructPath: string;

  /** The logical id of the resource that makes the nodes. */
  public readonly logicalId: string;

  /** What makes the nodes, such as `managed node group` or `Auto Scaling group`. */
  public readonly kind: string;

  /** The variant of Bottlerocket, or its family where the template does not say more; undefined when it is not known. */
  public readonly variant?: string;

  /** The release of Bottlerocket; undefined for the newest one, or when it is not known. */
  public readonly osVersion?: string;

  /** The instance types that are known. */
  public readonly instanceTypes: string[];

  /** The user data as it is written, decoded; empty when there is none. */
  public readonly userData: string;

  private readonly document: TomlTable;

  private constructor(node: TemplateNode) {
    const { path, logicalId, objectName, kind, image, instanceTypes, userData } = node;
    this.constructPath = objectName === undefined ? path : `${path} (${objectName})`;
    this.logicalId = logicalId;
    this.kind = kind;
    this.variant = image.variant;
    this.osVersion = image.osVersion;
    this.instanceTypes = [...instanceTypes];
    this.userData = userData?.text ?? '';
    if (userData?.mistake !== undefined) {
      const { message, line, column } = userData.mistake;
      throw new Error(
        `The user data of ${this.constructPath} is not TOML (line ${line}, column ${column}): ${message}`,
      );
    }
    const settings = userData?.document?.settings;
    this.document = isTable(settings) ? settings : newTable();
  }

  /**
   * The settings of the nodes, with keys as in TOML. An empty object when there are none.
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- jsii has no other type for a value of any kind
  public get settings(): { [key: string]: any } {
    return plain(this.document) as Record<string, unknown>;
  }

  /**
   * One setting; undefined when it is not set.
   *
   * @param path the path of the setting as documentation has it, such as `settings.kubernetes.max-pods`; keys with dots
   * in them are in quotes
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- jsii has no other type for a value of any kind
  public setting(path: string): any {
    const [root, ...keys] = keysOf(path);
    if (root !== 'settings') {
      throw new Error(`Paths of settings begin with "settings.": ${path}`);
    }
    const found = keys.reduce<TomlValue | undefined>(
      (value, key) => (isTable(value) && Object.hasOwn(value, key) ? value[key] : undefined),
      this.document,
    );
    return found === undefined ? undefined : plain(found);
  }

  /**
   * Fails unless the nodes have some settings.
   *
   * @param expected settings with keys as in TOML, in part, or a matcher of `aws-cdk-lib/assertions`
   * @throws an error that shows where the settings differ
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what matchers of aws-cdk-lib take as well
  public hasSettings(expected: any): void {
    const { Match, Matcher } = assertionsModule();
    const matcher = Matcher.isMatcher(expected) ? expected : Match.objectLike(expected as Record<string, unknown>);
    const result = matcher.test(this.settings);
    if (result.hasFailed()) {
      throw new Error(
        [
          `The settings of ${this.constructPath} are not as expected:`,
          ...result.toHumanStrings().map((line) => `  ${line}`),
          'They are:',
          JSON.stringify(this.settings, undefined, 2),
        ].join('\n'),
      );
    }
  }
}

/** Values without what the reader of TOML keeps beside them, such as that a number was written as a float. */
function plain(value: TomlValue): unknown {
  if (isTable(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  }
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  return value instanceof TomlFloat ? value.value : value;
}

function keysOf(path: string): string[] {
  return [...path.matchAll(/"((?:[^"\\]|\\.)*)"|([^."]+)/g)].map(([, quoted, bare]) => quoted ?? bare!);
}
