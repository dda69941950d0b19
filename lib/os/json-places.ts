import { LineIndex, Position } from '../private/line-index';
import { joinPath } from '../settings/model/document';

/** Where things stand in a JSON text, and which keys stand there twice. */
export interface JsonPlaces {
  /** The place of a path, or of the nearest one above that the text has. */
  readonly positionOf: (path: string) => Position;
  /** Keys that their object has already: JSON.parse silently takes the last one. */
  readonly duplicates: readonly (Position & { readonly path: string })[];
}

interface Frame {
  readonly path: string;
  readonly isList: boolean;
  readonly keys: Set<string>;
  /** Where the next value belongs. */
  next: string;
  index: number;
  expectsKey: boolean;
}

const TOKEN = /\s*(?:([{}[\],:])|("(?:[^"\\]|\\.)*")|[^\s{}[\],:"]+)/y;

/** Finds the places in a text that JSON.parse has accepted. */
export function locateJson(text: string): JsonPlaces {
  const lines = new LineIndex(text);
  const offsets = new Map<string, number>();
  const duplicates: (Position & { path: string })[] = [];
  const frames: Frame[] = [];
  const token = new RegExp(TOKEN);
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [all, mark, quoted] = match;
    const offset = match.index + all.length - all.trimStart().length;
    const top = frames.at(-1);
    if (mark === '{' || mark === '[') {
      const path = top?.next ?? '';
      const isList = mark === '[';
      const next = isList ? `${path}[0]` : path;
      frames.push({ path, isList, keys: new Set(), next, index: 0, expectsKey: !isList });
    } else if (mark === '}' || mark === ']') {
      frames.pop();
    } else if (mark === ',' && top !== undefined) {
      top.index++;
      top.next = `${top.path}[${top.index}]`;
      top.expectsKey = !top.isList;
    } else if (quoted !== undefined && top?.expectsKey === true) {
      const key = JSON.parse(quoted) as string;
      const path = joinPath(top.path, key).replace(/^\./, '');
      if (top.keys.has(key)) {
        duplicates.push({ path, ...lines.positionOf(offset) });
      }
      top.keys.add(key);
      top.next = path;
      top.expectsKey = false;
      offsets.set(path, offset);
    }
  }
  return {
    positionOf: (path) => lines.positionOf(offsetOf(path, offsets)),
    duplicates,
  };
}

/** The last step of a path, with the indexes behind it. */
const LAST_STEP = /(?:^|\.)(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*")(?:\[\d+\])*$/;

function offsetOf(path: string, offsets: ReadonlyMap<string, number>): number {
  for (let own: string | undefined = path; own !== undefined; own = parentOf(own)) {
    const offset = offsets.get(own);
    if (offset !== undefined) {
      return offset;
    }
  }
  return 0;
}

function parentOf(path: string): string | undefined {
  const end = LAST_STEP.exec(path)?.index ?? 0;
  return end === 0 ? undefined : path.slice(0, end);
}
