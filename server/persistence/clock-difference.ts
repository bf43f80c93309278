import type { Database, Row } from "./database.js";
import { databaseNow } from "./lease.js";

/** By how many milliseconds `now` is ahead of the database's clock; negative where it is behind. */
export async function clockDifference(
  { dialect, reader }: Pick<Database, "dialect" | "reader">,
  now: () => number,
): Promise<number> {
  const row = await reader.get<Row & { at: number }>(`SELECT ${databaseNow[dialect]} AS at`, []);
  const here = now();
  return here - (row?.at ?? here);
}
