import { connect, type Socket } from "node:net";

export interface HttpRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  /** Ready to send, each line with its end. */
  readonly headers?: string;
  readonly body?: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: Buffer;
}

const endOfHead = Buffer.from("\r\n\r\n");
const nothing = Buffer.alloc(0);

/**
 * One keep-alive connection that asks one thing at a time. It is written on the bare socket so that
 * the load takes as little as it can of the processors that it shares with what it measures.
 */
export class KeepAliveClient {
  #received: Buffer = nothing;
  #waiting: { resolve: (answer: HttpAnswer) => void; reject: (error: Error) => void } | null = null;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on("data", (chunk: Buffer) => this.#receive(chunk));
    socket.on("error", (error) => this.#fail(error));
    socket.on("close", () => this.#fail(new Error("The server closed the connection")));
  }

  static open(port: number): Promise<KeepAliveClient> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: "127.0.0.1", port });
      socket.once("error", reject);
      socket.once("connect", () => resolve(new KeepAliveClient(socket)));
    });
  }

  ask({ method, path, headers = "", body = "" }: HttpRequest): Promise<HttpAnswer> {
    const length = method === "GET" ? "" : `content-length: ${Buffer.byteLength(body)}\r\n`;
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.socket.write(
        `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${headers}${length}\r\n${body}`,
      );
    });
  }

  close(): void {
    this.socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const bodyAt = this.#received.indexOf(endOfHead) + endOfHead.length;
    if (bodyAt < endOfHead.length) return;
    const head = this.#received.toString("latin1", 0, bodyAt);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) {
      this.#fail(new Error(`An answer without a length: ${head}`));
      return;
    }
    const end = bodyAt + Number(length);
    if (this.#received.length < end) return;
    const body = this.#received.subarray(bodyAt, end);
    this.#received = this.#received.subarray(end);
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.resolve({ status: Number(head.slice(9, 12)), body });
  }

  #fail(error: Error): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.reject(error);
  }
}
