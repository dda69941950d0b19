/** Stands in for the package of the same name in the bundle. */
export class PacProxyAgent {
  public constructor(proxy: string) {
    throw new Error(`${proxy} is a script that chooses a proxy, which is not supported; name the proxy itself`);
  }
}
