/** What secret is in a text, in words; undefined when there is none. Text in base64 is looked into. */
export function secretInText(text: string): string | undefined {
  const service = /\{\{resolve:(secretsmanager|ssm-secure):/.exec(text)?.[1];
  if (service !== undefined) {
    return `a dynamic reference ({{resolve:${service}:...}})`;
  }
  return hasPrivateKey(text) || hasPrivateKey(decoded(text)) ? 'a private key' : undefined;
}

function hasPrivateKey(text: string): boolean {
  return /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----/.test(text);
}

function decoded(text: string): string {
  return text.length >= 40 && !/[^A-Za-z0-9+/=\s]/.test(text) ? Buffer.from(text, 'base64').toString('latin1') : '';
}
