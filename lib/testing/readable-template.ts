import { asObject, CloudFormationTemplate, readNodes, TemplateNode, textOf } from '../template';
import { isNodeClass, objectsIn } from '../template/karpenter';
import { PinMask } from './pin-mask';

/** Text in TOML, which stands in lines of its own. */
export class TomlBlock {
  public constructor(public readonly text: string) {}

  /** The block, its lines indented. */
  public print(indentation: string): string {
    const lines = this.text.trimEnd().split('\n');
    const indented = lines.map((line) => (line === '' ? '' : `${indentation}  ${line}`));
    return ['TOML """', ...indented, `${indentation}"""`].join('\n');
  }
}

/** A copy of a template with user data as TOML, and without what changes with every release or build. */
export function readableTemplate(json: unknown): object {
  const template = new CloudFormationTemplate(json);
  const nodes = readNodes(template);
  const readable = new Map<unknown, unknown>([
    ...nodes.flatMap(userDataOf),
    ...nodes.flatMap((node) => manifestOf(node, template)),
  ]);
  return copy(asObject(json) ?? {}, readable, PinMask.of(json, nodes)) as object;
}

/** What stands for user data in the template, with the TOML in it. */
function userDataOf({ launch, userData }: TemplateNode): (readonly [unknown, unknown])[] {
  return userData === undefined ? [] : [[launch?.userData, new TomlBlock(userData.text)]];
}

/** A manifest in JSON is an object, and the user data in it TOML. */
function manifestOf({ resource }: TemplateNode, template: CloudFormationTemplate): (readonly [unknown, unknown])[] {
  const { Manifest } = resource.properties;
  const text = Manifest === undefined ? undefined : textOf(Manifest, template);
  if (text === undefined) {
    return [];
  }
  const objects = objectsIn(text).map((one) => {
    const spec = asObject(one.spec);
    return isNodeClass(one) && typeof spec?.userData === 'string'
      ? { ...one, spec: { ...spec, userData: new TomlBlock(spec.userData) } }
      : one;
  });
  return [[Manifest, objects]];
}

function copy(value: unknown, readable: ReadonlyMap<unknown, unknown>, mask: PinMask): unknown {
  const given = readable.has(value) ? readable.get(value) : value;
  if (typeof given === 'string') {
    return mask.text(given);
  }
  if (Array.isArray(given)) {
    return given.map((item) => copy(item, readable, mask));
  }
  if (typeof given !== 'object' || given === null || given instanceof TomlBlock) {
    return given;
  }
  const entries = Object.entries(given).map(([key, inner]) => {
    return [mask.text(key), mask.isRelease(given, key) ? mask.release : copy(inner, readable, mask)] as const;
  });
  return Object.fromEntries(entries);
}
