import { asList, asObject, JsonObject } from '../template';

const METADATA = 'aws:cdk:acknowledged-rules';

/** The name of the plugin, and of the library in ids of warnings. */
export const PLUGIN_NAME = 'cdk-bottlerocket';

/** Which findings users have acknowledged, as the metadata of an assembly says. */
export class Acknowledgements {
  /** The reasons for the codes that are acknowledged, by the path of a construct. */
  private readonly reasons = new Map<string, Map<string, string>>();

  /** @param metadata entries by construct path, as in the manifest of an assembly */
  public constructor(metadata: JsonObject) {
    for (const [path, entries] of Object.entries(metadata)) {
      for (const entry of asList(entries)) {
        const { type, data } = asObject(entry) ?? {};
        if (type === METADATA) {
          Object.entries(asObject(data) ?? {}).forEach((one) => this.add(path.replace(/^\//, ''), one));
        }
      }
    }
  }

  /** Why a code is acknowledged, on a construct or one above it; undefined when it is not. */
  public reasonFor(code: string, constructPath: string): string | undefined {
    for (let path = constructPath; ; path = path.slice(0, path.lastIndexOf('/'))) {
      const reason = this.reasons.get(path)?.get(code);
      if (reason !== undefined || !path.includes('/')) {
        return reason;
      }
    }
  }

  /** As a finding of the plugin, or as a warning of a construct; which the CDK spells in several ways. */
  private add(path: string, [id, reason]: [string, unknown]): void {
    const code = /^(?:annotation::cdk-bottlerocket:|cdk-bottlerocket::?)(\w+)$/i.exec(id)?.[1];
    if (code !== undefined) {
      const known = this.reasons.get(path) ?? new Map<string, string>();
      // What CloudFormation fills in is no reason that anyone could read.
      this.reasons.set(path, known.set(code, typeof reason === 'string' ? reason : ''));
    }
  }
}
