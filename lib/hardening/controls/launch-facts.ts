import { DATA_DEVICE, OS_DEVICE } from '../../os/devices';
import type { NodeFacts } from './report-of';

/** What says how instances are launched, in the words of a launch template. Values may be known only at deployment. */
export interface LaunchOptions {
  readonly httpEndpoint?: unknown;
  readonly httpTokens?: unknown;
  readonly hopLimit?: unknown;
  /** Undefined when it is not known which there are. */
  readonly volumes?: readonly { readonly deviceName?: unknown; readonly encrypted?: unknown }[];
}

/** What the way in which instances are launched says of their security. What is only known at deployment is left out. */
export function launchFacts({ httpEndpoint, httpTokens, hopLimit, volumes }: LaunchOptions): NodeFacts {
  return {
    metadataSessionsRequired: sessionsRequired(httpEndpoint, httpTokens),
    metadataHopLimit: typeof hopLimit === 'number' ? hopLimit : undefined,
    volumesEncrypted: volumes && allEncrypted(volumes),
  };
}

/** Without the option, the image and the account decide. */
function sessionsRequired(httpEndpoint: unknown, httpTokens: unknown): boolean | undefined {
  if (httpEndpoint === 'disabled') {
    return true;
  }
  return typeof httpTokens === 'string' ? httpTokens === 'required' : undefined;
}

/** A volume of the image that is not mapped is encrypted where the account says so. */
function allEncrypted(volumes: NonNullable<LaunchOptions['volumes']>): boolean | undefined {
  const encrypted = new Map(volumes.map((volume) => [volume.deviceName, volume.encrypted]));
  const values = [...new Set<unknown>([OS_DEVICE, DATA_DEVICE, ...encrypted.keys()])].map((device) =>
    encrypted.get(device),
  );
  if (values.includes(false) || values.includes('false')) {
    return false;
  }
  return values.every((value) => value === true || value === 'true') ? true : undefined;
}
