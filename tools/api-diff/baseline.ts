import { Assembly } from 'jsii-reflect';

/** The API as jsii describes it, in the file .jsii. */
export type ApiDescription = Assembly['spec'];

/** What jsii-diff looks at in documentation. */
const DOCS = ['deprecated', 'stability', 'subclassable'];
/** Where things are written may change. */
const PLACES = ['locationInModule', 'symbolId'];

/** The part of an API that can break, with a line for each type, so that differences can be read. */
export function renderBaseline({ name, version, schema, jsiiVersion, submodules, types = {} }: ApiDescription): string {
  const head = JSON.stringify({ name, version, schema, jsiiVersion, submodules: withoutTexts(submodules ?? {}) });
  const lines = Object.keys(types)
    .sort()
    .map((type) => `${JSON.stringify(type)}:${JSON.stringify(withoutTexts(types[type]))}`);
  return `${head.slice(0, -1)},"types":{\n${lines.join(',\n')}\n}}\n`;
}

function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutTexts);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !PLACES.includes(key))
      .map(([key, inner]) => [key, key === 'docs' ? docs(inner as object) : withoutTexts(inner)]),
  );
}

function docs(all: object): object {
  return Object.fromEntries(Object.entries(all).filter(([key]) => DOCS.includes(key)));
}
