/** Small pieces that every renderer of source text needs. */

export const HEADER = '// Generated from schema/ by `npm run generate`. Do not edit.\n';
export const MARKDOWN_HEADER = '<!-- Generated from schema/ by `npm run generate`. Do not edit. -->\n';

/** A JavaScript string literal in single quotes. */
export function quote(text: string): string {
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n')}'`;
}

/** Plain data as source text. What says nothing is left out: undefined, false and empty lists in objects. */
export function sourceOf(data: unknown): string {
  if (Array.isArray(data)) {
    return `[${data.map(sourceOf).join(', ')}]`;
  }
  if (typeof data !== 'object' || data === null) {
    return typeof data === 'string' ? quote(data) : String(data);
  }
  const given = Object.entries(data).filter(
    ([, value]) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  return `{ ${given.map(([key, value]) => `${/^[a-z]\w*$/i.test(key) ? key : quote(key)}: ${sourceOf(value)}`).join(', ')} }`;
}

/** A doc comment from paragraphs; long lines are wrapped. */
export function docComment(paragraphs: readonly string[], indent = ''): string {
  const width = 118 - indent.length;
  const lines = paragraphs.flatMap((paragraph, index) => [
    ...(index === 0 || (paragraph.startsWith('@') && paragraphs[index - 1]!.startsWith('@')) ? [] : ['']),
    ...wrap(paragraph.replace(/\*\//g, '*\\/'), width),
  ]);
  return [`${indent}/**`, ...lines.map((line) => `${indent} *${line === '' ? '' : ` ${line}`}`), `${indent} */`].join(
    '\n',
  );
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** A value as it stands in documentation. */
export function literal(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
