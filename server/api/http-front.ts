import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { StartupError } from "../kernel/startup-error.js";

export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** Longer than the usual proxy keeps a connection, so that the proxy is the one to close it. */
const keepAliveMs = 72_000;

/**
 * The listening socket. It is taken before anything is changed, so that a port in use leaves the
 * database alone; until the program is ready it answers 503.
 */
export class HttpFront {
  readonly server: Server;
  #handler: HttpHandler = answerStarting;

  private constructor() {
    this.server = createServer({ keepAliveTimeout: keepAliveMs }, (request, response) =>
      this.#handler(request, response),
    );
  }

  /** Port 0 takes a free one. Throws a `StartupError` where the address cannot be had. */
  static async listen(host: string, port: number): Promise<HttpFront> {
    const front = new HttpFront();
    await new Promise<void>((resolve, reject) => {
      front.server.once("error", (error: NodeJS.ErrnoException) =>
        reject(new StartupError(whyNot(error, host, port))),
      );
      front.server.listen(port, host, resolve);
    });
    return front;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  serve(handler: HttpHandler): void {
    this.#handler = handler;
  }

  /** Takes no new connection, lets running requests finish for `graceMs`, then cuts them off. */
  async close(graceMs: number): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    const sweep = setInterval(() => this.server.closeIdleConnections(), 50);
    const cut = setTimeout(() => this.server.closeAllConnections(), graceMs);
    await closed;
    clearInterval(sweep);
    clearTimeout(cut);
  }
}

function answerStarting(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, {
    "content-type": "application/json; charset=utf-8",
    "retry-after": "1",
    connection: "close",
  });
  response.end(JSON.stringify({ status: "starting" }));
}

function whyNot(error: NodeJS.ErrnoException, host: string, port: number): string {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is in use. Stop the program that has it, or choose another: PORT=${port < 65_000 ? port + 1 : 4000} npm start`,
    EACCES: `Port ${port} may not be taken by this user. Choose one above 1023: PORT=4000 npm start`,
    EADDRNOTAVAIL: `${host} is not an address of this machine. Set HOST to one that is, or to 0.0.0.0 for all.`,
    ENOTFOUND: `HOST=${host} is not known. Set HOST to an address of this machine, or to 0.0.0.0 for all.`,
    EAI_AGAIN: `HOST=${host} is not known. Set HOST to an address of this machine, or to 0.0.0.0 for all.`,
  };
  return reasons[error.code ?? ""] ?? `Cannot listen on ${host}:${port}: ${error.message}`;
}
