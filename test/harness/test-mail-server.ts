import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";

/** What the server does with a mail once it has it whole. */
export type MailBehaviour =
  | "ACCEPT"
  /** Takes it, and breaks the connection before it says so. */
  | "DROP_AFTER_DATA"
  /** Says "later". */
  | "REFUSE_FOR_NOW"
  /** Says "never" of it. */
  | "REFUSE"
  /** Says "never" of whom it is for. */
  | "NO_SUCH_PERSON"
  /** Says "never" to whoever connects. */
  | "NO_SERVICE"
  /** Takes mails of whoever signs in, and of nobody else. */
  | "SIGN_IN_FIRST";

export interface TestMailServer {
  readonly url: string;
  /** What came, in order, also what was refused or dropped. */
  readonly mails: readonly ParsedMail[];
  behave(behaviour: MailBehaviour): void;
  /** The mail that comes next, or has come and was not taken yet. */
  next(): Promise<ParsedMail>;
  /** Whatever came since, without waiting. */
  take(): ParsedMail[];
  /** Refuses connections until `start`, which answers at the same address. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

const refusal = (code: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode: code });

/** A real SMTP server on a free loopback port. */
export async function startTestMailServer(): Promise<TestMailServer> {
  const mails: ParsedMail[] = [];
  let taken = 0;
  let behaviour: MailBehaviour = "ACCEPT";
  let wake: () => void = () => undefined;
  let port = 0;
  let server: SMTPServer | null = null;

  async function receive(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    reply: (error?: Error | null, message?: string) => void,
  ): Promise<void> {
    mails.push(await simpleParser(stream));
    wake();
    if (behaviour === "DROP_AFTER_DATA") {
      for (const connection of server?.connections ?? []) {
        const { id, _socket: socket } = connection as unknown as {
          id: string;
          _socket: { destroy(): void };
        };
        if (id === session.id) socket.destroy();
      }
      return;
    }
    if (behaviour === "REFUSE_FOR_NOW") return reply(refusal(451, "Try again later"));
    if (behaviour === "REFUSE") return reply(refusal(554, "We do not want this"));
    reply(null, "Taken");
  }

  async function start(): Promise<void> {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      onConnect: (_session, callback) =>
        callback(behaviour === "NO_SERVICE" ? refusal(554, "No service here") : null),
      onMailFrom: (_address, _session, callback) =>
        callback(behaviour === "SIGN_IN_FIRST" ? refusal(530, "Authentication required") : null),
      onRcptTo: (_address, _session, callback) =>
        callback(behaviour === "NO_SUCH_PERSON" ? refusal(550, "No such person here") : null),
      onData: (stream, session, callback) => void receive(stream, session, callback),
    });
    const starting = server;
    starting.on("error", () => undefined);
    await new Promise<void>((resolve) => starting.listen(port, "127.0.0.1", () => resolve()));
    ({ port } = starting.server.address() as AddressInfo);
  }
  await start();

  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    behave: (next) => (behaviour = next),
    async next() {
      while (mails.length <= taken) await new Promise<void>((resolve) => (wake = resolve));
      return mails[taken++]!;
    },
    take() {
      const news = mails.slice(taken);
      taken = mails.length;
      return news;
    },
    async stop() {
      const stopping = server;
      server = null;
      if (stopping) await new Promise<void>((resolve) => stopping.close(() => resolve()));
    },
    start,
  };
}
