import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Composition, composeFeatures } from "../../server/api/compose-features.js";
import { HttpFront } from "../../server/api/http-front.js";
import { seedDemo } from "../../server/api/seed-demo.js";
import { startApi } from "../../server/api/start-api.js";
import type { FileFoundations, Files } from "../../server/features/files/compose-files.js";
import type { WebhookSettings } from "../../server/features/webhooks/webhook-settings.js";
import type { DatabaseLocation } from "../../server/kernel/config.js";
import { createLogger, type LogLevel } from "../../server/kernel/logger.js";
import { systemContext } from "../../server/kernel/system-context.js";
import type { Database } from "../../server/persistence/database.js";
import { DiskFileStore } from "../../server/persistence/files/disk-file-store.js";
import { openDatabase } from "../../server/persistence/open-database.js";
import type { CaseRunner } from "../../server/runtime/case-runner.js";
import type { LedgerKeeper } from "../../server/runtime/throughput/ledger-keeper.js";
import { answerWaitingCalls } from "../../server/runtime/answer-waiting-calls.js";
import { anotherLocation, openTestDatabase, testDialect } from "./test-database.js";

/** The server's clock: the real one until a test sets it. Milliseconds since the epoch. */
export interface TestClock {
  now(): number;
  /** Stops the clock at this moment. */
  set(moment: number): void;
  /** Stops the clock this much later than it stands. */
  advance(duration: number): void;
  /** From now on it goes on by this much each time that somebody looks at it. */
  tick(step: number): void;
  /** Back to the real time. */
  release(): void;
}

/** Who a request is sent by; `null` where a client is asked for is nobody. */
export interface TestClient {
  readonly headers: Readonly<Record<string, string>>;
}

export interface GraphQLReply<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly data?: T | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

// What a document answers, only its test knows.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyData = any;

export interface TestApi {
  readonly url: string;
  readonly database: Database;
  /** Where a program of its own finds the same database. */
  readonly location: DatabaseLocation;
  readonly clock: TestClock;
  /** Does at once what the server does for waiting connectors every ten seconds. */
  answerWaitingCalls(): Promise<void>;
  /** What the server does with uploads by itself, and where they lie. */
  readonly files: Files;
  /** Delivers at once whatever of the outbox is due by the clock; a server does that by itself. */
  deliverOutbox(): Promise<void>;
  /** Does at once what the server does every so often so that people are told. */
  readonly telling: {
    remind(): Promise<void>;
    watch(): Promise<void>;
    planMails(): Promise<void>;
    sendDigests(): Promise<void>;
  };
  /** Does at once what the server does for webhooks every few seconds. */
  webhookRound(): Promise<void>;
  /** Does what the server does for open deadlines every three seconds; resolves when it is done. */
  moveDeadlines(): Promise<void>;
  /** Runs commands of cases on this server, by the calendars that it remembers. */
  readonly runner: CaseRunner;
  /** Adds to the reports' sums what happened; a server does that by itself. */
  readonly ledger: LedgerKeeper;
  /** The secret of the demo's integrator token; `null` without seeds. */
  readonly integratorSecret: string | null;
  /** A client with a bearer session, or with the cookie that a browser would hold. */
  signIn(username: string, options?: { password?: string; cookie?: boolean }): Promise<TestClient>;
  /** The data of an operation; throws when it has errors. */
  gql<T = AnyData>(client: TestClient | null, document: string, variables?: object): Promise<T>;
  /** The whole answer, errors and all. */
  send<T = AnyData>(
    client: TestClient | null,
    document: string,
    variables?: object,
  ): Promise<GraphQLReply<T>>;
  /**
   * A second server on the same database and clock, as behind a load balancer: with connections of
   * its own on MariaDB; on SQLite, which one process owns, with all but those. Stop it first.
   */
  startAnother(): Promise<TestApi>;
  stop(): Promise<void>;
}

const signInDocument = `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) { token userErrors { code message } }
}`;

/** Threads run from the sources where this does; a program of the build has the built ones. */
const sourceWorkers = import.meta.url.endsWith(".ts")
  ? {
      paperWorker: new URL("./paper-source-worker.mjs", import.meta.url),
      drawingWorker: new URL("./drawing-source-worker.mjs", import.meta.url),
    }
  : {};
const uiFolder = fileURLToPath(new URL("../../dist/ui", import.meta.url));

/**
 * The real server in this process, on a free loopback port and an own database, with the demo's
 * seeds unless told otherwise. `at` stops the clock before the seeds come, so that dates are known.
 * Start one in `beforeAll` and share it: seeding takes about a second.
 */
