import { createServer, request as send, Server } from 'node:http';
import { AddressInfo, connect, Socket } from 'node:net';

/** A proxy on the loopback interface that remembers what it was asked for. */
export class HttpProxy {
  public static async start(): Promise<HttpProxy> {
    const proxy = new HttpProxy();
    await new Promise<void>((resolve) => proxy.http.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** Hosts that plain requests were for. */
  public readonly requests: string[] = [];
  /** Hosts and ports that tunnels were for. */
  public readonly tunnels: string[] = [];
  /** Whether it wants a password that nobody gives. */
  public isLocked = false;

  private readonly sockets = new Set<Socket>();
  private readonly http: Server;

  private constructor() {
    this.http = createServer((request, response) => {
      const { host, hostname, port, pathname } = new URL(request.url!);
      this.requests.push(host);
      const { method, headers } = request;
      const onwards = send({ hostname, port, path: pathname, method, headers }, (answer) => {
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      });
      request.pipe(onwards);
    });
    this.http.on('connect', (request, socket: Socket) => {
      this.tunnels.push(request.url!);
      if (this.isLocked) {
        socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n');
        return;
      }
      const { hostname, port } = new URL(`http://${request.url}`);
      const onwards = connect(Number(port), hostname, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        socket.pipe(onwards).pipe(socket);
      });
      onwards.on('error', () => socket.destroy());
      socket.on('error', () => onwards.destroy());
    });
    this.http.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  public get url(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  public reset(): void {
    this.requests.length = 0;
    this.tunnels.length = 0;
    this.isLocked = false;
  }

  public async stop(): Promise<void> {
    this.sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => this.http.close(resolve));
  }
}
