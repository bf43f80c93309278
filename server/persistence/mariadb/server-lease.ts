import { randomUUID } from "node:crypto";
import type { Pool } from "mysql2";
import type { SqlValue } from "../database.js";
import { takeLease } from "../lease.js";
import { asRunResult, formatted, send } from "./query.js";

const leaseMs = 30_000;
const renewEveryMs = 10_000;

/** The leases of running servers have names that begin so. */
export const serverLeasePrefix = "server:";

/** Shows the others that this server runs, until the returned function is called. */
export async function keepServerLease(pool: Pool): Promise<() => Promise<void>> {
  const name = `${serverLeasePrefix}${randomUUID()}`;
  const connection = {
    run: async (sql: string, params: readonly SqlValue[]) =>
      asRunResult(await send(pool, formatted(sql, params))),
  };
  const renew = () => takeLease(connection, "mariadb", name, name, leaseMs);
  // The row is nobody else's; only a false conflict of Galera, which is rare, can be in the way.
  if (!(await renew()) && !(await renew())) throw new Error("This server's lease cannot be had");
  let renewing: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    // A failure to renew means that the database is away, which every request tells louder.
    renewing = renew().catch(() => undefined);
  }, renewEveryMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await renewing;
    await connection.run("DELETE FROM lease WHERE name = ?", [name]).catch(() => undefined);
  };
}
