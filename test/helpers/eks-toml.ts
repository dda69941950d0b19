import { parse } from 'smol-toml';

/**
 * What Amazon EKS does not read in user data of managed node groups, looked for in the text itself: this shares
 * nothing with the writer.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html
 */
export function eksObjections(toml: string): string[] {
  return [...toml.split('\n').flatMap(objectionsToLine), ...mixedArrays(parse(toml, { integersAsBigInt: 'asNeeded' }))];
}

function objectionsToLine(line: string): string[] {
  const objections: string[] = [];
  if (/^\[/.test(line) && !/^(\[[A-Za-z0-9_.-]+\]|\[\[[A-Za-z0-9_.-]+\]\])$/.test(line)) {
    objections.push(`header with a quoted key: ${line}`);
  }
  for (const text of strings(line)) {
    if (text.startsWith('"') && /(?<!\\)(?:\\\\)*\\"/.test(text)) {
      objections.push(`escaped quote: ${line}`);
    }
    if (text.endsWith('key') && /["']/.test(text.slice(1, -4))) {
      objections.push(`quote in a quoted key: ${line}`);
    }
  }
  return objections;
}

/** The quoted texts of a line as they stand there; "key" follows those that are keys. */
function strings(line: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < line.length; at++) {
    const quote = line[at];
    if (quote !== '"' && quote !== "'") {
      continue;
    }
    let end = at + 1;
    while (line[end] !== quote) {
      end += quote === '"' && line[end] === '\\' ? 2 : 1;
    }
    const isKey = /^ =/.test(line.slice(end + 1));
    found.push(line.slice(at, end + 1) + (isKey ? 'key' : ''));
    at = end;
  }
  return found;
}

function mixedArrays(value: unknown): string[] {
  if (Array.isArray(value)) {
    const kinds = new Set(value.map((item) => (Array.isArray(item) ? 'array' : typeof item)));
    return [...(kinds.size > 1 ? [`mixed array: ${[...kinds].join(', ')}`] : []), ...value.flatMap(mixedArrays)];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(mixedArrays) : [];
}
