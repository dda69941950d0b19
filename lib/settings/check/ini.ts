/** Whether a text in the form of an INI file, such as the configuration of the AWS SDK, has a section of a name. */
export function iniSection(text: string, name: string): boolean {
  return text.split(/\r?\n/).some((line) => /^\s*\[\s*([^\]]*?)\s*\]/.exec(line)?.[1]?.replace(/\s+/g, ' ') === name);
}
