import type { Style } from './style';

/** Rows in columns, with a heading. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[], style: Style): string {
  const widths = heading.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column]!)].map(({ length }) => length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd();
  return [style.bold(line(heading)), ...rows.map(line)].map((text) => `${text}\n`).join('');
}
