import { setTimeout as sleep } from "node:timers/promises";
import { openEventStream } from "../harness/event-stream.js";
import { claimed } from "./claims.js";
import { type Office, rowOf } from "./office.js";
import type { Field, Verdict } from "./trial.js";

const patienceMs = 60_000;

/** How often each case was told of by one server, by the number of its row. */
type Told = Map<number, number>;

/** Listens at each server to the worklist of one person, until the verdict. */
export async function listenAtEach(
  office: Office,
  username: string,
): Promise<(field: Field) => Promise<Verdict>> {
  const headers = await office.headers(username);
  const streams = await Promise.all(
    office.urls.map((url) =>
      openEventStream(url, "subscription { worklistChanged { instanceId } }", headers),
    ),
  );
  const told: readonly Told[] = streams.map(() => new Map());
  for (const [server, stream] of streams.entries()) {
    void (async () => {
      for (;;) {
        const event = await stream.next().catch(() => null);
        if (!event) return;
        const change = event.data?.["worklistChanged"] as { instanceId: string };
        const id = rowOf(change.instanceId);
        told[server]?.set(id, (told[server]?.get(id) ?? 0) + 1);
      }
    })();
  }
  return async (field) => {
    try {
      return await compare(field, told);
    } finally {
      for (const stream of streams) stream.close();
    }
  };
}

/** Whether every server told of each entry of the log once. */
async function compare({ office, stored }: Field, told: readonly Told[]): Promise<Verdict> {
  const [entries] = (await stored.query(
    `SELECT h.instance_id AS instanceId, COUNT(*) AS count FROM history_entry h
      JOIN instance i ON i.id = h.instance_id WHERE i.sop_id = ? GROUP BY h.instance_id`,
    [rowOf(office.sop(claimed))],
  )) as unknown as [{ instanceId: number; count: number }[]];
  const differences = (): { missed: number; twice: number } => {
    let missed = 0;
    let twice = 0;
    for (const server of told) {
      for (const { instanceId, count } of entries) {
        const more = (server.get(instanceId) ?? 0) - count;
        if (more > 0) twice += more;
        else missed -= more;
      }
    }
    return { missed, twice };
  };
  for (const from = performance.now(); performance.now() - from < patienceMs; await sleep(200)) {
    if (differences().missed === 0) break;
  }
  // What is told twice comes with the next look.
  await sleep(6000);
  const { missed, twice } = differences();
  const faults = missed + twice > 0 ? [`events: ${missed} missed, ${twice} told twice`] : [];
  const all = entries.reduce((sum, { count }) => sum + count, 0);
  return { figures: { events: all * told.length, missed, "told twice": twice }, faults };
}
