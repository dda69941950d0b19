/** The URL that a text is; undefined when it is none. */
export function parseUrl(text: string): URL | undefined {
  // Without a scheme there is no URL. Asked first, since what is thrown takes twenty times as long.
  if (!text.includes(':')) {
    return undefined;
  }
  // URL.canParse would be quicker, but it is not of one mind with the parser: once it is compiled, that of Node.js 20
  // refuses letters such as ü, and that of 24 accepts long hosts in capital letters that the parser refuses.
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** Whether a text is a URL. */
export function isUrl(text: string): boolean {
  return parseUrl(text) !== undefined;
}
