import { asList, asObject, JsonObject } from '../template';

const METADATA = 'aws:cdk:acknowledged-rules';

/** The name of the plugin, and of the library in ids of warnings. */
export const PLUGIN_NAME = 'cdk-bottlerocket';

/** Which findings users have acknowledged, as the metadata of an assembly says. */
export class Acknowledgements {
  /** The codes that are acknowledged, by the path of a construct. */
  private readonly codes = new Map<string, Set<string>>();

  /** @param metadata entries by construct path, as in the manifest of an assembly */
  public constructor(metadata: JsonObject) {
    for (const [path, entries] of Object.entries(metadata)) {
      for (const entry of asList(entries)) {
        const { type, data } = asObject(entry) ?? {};
        if (type === METADATA) {
          Object.keys(asObject(data) ?? {}).forEach((id) => this.add(path.replace(/^\//, ''), id));
        }
      }
    }
  }

  /** Whether a code is acknowledged on a construct or one above it. */
  public has(code: string, constructPath: string): boolean {
    for (let path = constructPath; ; path = path.slice(0, path.lastIndexOf('/'))) {
      if (this.codes.get(path)?.has(code) === true) {
        return true;
      }
      if (!path.includes('/')) {
        return false;
      }
    }
  }

  /** As a finding of the plugin, or as a warning of a construct; which the CDK spells in several ways. */
  private add(path: string, id: string): void {
    const code = /^(?:annotation::cdk-bottlerocket:|cdk-bottlerocket::?)(\w+)$/i.exec(id)?.[1];
    if (code !== undefined) {
      this.codes.set(path, (this.codes.get(path) ?? new Set()).add(code));
    }
  }
}
