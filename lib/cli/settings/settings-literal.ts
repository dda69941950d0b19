import * as enums from '../../settings/generated/enums.generated';
import type { BottlerocketSettings } from '../../settings/generated/settings.generated';
import { settingsModel, ShapeModel, TableModel, TupleModel } from '../../settings/model/settings-model';
import { settingsReference } from '../../settings/model/settings-reference';
import { printable } from '../style';

/** Longer lines are broken where they can be. */
const LINE_WIDTH = 100;

/** TypeScript that declares settings, with what it imports. */
export function settingsModule(settings: BottlerocketSettings): string {
  const { text, imports } = settingsLiteral(settings);
  const names = ['BottlerocketSettings', ...imports].sort();
  const line = `import { ${names.join(', ')} } from 'cdk-bottlerocket';`;
  const statement =
    line.length <= LINE_WIDTH
      ? line
      : `import {\n${names.map((name) => `  ${name},\n`).join('')}} from 'cdk-bottlerocket';`;
  return `${statement}\n\nconst settings: BottlerocketSettings = ${text};\n`;
}

/** Settings as an object literal of TypeScript, and the enums in it. */
export function settingsLiteral(settings: BottlerocketSettings): { text: string; imports: string[] } {
  const writer = new LiteralWriter();
  const text = writer.shape(settings, settingsModel().root, '');
  return { text, imports: [...writer.imports] };
}

type Members = Readonly<Record<string, unknown>>;

class LiteralWriter {
  public readonly imports = new Set<string>();

  public shape(value: unknown, shape: ShapeModel, indent: string): string {
    switch (shape.kind) {
      case 'scalar':
        return this.scalar(value, shape.type, indent);
      case 'table':
        return this.table(value as Members, shape, indent);
      case 'tuple':
        return this.tuple(value as Members, shape, indent);
      case 'map':
        return object(value as Members, indent, (inner) => [inner, shape.value.shape], this);
      case 'list':
      case 'oneOrMany':
        return list(
          (value as unknown[]).map((item) => this.shape(item, shape.item, `${indent}  `)),
          indent,
        );
    }
  }

  private table(table: Members, model: TableModel, indent: string): string {
    const shapes = new Map(model.entries.map(({ property, shape }) => [property, shape]));
    if (model.rest !== undefined) {
      shapes.set(model.rest.property, model.rest.map);
    }
    return object(table, indent, (value, key) => [value, shapes.get(key)!], this);
  }

  private tuple(struct: Members, { entries }: TupleModel, indent: string): string {
    return this.table(struct, { kind: 'table', entries }, indent);
  }

  private scalar(value: unknown, type: string, indent: string): string {
    if (Array.isArray(value)) {
      return list(
        value.map((item) => quote(item as string)),
        indent,
      );
    }
    const name = settingsReference().types[type]!.enum;
    const members: Readonly<Record<string, string>> = name === undefined ? {} : enums[name as keyof typeof enums];
    const member = Object.keys(members).find((key) => members[key] === value);
    if (name !== undefined && member !== undefined) {
      this.imports.add(name);
      return `${name}.${member}`;
    }
    return typeof value === 'string' ? quote(value) : String(value);
  }
}

function object(
  members: Members,
  indent: string,
  shapeOf: (value: unknown, key: string) => readonly [unknown, ShapeModel],
  writer: LiteralWriter,
): string {
  const inner = `${indent}  `;
  const lines = Object.keys(members).map((key) => {
    const [value, shape] = shapeOf(members[key], key);
    return `${inner}${property(key)}: ${writer.shape(value, shape, inner)},\n`;
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join('')}${indent}}`;
}

function list(items: readonly string[], indent: string): string {
  const line = `[${items.join(', ')}]`;
  if (!line.includes('\n') && indent.length + line.length <= LINE_WIDTH) {
    return line;
  }
  return `[\n${items.map((item) => `${indent}  ${item},\n`).join('')}${indent}]`;
}

/** The name of a property; `__proto__` in a literal would be no property, unless its name is computed. */
function property(key: string): string {
  if (key === '__proto__') {
    return `['${key}']`;
  }
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(key) ? key : quote(key);
}

function quote(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'");
  return `'${printable(escaped)}'`;
}
