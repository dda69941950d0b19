/** How text is set off. On paper, nothing is. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  error(text: string): string;
  warning(text: string): string;
  fine(text: string): string;
}

export const PLAIN: Style = { bold: same, dim: same, error: same, warning: same, fine: same };

export const COLOURED: Style = {
  bold: escape(1, 22),
  dim: escape(2, 22),
  error: escape(31, 39),
  warning: escape(33, 39),
  fine: escape(32, 39),
};

/**
 * Whether colours are wanted.
 *
 * @see https://no-color.org
 */
export function styleFor(isTTY: boolean, variables: Readonly<Record<string, string | undefined>>): Style {
  const forced = (variables.FORCE_COLOR ?? '') !== '' && variables.FORCE_COLOR !== '0';
  const refused = (variables.NO_COLOR ?? '') !== '' || variables.TERM === 'dumb';
  return forced || (isTTY && !refused) ? COLOURED : PLAIN;
}

function same(text: string): string {
  return text;
}

function escape(on: number, off: number): (text: string) => string {
  return (text) => `\u001B[${on}m${text}\u001B[${off}m`;
}

/**
 * Text on one line, with escapes in place of what a terminal or an editor would act on: it may stand in files of others.
 */
export function printable(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex -- these are what is looked for
    /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}
