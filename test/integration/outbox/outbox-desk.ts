import { systemContext } from "../../../server/kernel/system-context.js";
import type { Database, Row } from "../../../server/persistence/database.js";
import { openDatabase } from "../../../server/persistence/open-database.js";
import { type NewMessage, Outbox } from "../../../server/runtime/outbox/outbox.js";
import {
  anotherLocation,
  openTestDatabase,
  testDialect,
  type TestDatabase,
} from "../../harness/test-database.js";
import { FakeChannel } from "./fake-channel.js";

export interface TestServer {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly channel: FakeChannel;
}

export interface OutboxRow extends Row {
  readonly payload: string;
  readonly isWaiting: number;
  readonly outcome: string | null;
  readonly dueAt: number;
  readonly failures: number;
  readonly attempt: number;
  readonly owner: string | null;
  readonly lastError: string | null;
}

/** A database with an empty outbox, the servers that work it, and their clock. */
export class OutboxDesk {
  now = Date.parse("2026-01-05T01:00:00Z");
  readonly #seconds: Database[] = [];

  private constructor(private readonly place: TestDatabase) {}

  static async open(): Promise<OutboxDesk> {
    return new OutboxDesk(await openTestDatabase());
  }

  readonly ctx = systemContext("test", () => this.now);

  /** One more server: with connections of its own where the database can be shared. */
  async server(
    change: Partial<FakeChannel> = {},
    { unitsUntilDeath = Infinity } = {},
  ): Promise<TestServer> {
    const database = await this.#anotherDatabase();
    const outbox = new Outbox(dying(database, unitsUntilDeath), () => this.now);
    const channel = Object.assign(new FakeChannel(), change);
    outbox.register(channel);
    return { database, outbox, channel };
  }

  async #anotherDatabase(): Promise<Database> {
    if (testDialect === "sqlite") return this.place.database;
    const database = await openDatabase(anotherLocation(this.place.location));
    this.#seconds.push(database);
    return database;
  }

  enqueue(
    { database, outbox }: TestServer,
    payload: string,
    more: Partial<NewMessage> = {},
  ): Promise<string> {
    return database.unitOfWork.run(this.ctx, (tx) =>
      outbox.enqueue(this.ctx, tx, { channel: "fake", key: "", payload, ...more }),
    );
  }

  rows(): Promise<OutboxRow[]> {
    return this.place.database.reader.all<OutboxRow>(
      `SELECT payload, is_waiting AS isWaiting, outcome, due_at AS dueAt, failures, attempt, owner,
        last_error AS lastError FROM outbox ORDER BY id`,
      [],
    );
  }

  /** As when the time of every lease had gone by: whoever had one is taken to be dead. */
  async endLeases(): Promise<void> {
    await this.place.database.unitOfWork.run(this.ctx, (tx) =>
      tx.run("UPDATE outbox SET until = 1 WHERE until > 0", []),
    );
  }

  async close(): Promise<void> {
    for (const database of this.#seconds) await database.close();
    await this.place.drop();
  }
}

/** After so many units of work none comes to its end any more: the process is gone. */
function dying(database: Database, units: number): Database {
  const { unitOfWork } = database;
  let left = units;
  return {
    ...database,
    unitOfWork: {
      run: (ctx, work) => {
        left -= 1;
        return left < 0 ? new Promise<never>(() => undefined) : unitOfWork.run(ctx, work);
      },
    },
  };
}
