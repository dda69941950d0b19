import { Entry, ScalarType, Schema, Shape } from '../schema/model';
import { docComment, HEADER, quote } from './source';

/** The TypeScript of the settings: one file of structs for each group, one of enums, and the root. */
export function renderStructs(schema: Schema): Map<string, string> {
  const files = new Map<string, string>();
  const modules: string[] = [];
  for (const group of schema.groups) {
    const structs = new StructWriter(schema).group(group);
    if (structs !== undefined) {
      files.set(`${group.key}.generated.ts`, structs);
      modules.push(group.key);
    }
  }
  files.set('settings.generated.ts', renderRoot(schema));
  files.set('enums.generated.ts', renderEnums(schema));
  files.set(
    'index.ts',
    HEADER +
      ['enums', 'issue-code', ...modules, 'settings'].map((name) => `export * from './${name}.generated';\n`).join(''),
  );
  return files;
}

function renderRoot(schema: Schema): string {
  const writer = new StructWriter(schema);
  const body = writer.struct(
    'BottlerocketSettings',
    [
      'The settings of a Bottlerocket node.',
      'They are checked as the OS checks them, before anything is deployed, and written to the user data in TOML. ' +
        'Any value may be a CDK token; values that are only known at deployment are not checked.',
      '@see https://bottlerocket.dev/en/os/latest/api/settings/',
    ],
    schema.groups,
  );
  return (
    HEADER + writer.imports(new Map(schema.groups.map((group) => [structOf(group.shape) ?? '', group.key]))) + body
  );
}

/** The name of the struct that a shape leads to. */
function structOf(shape: Shape): string | undefined {
  switch (shape.kind) {
    case 'table':
    case 'tuple':
      return shape.struct;
    case 'map':
      return structOf(shape.value.shape);
    case 'list':
    case 'oneOrMany':
      return structOf(shape.item);
    case 'scalar':
      return undefined;
  }
}

class StructWriter {
  private readonly written = new Map<string, string>();
  private readonly enums = new Set<string>();
  private readonly structs = new Set<string>();

  public constructor(private readonly schema: Schema) {}

  /** The file of one group; undefined when the group has no struct of its own. */
  public group(group: Entry): string | undefined {
    this.shape(group.shape, group);
    if (this.written.size === 0) {
      return undefined;
    }
    return HEADER + this.imports(new Map()) + [...this.written.values()].reverse().join('\n');
  }

  public imports(structFiles: ReadonlyMap<string, string>): string {
    const lines = [...this.structs]
      .filter((struct) => structFiles.has(struct))
      .map((struct) => `import type { ${struct} } from './${structFiles.get(struct)}.generated';\n`);
    if (this.enums.size > 0) {
      lines.unshift(`import type { ${[...this.enums].sort().join(', ')} } from './enums.generated';\n`);
    }
    return lines.length === 0 ? '\n' : `\n${lines.sort().join('')}\n`;
  }

  public struct(name: string, doc: string[], entries: readonly Entry[], rest = ''): string {
    const properties = entries.map((entry) => {
      const optional = entry.required ? '' : '?';
      return `${docComment(this.propertyDoc(entry), '  ')}\n  readonly ${entry.property}${optional}: ${this.typeOf(entry.shape)};\n`;
    });
    return `${docComment(doc)}\nexport interface ${name} {\n${[...properties, ...(rest === '' ? [] : [rest])].join('\n')}}\n`;
  }

  /** Writes the structs below a shape, innermost first. */
  private shape(shape: Shape, entry: Entry): void {
    switch (shape.kind) {
      case 'scalar':
        return;
      case 'list':
      case 'oneOrMany':
        return this.shape(shape.item, entry);
      case 'map':
        return this.shape(shape.value.shape, entry);
      case 'tuple':
        return this.define(shape.struct, entry, shape.entries);
      case 'table': {
        let rest = '';
        if (shape.rest !== undefined) {
          const { property, doc, map } = shape.rest;
          this.shape(map.value.shape, map.value);
          const text = docComment(
            [
              doc,
              `TOML: \`${map.value.path}\`.`,
              this.keyDoc(map.keyType),
              '@default - nothing is written, the OS decides',
            ],
            '  ',
          );
          rest = `${text}\n  readonly ${property}?: ${this.typeOf(map)};\n`;
        }
        return this.define(shape.struct, entry, shape.entries, rest);
      }
    }
  }

  private define(struct: string, entry: Entry, entries: readonly Entry[], rest = ''): void {
    entries.forEach((child) => this.shape(child.shape, child));
    const page = entry.path.split('.')[1]!.replace('[]', '');
    const doc = [entry.doc, `@see https://bottlerocket.dev/en/os/latest/api/settings/${page}/`];
    const text = this.struct(struct, doc, entries, rest);
    const known = this.written.get(struct);
    if (known === undefined) {
      this.written.set(struct, text);
    } else if (signature(known) !== signature(text)) {
      throw new Error(`${entry.path}: struct ${struct} has another shape elsewhere`);
    }
  }

