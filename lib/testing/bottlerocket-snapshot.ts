import type * as assertions from 'aws-cdk-lib/assertions';
import { asObject } from '../template';
import { readableTemplate, TomlBlock } from './readable-template';

/**
 * Templates for snapshot tests: user data of Bottlerocket nodes is shown as TOML, and what changes with every release of an
 * image or every build of an asset is masked. All else stays as it is. For templates of this library and all others.
 *
 * In Jest and Vitest it is a serializer for all snapshots of templates:
 *
 * ```js
 * expect.addSnapshotSerializer(testing.BottlerocketSnapshot.serializer());
 *
 * test('the stack is as it was', () => {
 *   expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
 * });
 * ```
 *
 * Elsewhere, compare what `BottlerocketSnapshot.render` returns.
 */
export class BottlerocketSnapshot {
  /**
   * A serializer for `expect.addSnapshotSerializer` of Jest and Vitest.
   */
  public static serializer(): BottlerocketSnapshot {
    return new BottlerocketSnapshot();
  }

  /**
   * A template as text.
   *
   * @param template a template of `aws-cdk-lib/assertions`
   */
  public static render(template: assertions.Template): string {
    return BottlerocketSnapshot.renderJson(template.toJSON());
  }

  /**
   * A CloudFormation template in JSON as text.
   *
   * @param template the parsed template
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what Template.toJSON() of aws-cdk-lib gives
  public static renderJson(template: { [key: string]: any }): string {
    return print(readableTemplate(template), '');
  }

  /** Templates that were made readable, and need not be once more. */
  private readonly made = new WeakSet<object>();

  private constructor() {}

  /**
   * Whether a value is a template, or a part of one that was made readable.
   *
   * @param value any value of a snapshot
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the interface of Jest
  public test(value: any): boolean {
    return value instanceof TomlBlock || (isTemplate(value) && !this.made.has(value));
  }

  /**
   * The text of a template in a snapshot, in the style of the rest of it.
   *
   * @param value what `test` said yes to
   * @param config how the snapshot is written
   * @param indentation what each line begins with
   * @param depth how deep the value is in others
   * @param refs the values around it
   * @param printer writes all other values
   */
  /* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-call -- the interface of Jest */
  public serialize(value: any, config: any, indentation: string, depth: number, refs: any[], printer: any): string {
    if (value instanceof TomlBlock) {
      return value.print(indentation);
    }
    const readable = readableTemplate(value);
    this.made.add(readable);
    return printer(readable, config, indentation, depth, refs) as string;
  }
  /* eslint-enable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-call */
}

function isTemplate(value: unknown): value is object {
  return asObject(asObject(value)?.Resources) !== undefined;
}

/** JSON, with blocks of TOML in it. Keys stay in the order that they have in the template. */
function print(value: unknown, indentation: string): string {
  const deeper = `${indentation}  `;
  if (value instanceof TomlBlock) {
    return value.print(indentation);
  }
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  const [items, open, close] = Array.isArray(value)
    ? [value.map((item) => print(item, deeper)), '[', ']']
    : [Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${print(item, deeper)}`), '{', '}'];
  return items.length === 0
    ? `${open}${close}`
    : `${open}\n${items.map((item) => `${deeper}${item}`).join(',\n')}\n${indentation}${close}`;
}
