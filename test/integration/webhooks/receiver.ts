import {
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import type { AnyData } from "../../harness/test-api.js";

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: AnyData;
}

type Answer = (response: ServerResponse, received: Received) => void;

const accept: Answer = (response) => response.writeHead(204).end();

/** Another system, over real HTTP on this machine: it keeps what it is told and answers as it is told to. */
export class Receiver {
  readonly received: Received[] = [];
  answer: Answer = accept;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async listen(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on("request", async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString("utf8");
      const path = request.url ?? "";
      const it = { path, headers: request.headers, text, body: JSON.parse(text || "null") };
      receiver.received.push(it);
      receiver.answer(response, it);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return receiver;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  url(path = "/alur", host = "127.0.0.1"): string {
    return `http://${host}:${this.port}${path}`;
  }

  /** Forgets what came, and accepts whatever comes. */
  reset(): void {
    this.received.length = 0;
    this.answer = accept;
  }

  get events(): string[] {
    return this.received.map(({ body }) => body.event);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
