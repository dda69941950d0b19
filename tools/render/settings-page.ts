import { Carrier, Entry, Schema, Shape } from '../schema/model';
import { literal, MARKDOWN_HEADER } from './source';

/** docs/settings.md: every setting on one page. */
export function renderSettingsPage(schema: Schema): string {
  const groups = schema.groups.map((group) => section(schema, group));
  const links = schema.groups.map(({ key }) => `[${key}](#${key})`).join(' · ');
  return `${MARKDOWN_HEADER}
# Settings

Every setting of Bottlerocket up to ${schema.newestRelease}. In TypeScript the names are in camel case
(\`settings.kubernetes.max-pods\` is \`kubernetes.maxPods\`), in TOML in kebab case. \`<name>\` stands for a key of your
choice, \`[]\` for each item of a list.

"Since" names the OS release that brought the setting; where it is empty, every release since 1.14 has it.

${links}

${groups.join('\n')}`;
}

function section(schema: Schema, group: Entry): string {
  const rows: string[] = [];
  collect(schema, group, rows);
  return [
    `## ${group.key}\n`,
    `${group.doc} Carried by ${carriers(group.carriedBy)}.\n`,
    '| Setting | Meaning | Allowed | Default | Since |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function collect(schema: Schema, entry: Entry, rows: string[]): void {
  const scalar = scalarType(entry.shape);
  if (scalar !== undefined) {
    rows.push(row(schema, entry, scalar));
  }
  for (const child of children(entry.shape)) {
    collect(schema, child, rows);
  }
}

/** The entries right below a shape. A record shows one row for all its keys. */
function children(shape: Shape): Entry[] {
  switch (shape.kind) {
    case 'table':
      return shape.record === undefined
        ? [...shape.entries, ...(shape.rest === undefined ? [] : [shape.rest.map.value])]
        : shape.entries.slice(0, 1);
    case 'map':
      return [shape.value];
    case 'list':
    case 'oneOrMany':
      return children(shape.item);
    case 'tuple':
      return shape.entries;
    case 'scalar':
      return [];
  }
}

function scalarType(shape: Shape): string | undefined {
  switch (shape.kind) {
    case 'scalar':
      return shape.type;
    case 'list':
    case 'oneOrMany':
      return scalarType(shape.item);
    default:
      return undefined;
  }
}

function row(schema: Schema, entry: Entry, type: string): string {
  const since = [
    entry.since ?? '',
    ...(entry.kubernetes === undefined ? [] : [`Kubernetes ${entry.kubernetes}`]),
  ].filter((text) => text !== '');
  const meaning = entry.deprecated === undefined ? entry.doc : `${entry.doc} **Deprecated:** ${entry.deprecated}.`;
  const cells = [
    `\`${entry.path}\``,
    entry.required ? `${meaning} Required.` : meaning,
    schema.types.get(type)!.allows,
    entry.defaultDoc ?? (entry.default === undefined ? '' : `\`${literal(entry.default)}\``),
    since.join(', '),
  ];
  return `| ${cells.map((cell) => cell.replace(/\|/g, '\\|').replace(/<(?![^`]*`)/g, '&lt;')).join(' | ')} |`;
}

function carriers(carriedBy: readonly Carrier[]): string {
  return carriedBy
    .map(({ family, since, until, kubernetes, generation }) => {
      const conditions = [
        ...(generation === undefined ? [] : [`from ${family}-${generation}`]),
        ...(kubernetes === undefined ? [] : [`from Kubernetes ${kubernetes}`]),
        ...(since === undefined ? [] : [`since ${since}`]),
        ...(until === undefined ? [] : [`until ${until}`]),
      ];
      return conditions.length === 0 ? family : `${family} (${conditions.join(', ')})`;
    })
    .join(', ');
}
