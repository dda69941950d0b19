import { GetParametersCommand, paginateGetParametersByPath, SSMClient } from '@aws-sdk/client-ssm';
import { loadConfig } from '@smithy/core/config';
import { NODE_MAX_ATTEMPT_CONFIG_OPTIONS } from '@smithy/core/retry';
import { ProxyAgent } from 'proxy-agent';
import { AwsFailure, awsFailure } from './aws-failure';
import type { ParameterStore } from './parameter-store';

/** How the parameters are read. */
export interface SsmOptions {
  /** Stops all calls. */
  readonly signal?: AbortSignal;
  /** How long a call may take, in milliseconds. Others than the usual ones are for tests. */
  readonly timeouts?: SsmTimeouts;
}

export interface SsmTimeouts {
  /** To the first byte of a connection. */
  readonly connection: number;
  /** Without a byte, once there is one. */
  readonly request: number;
  /** For a call with all its attempts. */
  readonly total: number;
}

const TIMEOUTS: SsmTimeouts = { connection: 10_000, request: 20_000, total: 180_000 };

/** For public parameters, throttling is common and waiting is cheap. AWS_MAX_ATTEMPTS and max_attempts win. */
const MAX_ATTEMPTS = 8;

/** Any of these makes calls go through a proxy. */
const PROXY_VARIABLES = ['https_proxy', 'http_proxy', 'all_proxy'];

/**
 * The parameter store of AWS. The SDK is loaded with this file and nowhere else: credentials, region, endpoint, attempts
 * and FIPS follow its own rules; a proxy is what its documentation leaves to an agent.
 *
 * @see https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/node-configuring-proxies.html
 */
export function openSsm({ signal, timeouts = TIMEOUTS }: SsmOptions = {}): ParameterStore {
  // The SDK warns of versions of it that are published later; this one is part of the bundle.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const agent = proxyAgent();
  const first = new SSMClient({
    maxAttempts: loadConfig({ ...NODE_MAX_ATTEMPT_CONFIG_OPTIONS, default: MAX_ATTEMPTS }),
    requestHandler: {
      connectionTimeout: timeouts.connection,
      requestTimeout: timeouts.request,
      socketTimeout: timeouts.request,
      throwOnRequestTimeout: true,
      ...(agent === undefined ? {} : { httpAgent: agent, httpsAgent: agent }),
    },
  });
  const { credentials, maxAttempts, requestHandler } = first.config;
  const clients = new Map<string, SSMClient>();
  const clientOf = (region: string): SSMClient => {
    const client = clients.get(region) ?? new SSMClient({ region, credentials, maxAttempts, requestHandler });
    clients.set(region, client);
    return client;
  };
  const call = async <T>(region: string, action: (abortSignal: AbortSignal) => Promise<T>): Promise<T> => {
    const deadline = AbortSignal.timeout(timeouts.total);
    try {
      return await action(signal === undefined ? deadline : AbortSignal.any([signal, deadline]));
    } catch (error) {
      if (signal?.aborted === true) {
        throw new AwsFailure('The calls were interrupted.', 'Run the command again.', 'interrupted');
      }
      throw awsFailure(deadline.aborted ? { name: 'TimeoutError' } : error, region);
    }
  };
  return {
    homeRegion: async () => {
      try {
        return await first.config.region();
      } catch {
        return undefined;
      }
    },
    read: (region, names) =>
      call(region, async (abortSignal) => {
        const command = new GetParametersCommand({ Names: [...names] });
        const { Parameters = [], InvalidParameters = [] } = await clientOf(region).send(command, { abortSignal });
        const values = new Map(Parameters.map(({ Name = '', Value = '' }) => [Name, Value]));
        const lost = names.filter((name) => !values.has(name) && !InvalidParameters.includes(name));
        if (lost.length > 0) {
          throw new AwsFailure(`The answer of AWS says nothing of ${lost.join(', ')}.`, 'Run the command again later.');
        }
        return values;
      }),
    list: (region, path) =>
      call(region, async (abortSignal) => {
        const values: string[] = [];
        const pages = paginateGetParametersByPath(
          { client: clientOf(region), pageSize: 10 },
          { Path: path },
          { abortSignal },
        );
        for await (const { Parameters = [] } of pages) {
          values.push(...Parameters.map(({ Value = '' }) => Value));
        }
        return values;
      }),
    close: () => requestHandler.destroy?.(),
  };
}

/** An agent that follows the variables for proxies call by call, NO_PROXY among them; undefined where none is set. */
function proxyAgent(): ProxyAgent | undefined {
  const isSet = PROXY_VARIABLES.some((name) =>
    [name, name.toUpperCase()].some((own) => (process.env[own] ?? '') !== ''),
  );
  if (!isSet) {
    return undefined;
  }
  // Without keepAlive: over a connection that is used again, plain requests lose the address that proxies need.
  return new ProxyAgent();
}
