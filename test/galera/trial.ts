import type { Connection } from "mysql2/promise";
import type { Office } from "./office.js";

/** What a trial has at hand. */
export interface Field {
  readonly office: Office;
  /** A node that no server writes to, where what is stored in the end is read. */
  readonly stored: Connection;
  /** Holders of one position, the one that begins the procedure of the claims. */
  readonly rivals: readonly string[];
}

/** How a trial ended: its figures in the order in which they are told, and what is wrong. */
export interface Verdict {
  readonly figures: Readonly<Record<string, number>>;
  /** One line each; empty where everything is as it must be. */
  readonly faults: readonly string[];
}

/** How many clients work at once, half of them at each server. */
export const clients = 16;

/** Lets the clients take the numbers from 0 to `count` one after another. */
export async function share<T>(
  count: number,
  work: (index: number) => Promise<T>,
  workers = clients,
): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const take = async (): Promise<void> => {
    while (next < count) {
      const index = next;
      next += 1;
      results[index] = await work(index);
    }
  };
  await Promise.all(Array.from({ length: workers }, take));
  return results;
}

export async function rows<T>(
  stored: Connection,
  sql: string,
  ids: readonly number[],
): Promise<T[]> {
  if (ids.length === 0) return [];
  return (await stored.query(sql, [ids]))[0] as T[];
}
