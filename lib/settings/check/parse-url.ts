/** The URL that a text is; undefined when it is none. */
export function parseUrl(text: string): URL | undefined {
  return isUrl(text) ? new URL(text) : undefined;
}

/** Whether a text is a URL. */
export function isUrl(text: string): boolean {
  if (/^[\0-\x7F]*$/.test(text)) {
    return URL.canParse(text);
  }
  // Once it is called often, canParse of Node.js 20 refuses letters such as ü.
  try {
    return new URL(text).href !== '';
  } catch {
    return false;
  }
}