  private propertyDoc(entry: Entry): string[] {
    const facts = [`TOML: \`${entry.path}\`.`];
    if (entry.since !== undefined) {
      facts.push(`Since Bottlerocket ${entry.since}.`);
    }
    if (entry.kubernetes !== undefined) {
      facts.push(`Since Kubernetes ${entry.kubernetes}.`);
    }
    const allowed = this.allowedDoc(entry.shape);
    return [
      entry.doc,
      facts.join(' '),
      ...(allowed === undefined ? [] : [allowed]),
      ...(entry.required ? [] : [`@default ${defaultDoc(entry)}`]),
      ...(entry.deprecated === undefined ? [] : [`@deprecated ${entry.deprecated}`]),
    ];
  }

  private allowedDoc(shape: Shape): string | undefined {
    switch (shape.kind) {
      case 'scalar': {
        const type = this.type(shape.type);
        return type.base === 'enum' || type.base === 'boolean' ? undefined : `Allowed: ${type.allows}.`;
      }
      case 'list':
      case 'oneOrMany': {
        const each = this.allowedDoc(shape.item);
        const least = shape.kind === 'list' && shape.minItems > 0 ? `At least ${shape.minItems} of them. ` : '';
        return each === undefined ? undefined : `${least}${each.replace('Allowed:', 'Allowed for each:')}`;
      }
      case 'map': {
        const values = this.allowedDoc(shape.value.shape)?.replace(/^Allowed( for each)?:/, 'Allowed values$1:');
        return [this.keyDoc(shape.keyType), ...(values === undefined ? [] : [values])].join(' ');
      }
      case 'table':
      case 'tuple':
        return undefined;
    }
  }

  private keyDoc(keyType: string): string {
    return `Allowed keys: ${this.type(keyType).allows}.`;
  }

  private typeOf(shape: Shape): string {
    switch (shape.kind) {
      case 'scalar':
        return this.scalarTypeOf(this.type(shape.type));
      case 'list':
      case 'oneOrMany':
        return `${this.typeOf(shape.item)}[]`;
      case 'map':
        return `{ [key: string]: ${this.typeOf(shape.value.shape)} }`;
      case 'table':
      case 'tuple':
        this.structs.add(shape.struct);
        return shape.struct;
    }
  }

  private scalarTypeOf(type: ScalarType): string {
    switch (type.base) {
      case 'enum':
        this.enums.add(type.enumName!);
        return type.enumName!;
      case 'integer':
      case 'float':
        return 'number';
      case 'list':
        return 'string[]';
      default:
        return type.base;
    }
  }

  private type(name: string): ScalarType {
    return this.schema.types.get(name)!;
  }
}

/** What must be equal for two structs of one name: all but the prose and the paths. */
function signature(struct: string): string {
  return struct.replace(/\/\*\*[\s\S]*?\*\//g, '');
}

export function defaultDoc(entry: Entry): string {
  if (entry.defaultDoc !== undefined) {
    return `- ${entry.defaultDoc}`;
  }
  switch (typeof entry.default) {
    case 'boolean':
    case 'number':
      return String(entry.default);
    case 'string':
      return entry.default === '' ? '- empty text' : `- ${entry.default}`;
    case 'object':
      return `- ${Array.isArray(entry.default) ? entry.default.join(', ') : Object.keys(entry.default!).join(', ')}`;
    default:
      return '- nothing is written, the OS decides';
  }
}

/** The enums of all closed sets that are the type of a setting. */
function renderEnums(schema: Schema): string {
  const users = new Map<string, string[]>();
  const visit = (shape: Shape, path: string): void => {
    switch (shape.kind) {
      case 'scalar':
        users.set(shape.type, [...(users.get(shape.type) ?? []), path]);
        return;
      case 'list':
      case 'oneOrMany':
        return visit(shape.item, path);
      case 'map':
        return visit(shape.value.shape, shape.value.path);
      case 'tuple':
        return shape.entries.forEach((entry) => visit(entry.shape, entry.path));
      case 'table':
        shape.entries.forEach((entry) => visit(entry.shape, entry.path));
        if (shape.rest !== undefined) {
          visit(shape.rest.map, path);
        }
    }
  };
  schema.groups.forEach((group) => visit(group.shape, group.path));

  const enums = [...schema.types.values()].filter((type) => type.base === 'enum' && users.has(type.name));
  return HEADER + '\n' + enums.map((type) => renderEnum(type, users.get(type.name)!)).join('\n');
}

function renderEnum(type: ScalarType, users: string[]): string {
  const members = type.values!.map(({ value, member, doc, since, kubernetes }) => {
    const facts = [
      ...(since === undefined ? [] : [`Since Bottlerocket ${since}.`]),
      ...(kubernetes === undefined ? [] : [`Since Kubernetes ${kubernetes}.`]),
    ];
    const text = docComment([doc, ...(facts.length === 0 ? [] : [facts.join(' ')])], '  ');
    return `${text}\n  ${member} = ${quote(value)},\n`;
  });
  const doc = `The values of ${users.map((path) => `\`${path}\``).join(' and ')}.`;
  return `${docComment([doc])}\nexport enum ${type.enumName} {\n${members.join('\n')}}\n`;
}
