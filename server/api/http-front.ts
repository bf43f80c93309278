import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { StartupError } from "../kernel/startup-error.js";
import { acceptLanguage } from "./accept-language.js";
import { corsHeaders, preflightHeaders } from "./cors.js";
import { ApiError, formatApiError } from "./errors/api-error.js";
import { requestId } from "./request-id.js";
import { headersForAll, headersForApi } from "./security-headers.js";

export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** Longer than the usual proxy keeps a connection, so that the proxy is the one to close it. */
const keepAliveMs = 72_000;

/** Why the program answers nothing now; it soon will. */
export type Pause = "STARTING" | "RESTORING";

/** What answers requests, and how many of them are being answered. */
interface Serving {
  readonly handler: HttpHandler;
  running: number;
  onIdle: () => void;
}

/**
 * The listening socket. It is taken before anything is changed, so that a port in use leaves the
 * database alone; while the program is not ready, it answers 503.
 */
export class HttpFront {
  readonly server: Server;
  #serving: Serving | null = null;
  #pause: Pause = "STARTING";

  private constructor(private readonly corsOrigins: readonly string[]) {
    this.server = createServer({ keepAliveTimeout: keepAliveMs }, (request, response) =>
      this.#answer(request, response),
    );
  }

  /**
   * Port 0 takes a free one; frontends of `corsOrigins` may read why nothing is answered. Throws a
   * `StartupError` where the address cannot be had.
   */
  static async listen(
    host: string,
    port: number,
    corsOrigins: readonly string[] = [],
  ): Promise<HttpFront> {
    const front = new HttpFront(corsOrigins);
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
    this.#serving = { handler, running: 0, onIdle: () => undefined };
  }

  /**
   * Answers 503 from now on, until `serve` is called again. Lets running requests finish for
   * `graceMs`, then cuts them off.
   */
  async pause(reason: Pause, graceMs: number): Promise<void> {
    const serving = this.#serving;
    this.#serving = null;
    this.#pause = reason;
    if (!serving || serving.running === 0) return;
    const idle = new Promise<void>((resolve) => (serving.onIdle = resolve));
    const cut = setTimeout(() => this.server.closeAllConnections(), graceMs);
    await idle;
    clearTimeout(cut);
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

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const serving = this.#serving;
    if (!serving) {
      answerPause(this.#pause, this.corsOrigins, request, response);
      return;
    }
    serving.running += 1;
    response.once("close", () => {
      serving.running -= 1;
      if (serving.running === 0) serving.onIdle();
    });
    serving.handler(request, response);
  }
}

/** For /health its own shape, for all else that of GraphQL's errors. */
function answerPause(
  reason: Pause,
  corsOrigins: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { headers, url } = request;
  // A browser sends another frontend's request only when this was answered.
  const preflight = preflightHeaders(corsOrigins, request);
  if (preflight !== null) {
    response.writeHead(204, { ...headersForAll, ...preflight }).end();
    return;
  }
  const id = requestId(headers["x-request-id"]);
  const error = formatApiError(
    new ApiError(reason),
    acceptLanguage(headers["accept-language"]),
    id,
  );
  const isHealth = url?.split("?")[0] === "/health";
  response.writeHead(503, {
    ...headersForAll,
    ...headersForApi,
    "content-type": "application/json; charset=utf-8",
    "retry-after": "1",
    "x-request-id": id,
    ...corsHeaders(corsOrigins, request),
  });
  response.end(JSON.stringify(isHealth ? { status: reason.toLowerCase() } : { errors: [error] }));
  // A body that nobody reads would hold up the connection's next request.
  request.resume();
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
