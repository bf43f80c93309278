import { migrations } from "../../../migrations/migrations.js";
import type { Database, Reader, Row, SqlValue } from "../database.js";
import { checkSchema, migrate } from "../migration/migrate.js";
import { noteStatement } from "../sql-counter.js";
import { readTarget, type MariadbTarget } from "./connection-options.js";
import { openMariadbSource, type MariadbSource } from "./mariadb-data-source.js";
import { checkServer, connectOrRefuse, type MariadbServer } from "./mariadb-preflight.js";
import { MariadbSchemaConnection } from "./mariadb-schema-connection.js";
import { MariadbUnitOfWork } from "./mariadb-unit-of-work.js";
import { snapshotsOn } from "./mariadb-snapshot.js";
import { asRows, formatted, send } from "./query.js";
import { refuseDuringRestore } from "./restore-lease.js";
import { keepServerLease } from "./server-lease.js";

export interface MariadbOptions {
  readonly url: string;
  readonly poolSize: number;
  readonly production: boolean;
}

/** Opens the database for writing: checks, migrates, and opens a pool that writes and one that reads. */
export async function openMariadbDatabase(options: MariadbOptions): Promise<Database> {
  const target = readTarget(options.url);
  const server = await prepare(target, options.production);
  const opened: MariadbSource[] = [];
  const close = async (): Promise<void> => {
    for (const { source } of opened.reverse()) await source.destroy();
  };
  try {
    const writer = await openMariadbSource(target, server, options.poolSize, true);
    opened.push(writer);
    const reader = await openMariadbSource(target, server, options.poolSize, false);
    opened.push(reader);
    const endLease = await keepServerLease(writer.pool);
    const unitOfWork = new MariadbUnitOfWork(writer);
    const database: Database = {
      dialect: "mariadb",
      reader: new MariadbReader(reader),
      unitOfWork,
      snapshot: snapshotsOn(reader.pool),
      close: async () => {
        // Before the lease ends, as a restore may begin then.
        await unitOfWork.close();
        await endLease();
        await close();
      },
    };
    try {
      // Again: either this server sees the restore now, or the restore sees this server's lease.
      await refuseDuringRestore(database.reader);
    } catch (error) {
      await endLease();
      throw error;
    }
    return database;
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens the database for reading only, also while servers run on it. */
export async function openMariadbReader(
  url: string,
): Promise<{ readonly reader: Reader; close(): Promise<void> }> {
  const target = readTarget(url);
  const connection = await connectOrRefuse(target);
  const server = await checkServer(connection, false).finally(() => connection.end());
  const source = await openMariadbSource(target, server, 2, false);
  return { reader: new MariadbReader(source), close: () => source.source.destroy() };
}

async function prepare(target: MariadbTarget, production: boolean): Promise<MariadbServer> {
  const connection = await connectOrRefuse(target);
  try {
    const server = await checkServer(connection, production);
    const schema = new MariadbSchemaConnection(connection);
    const { pending } = await checkSchema(schema, migrations);
    await refuseDuringRestore(schema);
    if (pending) await migrate(schema, migrations);
    return server;
  } finally {
    await connection.end();
  }
}

class MariadbReader implements Reader {
  constructor(private readonly opened: MariadbSource) {}

  async get<T extends Row>(sql: string, params: readonly SqlValue[]): Promise<T | undefined> {
    return (await this.all<T>(sql, params))[0];
  }

  async all<T extends Row>(sql: string, params: readonly SqlValue[]): Promise<T[]> {
    noteStatement(sql);
    return asRows<T>(await send(this.opened.pool, formatted(sql, params)));
  }

  get manager() {
    return this.opened.source.manager;
  }
}
