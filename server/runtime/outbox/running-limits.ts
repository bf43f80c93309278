import type { OutboxChannel } from "./outbox-channel.js";
import type { LeasedRow, WaitingRow } from "./outbox-rows.js";

/** What a server has under way of one channel. */
export type Running = ReadonlyMap<LeasedRow, unknown>;

function countByKey(running: Running): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of running.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The keys of which no more may be begun. */
export function busyKeys({ concurrencyPerKey }: OutboxChannel, running: Running): string[] {
  return [...countByKey(running)].flatMap(([key, count]) =>
    count >= concurrencyPerKey ? [key] : [],
  );
}

/** As many of them, in their order, as the channel may still have under way. */
export function withinLimits(
  { concurrency, concurrencyPerKey }: OutboxChannel,
  running: Running,
  rows: readonly WaitingRow[],
): WaitingRow[] {
  const counts = countByKey(running);
  return rows
    .filter(({ key }) => {
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count <= concurrencyPerKey;
    })
    .slice(0, concurrency - running.size);
}
