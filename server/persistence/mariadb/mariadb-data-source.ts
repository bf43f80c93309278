import mysql2, { type Pool, type PoolConnection, type PoolOptions } from "mysql2";
import { DataSource } from "typeorm";
import { entities } from "../entities/entities.js";
import { statementLogger } from "../statement-logger.js";
import { connectionOptions, sessionSettings, type MariadbTarget } from "./connection-options.js";
import type { MariadbServer } from "./mariadb-preflight.js";
import { type UnitFrame, unitFrame } from "./unit-frame.js";

export interface MariadbSource {
  readonly source: DataSource;
  /** The very pool that TypeORM uses. */
  readonly pool: Pool;
  /** What units of work on it begin and end with. */
  readonly frame: UnitFrame;
}

/**
 * `writes`: the pool may send several statements in one packet, which the units of work need and
 * nothing else shall have.
 */
export async function openMariadbSource(
  target: MariadbTarget,
  server: MariadbServer,
  poolSize: number,
  writes: boolean,
): Promise<MariadbSource> {
  let pool: Pool | undefined;
  const settings = sessionSettings(server.wsrep).split("; ");
  const source = new DataSource({
    type: server.flavour,
    database: target.database,
    entities: [...entities],
    logger: statementLogger,
    // Set before TypeORM takes its first connection, and the only way to the pool that is public.
    driver: {
      createPool: (options: PoolOptions) => {
        pool = mysql2.createPool(options);
        pool.on("connection", (connection: PoolConnection) => {
          for (const sql of settings) {
            connection.query(sql, (error) => error && connection.destroy());
          }
        });
        return pool;
      },
    },
    extra: {
      ...connectionOptions(target),
      multipleStatements: writes,
      connectionLimit: poolSize,
      enableKeepAlive: true,
    },
  });
  // TypeORM makes texts of generated keys whose type is bigint, so the entities say integer.
  const { driver } = source;
  const normalizeType = driver.normalizeType.bind(driver);
  driver.normalizeType = (column) =>
    "isGenerated" in column && column.isGenerated ? "bigint" : normalizeType(column);
  await source.initialize();
  if (!pool) throw new Error("TypeORM opened no pool");
  return { source, pool, frame: unitFrame(server.wsrep) };
}
