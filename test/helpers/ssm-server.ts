import { createHash } from 'node:crypto';
import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import { AddressInfo, Socket } from 'node:net';

/** A call of the API, as the server understood it. */
export interface SsmCall {
  readonly action: string;
  readonly region: string;
  readonly accessKey: string;
  readonly names: readonly string[];
  /** How many times the same call has come before. */
  readonly repeats: number;
}

/** What the server does in place of a right answer. */
export type Fault =
  /** An error of the service. */
  | { readonly status: number; readonly type: string; readonly message?: string }
  /** The right answer, late; in milliseconds. */
  | { readonly delay: number }
  /** Part of an answer, of which the connection, or only the JSON, ends too soon. */
  | 'cut-connection'
  | 'cut-json'
  /** No answer at all, or none after the headers. */
  | 'reset'
  | 'silence'
  | 'silence-after-headers'
  /** An answer of something that is not AWS, or half of one. */
  | 'web-page'
  | 'forgetful'
  /** The parameters are said not to exist. */
  | 'missing';

export const THROTTLED: Fault = { status: 400, type: 'ThrottlingException', message: 'Rate exceeded' };
export const DENIED: Fault = {
  status: 400,
  type: 'AccessDeniedException',
  message: 'User: arn:aws:iam::123456789012:user/x is not authorized to perform: ssm:GetParameters',
};

/** Speaks the protocol of AWS Systems Manager (JSON 1.1), for all regions at once, on the loopback interface. */
export class SsmServer {
  public static async start(): Promise<SsmServer> {
    const server = new SsmServer();
    await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve));
    return server;
  }

  /** The values of parameters; undefined where there is none. */
  public parameter: (region: string, name: string) => string | undefined = () => undefined;
  /** The values below paths. */
  public below: (region: string, path: string) => readonly string[] = () => [];
  /** What goes wrong. */
  public fault: (call: SsmCall) => Fault | undefined = () => undefined;
  public readonly calls: SsmCall[] = [];
  /** How many calls were under way at once, at most. */
  public mostAtOnce = 0;

  private atOnce = 0;
  private readonly sockets = new Set<Socket>();
  private readonly http: Server;

  private constructor() {
    this.http = createServer((request, response) => void this.receive(request, response));
    this.http.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  public get endpoint(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  /** Forgets what was set and what was called. */
  public reset(): void {
    this.parameter = () => undefined;
    this.below = () => [];
    this.fault = () => undefined;
    this.calls.length = 0;
    this.mostAtOnce = 0;
  }

  public async stop(): Promise<void> {
    this.sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => this.http.close(resolve));
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) {
        chunks.push(chunk as Buffer);
      }
    } catch {
      return;
    }
    this.atOnce++;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    response.on('close', () => this.atOnce--);
    const call = this.understand(request, Buffer.concat(chunks).toString());
    const fault = this.fault(call);
    this.calls.push(call);
    const body = JSON.stringify(this.answer(call, fault));
    await this.respond(response, body, fault);
  }

  private understand(request: IncomingMessage, body: string): SsmCall {
    const [, accessKey = '', region = ''] = /Credential=([^/]+)\/\d+\/([^/]+)\/ssm\//.exec(
      request.headers.authorization ?? '',
    ) ?? ['', '', ''];
    const action = String(request.headers['x-amz-target']).replace('AmazonSSM.', '');
    const { Names = [], Path } = JSON.parse(body) as { Names?: string[]; Path?: string };
    const names = Path === undefined ? Names : [Path];
    const repeats = this.calls.filter((one) => one.region === region && one.names.join() === names.join()).length;
    return { action, region, accessKey, names, repeats };
  }

  private answer({ action, region, names }: SsmCall, fault: Fault | undefined): object {
    if (action === 'GetParametersByPath') {
      return {
        Parameters: this.below(region, names[0]!).map((value) => ({ Name: `${names[0]}/${value}`, Value: value })),
      };
    }
    if (names.length > 10) {
      return { __type: 'ValidationException', message: 'Member must have length less than or equal to 10' };
    }
    const found = names.map((name) => ({ Name: name, Value: this.parameter(region, name) }));
    const isThere = ({ Value }: { Value?: string }) => Value !== undefined && fault !== 'missing';
    const lost = fault === 'forgetful' ? 1 : 0;
    return {
      Parameters: found
        .filter(isThere)
        .slice(lost)
        .map((one) => ({ ...one, Type: 'String', Version: 1 })),
      InvalidParameters: found.filter((one) => !isThere(one)).map(({ Name }) => Name),
    };
  }

  private async respond(response: ServerResponse, body: string, fault: Fault | undefined): Promise<void> {
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'request-1' };
    switch (fault) {
      case 'silence':
        return;
      case 'reset':
        response.socket?.resetAndDestroy();
        return;
      case 'silence-after-headers':
        response.writeHead(200, { ...headers, 'content-length': body.length });
        response.write(body.slice(0, 10));
        return;
      case 'cut-connection':
        response.writeHead(200, { ...headers, 'content-length': body.length });
        response.write(body.slice(0, body.length / 2), () => response.socket?.destroy());
        return;
      case 'cut-json':
        response.writeHead(200, headers).end(body.slice(0, body.length / 2));
        return;
      case 'web-page':
        response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Sign in</body></html>');
        return;
      default:
        break;
    }
    if (typeof fault === 'object' && 'status' in fault) {
      const { status, type, message = '' } = fault;
      response.writeHead(status, headers).end(JSON.stringify({ __type: type, message }));
      return;
    }
    if (typeof fault === 'object') {
      await new Promise((resolve) => setTimeout(resolve, fault.delay));
    }
    const isRefused = body.startsWith('{"__type"');
    response.writeHead(isRefused ? 400 : 200, headers).end(body);
  }
}

/** Numbers from 0 to 1 that only look random: the same ones for the same seed. */
export function seededRandom(seed: string): () => number {
  let count = 0;
  return () => createHash('sha256').update(`${seed} ${count++}`).digest().readUInt32BE() / 2 ** 32;
}
