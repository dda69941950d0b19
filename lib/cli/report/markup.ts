import { printable } from '../style';

/** Text that is HTML already. */
export class Markup {
  public constructor(public readonly text: string) {}
}

/** What may stand in a template: text, which is escaped, and markup, which is not. */
export type Content = string | number | Markup | undefined | readonly Content[];

/** Makes markup of a template. Whatever is put into it is text, unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(
    parts.map((part, index) => (index === 0 ? part : `${textOf(contents[index - 1])}${part}`)).join(''),
  );
}

/** A path, which may be broken behind its slashes. */
export function breakable(text: string): Markup {
  return html`${text.split(/(?<=\/)/).map((part, index) => (index === 0 ? part : html`<wbr />${part}`))}`;
}

/** Text with names between backticks, as descriptions have them. */
export function prose(text: string): Markup {
  return html`${text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

function textOf(content: Content): string {
  if (content === undefined) {
    return '';
  }
  if (content instanceof Markup) {
    return content.text;
  }
  return typeof content === 'object' ? content.map(textOf).join('') : escape(String(content));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that would hide something from readers are shown as escapes. */
function escape(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
