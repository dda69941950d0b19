import { LineIndex, Position } from '../../private/line-index';
import { parentPath } from '../model/document';
import { joinParts, scanToml } from './toml-scanner';

/** Finds the place in a text that a path of a setting stands for. */
export type Locator = (path: string) => Position;

/** The places of all keys and values in a text that is right TOML. */
export function locateSettings(text: string, unquote: (raw: string) => string): Locator {
  const offsets = new Map<string, number>();
  const note = (path: string, offset: number): void => {
    if (!offsets.has(path)) {
      offsets.set(path, offset);
    }
  };
  scanToml(
    text,
    {
      header: (keys, _, offset) => {
        note(joinParts(keys.map(({ name }) => name)), offset);
      },
      value: (path, keys, { offset }) => {
        note(joinParts(path), keys[0]?.offset ?? offset);
        // What dotted keys open up has no header of its own.
        for (let length = path.length - 1; length > path.length - keys.length; length--) {
          note(joinParts(path.slice(0, length)), keys[0]!.offset);
        }
      },
    },
    unquote,
  );
  const lines = new LineIndex(text);
  return (path) => {
    for (let own: string | undefined = path; own !== undefined; own = parentPath(own)) {
      const offset = offsets.get(own);
      if (offset !== undefined) {
        return lines.positionOf(offset);
      }
    }
    return { line: 1, column: 1 };
  };
}
