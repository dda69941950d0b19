import { Entry, Schema, Shape } from '../schema/model';
import { HEADER } from './source';

/** What documentation says of settings, for the command line and the JSON Schema. */
export function renderReference(schema: Schema): string {
  const settings = new Map<string, object>();
  schema.groups.forEach((group) => collect(group, undefined, settings));
  const types = [...schema.types.values()].map(({ name, example, enumName, values }) => {
    const words = values && Object.fromEntries(values.map(({ value, doc }) => [value, doc]));
    return [name, { example, enum: enumName, words }] as const;
  });
  const reference = { settings: Object.fromEntries(settings), types: Object.fromEntries(types) };
  return [
    `${HEADER}\nimport type { SettingsReference } from '../model/settings-reference';\n`,
    `export const REFERENCE: SettingsReference = ${JSON.stringify(reference)};\n`,
  ].join('\n');
}

function collect(entry: Entry, above: string | undefined, settings: Map<string, object>): void {
  const { doc, default: value, defaultDoc } = entry;
  settings.set(entry.path, {
    doc: doc === above ? undefined : doc,
    default: value,
    defaultDoc,
    ...keysOf(unlisted(entry.shape)),
  });
  collectBelow(unlisted(entry.shape), doc, settings);
}

function collectBelow(shape: Shape, above: string, settings: Map<string, object>): void {
  switch (shape.kind) {
    case 'table':
      if (shape.record !== undefined) {
        collect({ ...shape.entries[0]!, doc: shape.record.doc ?? above }, above, settings);
        return;
      }
      shape.entries.forEach((entry) => collect(entry, undefined, settings));
      if (shape.rest !== undefined) {
        collect({ ...shape.rest.map.value, doc: shape.rest.doc }, undefined, settings);
      }
      return;
    case 'map':
      collect(shape.value, above, settings);
      return;
    case 'tuple':
      shape.entries.forEach((entry) => collect(entry, undefined, settings));
      return;
    case 'list':
    case 'oneOrMany':
    case 'scalar':
  }
}

function unlisted(shape: Shape): Shape {
  return shape.kind === 'list' || shape.kind === 'oneOrMany' ? unlisted(shape.item) : shape;
}

/** What the keys of a table stand for. */
function keysOf(shape: Shape): { as?: string; keyType?: string } {
  switch (shape.kind) {
    case 'map':
      return { as: shape.as };
    case 'table':
      return { as: shape.record?.as ?? shape.rest?.map.as, keyType: shape.record?.keyType };
    default:
      return {};
  }
}