export async function startTestApi({
  seeds = true,
  at = null as number | null,
  files = {} as Partial<FileFoundations>,
  /** "silent" where a test makes the server fail. */
  logLevel = "warn" as LogLevel,
  webhooks = {} as Partial<WebhookSettings>,
  /** The address of a mail server; none: no mails are sent. */
  mailUrl = null as string | null,
} = {}): Promise<TestApi> {
  const { location, database, drop } = await openTestDatabase();
  const clock = testClock();
  if (at !== null) clock.set(at);
  const mail = mailUrl === null ? null : { url: mailUrl, from: sender };
  const publicUrl = "https://alur.example.go.id";
  const fileFolder = mkdtempSync(join(tmpdir(), "alur-files-"));
  const fileFoundations: FileFoundations = {
    store: new DiskFileStore(fileFolder),
    scanner: null,
    maxBytes: 50 * 1024 * 1024,
    onScanFailure: () => undefined,
    ...files,
  };
  const settings = {
    now: clock.now,
    ...sourceWorkers,
    webhooks,
    mail,
    publicUrl,
    files: fileFoundations,
  };
  const composition = composeFeatures({ database, ...settings });
  const tokens = seeds ? await seedDemo(database, composition.hasher, clock.now) : [];
  const secret = tokens[0]?.secret ?? null;
  const startAnother = async (): Promise<TestApi> => {
    const shared = testDialect === "sqlite";
    const second = shared ? database : await openDatabase(anotherLocation(location));
    const features = composeFeatures({ database: second, ...settings });
    const close = shared ? async () => {} : () => second.close();
    const other = { database: second, composition: features, close };
    return serve({ ...other, location, clock, secret, logLevel, startAnother });
  };
  const close = async (): Promise<void> => {
    await drop();
    rmSync(fileFolder, { recursive: true, force: true });
  };
  return serve({ database, location, composition, clock, secret, logLevel, close, startAnother });
}

const sender = { name: "Alur", address: "alur@example.go.id" };

interface Served extends Pick<TestApi, "database" | "location" | "clock" | "startAnother"> {
  readonly composition: Composition;
  readonly secret: string | null;
  readonly logLevel: LogLevel;
  /** What comes after the server's own end. */
  close(): Promise<void>;
}

async function serve(served: Served): Promise<TestApi> {
  const { database, location, composition, clock, secret, close, startAnother } = served;
  const front = await HttpFront.listen("127.0.0.1", 0);
  const api = await startApi(front, {
    database,
    composition,
    now: clock.now,
    logger: createLogger(served.logLevel),
    corsOrigins: [],
    requireHttps: false,
    trustProxy: [],
    uiFolder,
  });
  const url = `http://127.0.0.1:${front.port}`;
  const { noticeWork } = composition;
  const system = () => systemContext("Alur", clock.now);

  const send: TestApi["send"] = async (client, document, variables = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...client?.headers },
      body: JSON.stringify({ query: document, variables }),
    });
    const body = (await response.json()) as object;
    return { status: response.status, headers: response.headers, ...body };
  };
  const gql: TestApi["gql"] = async (client, document, variables) => {
    const { data, errors } = await send(client, document, variables);
    if (errors) throw new Error(`The operation failed: ${JSON.stringify(errors, null, 2)}`);
    return data as AnyData;
  };

  return {
    url,
    database,
    location,
    clock,
    answerWaitingCalls: () =>
      answerWaitingCalls(database, composition.runner, systemContext("Alur", clock.now)),
    files: composition.files,
    webhookRound: () => composition.webhookRounds.round(systemContext("webhooks", clock.now)),
    deliverOutbox: () => composition.outbox.worker.deliverDue(),
    telling: {
      remind: () => noticeWork.remind(system()),
      watch: () => noticeWork.watch(system()),
      planMails: () => noticeWork.planMails(system()),
      sendDigests: () => noticeWork.sendDigests(system()),
    },
    moveDeadlines: () => composition.mover.run(systemContext("Alur", clock.now)),
    runner: composition.runner,
    ledger: composition.ledger,
    integratorSecret: secret,
    send,
    gql,
    startAnother,
    async signIn(username, { password = "alur-demo", cookie = false } = {}) {
      const input = { username, password, bearer: !cookie };
      const { data, headers } = await send(null, signInDocument, { input });
      const { token, userErrors } = (data as AnyData).signIn;
      if (userErrors.length > 0) throw new Error(`${username}: ${JSON.stringify(userErrors)}`);
      if (!cookie) return { headers: { authorization: `Bearer ${token}` } };
      return { headers: { cookie: headers.get("set-cookie")?.split(";")[0] ?? "" } };
    },
    async stop() {
      await api.close(2000);
      await composition.files.keeper.settled();
      await close();
    },
  };
}

function testClock(): TestClock {
  let stopped: number | null = null;
  let step = 0;
  const now = (): number => {
    if (stopped === null) return Date.now();
    stopped += step;
    return stopped;
  };
  const stopAt = (moment: number | null): void => {
    step = 0;
    stopped = moment;
  };
  return {
    now,
    set: stopAt,
    advance: (duration) => stopAt(now() + duration),
    tick: (each) => {
      stopped = now();
      step = each;
    },
    release: () => stopAt(null),
  };
}
