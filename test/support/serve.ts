import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { Readable } from 'node:stream';

/** Answers the requests of a browser on this machine by a function from Request to Response. */
export class LocalServer {
  readonly origin: string;
  readonly #server: Server;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.origin = `http://localhost:${port}`;
  }

  /** Starts on a free port. `answer` can be set later, where it needs the origin. */
  static async begin(): Promise<LocalServer> {
    const server = createServer().listen(0, 'localhost');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('no port');
    return new LocalServer(server, address.port);
  }

  answerBy(answer: (request: Request) => Response | Promise<Response>): void {
    this.#server.on('request', async (incoming, outgoing) => {
      const headers = new Headers(Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]));
      const method = incoming.method ?? 'GET';
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      const body = ['GET', 'HEAD'].includes(method) ? null : Buffer.concat(chunks);
      const response = await answer(new Request(`${this.origin}${incoming.url}`, { method, headers, body, redirect: 'manual' }));
      outgoing.statusCode = response.status;
      outgoing.setHeaders(response.headers);
      // The body can be a stream of graphql-yoga's own, which `Readable.fromWeb` refuses.
      if (response.body) Readable.from(response.body as never).pipe(outgoing);
      else outgoing.end();
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
