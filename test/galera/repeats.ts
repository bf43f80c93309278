import { randomUUID } from "node:crypto";
import { claimed } from "./claims.js";
import { isDone, type OpenCase, rowOf } from "./office.js";
import { type Field, rows, share, type Verdict } from "./trial.js";

const times = 4;

/**
 * Starts, and completions of the tasks that were claimed, are each sent four times at once with one
 * key, to both servers: everybody gets the same answer, and it has happened once.
 */
export async function raceRepeats(field: Field, cases: readonly OpenCase[]): Promise<Verdict> {
  const { office, stored, rivals } = field;
  const faults: string[] = [];
  const before = await casesOf(field);
  const assignees = await rows<{ instanceId: number; username: string }>(
    stored,
    `SELECT t.instance_id AS instanceId, p.username FROM task t JOIN person p ON p.id = t.assignee_id
      WHERE t.is_open = 1 AND t.instance_id IN (?)`,
    cases.map(({ id }) => rowOf(id)),
  );
  const workers = new Map(assignees.map(({ instanceId, username }) => [instanceId, username]));
  const sent = <T>(send: (server: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: times }, (_, server) => send(server)));
  // Four at once, each four times.
  const started = await share(
    cases.length,
    async (index) => {
      const { id, openTasks } = cases[index]!;
      const worker = workers.get(rowOf(id)) ?? "";
      const idempotencyKey = randomUUID();
      const done = await sent((server) =>
        office.complete(server, worker, openTasks[0]!.id, { idempotencyKey }),
      );
      const begun = await sent((server) =>
        office.start(server, rivals[0]!, claimed, idempotencyKey),
      );
      const answers = [...done, ...begun];
      if (!answers.every(isDone)) {
        faults.push(`${id}: ${JSON.stringify(answers.map(({ userErrors }) => userErrors))}`);
      }
      const made = new Set(begun.map(({ instance }) => instance?.id));
      if (made.size !== 1) faults.push(`${id}: one key began ${[...made].join()}`);
      return rowOf([...made][0] ?? "");
    },
    4,
  );
  const completions = await entriesOf(
    stored,
    "COMPLETE",
    cases.map(({ id }) => rowOf(id)),
  );
  const starts = (await casesOf(field)) - before;
  const twice = Math.abs(completions - cases.length) + Math.abs(starts - started.length);
  if (twice > 0) faults.push(`${completions} completions and ${starts} starts of ${cases.length}`);
  return { figures: { repeats: times * 2 * cases.length, twice }, faults };
}

async function casesOf({ office, stored }: Field): Promise<number> {
  const found = await rows<{ count: number }>(
    stored,
    "SELECT COUNT(*) AS count FROM instance WHERE sop_id IN (?)",
    [rowOf(office.sop(claimed))],
  );
  return found[0]?.count ?? 0;
}

async function entriesOf(
  stored: Field["stored"],
  command: string,
  ids: readonly number[],
): Promise<number> {
  const found = await rows<{ count: number }>(
    stored,
    `SELECT COUNT(*) AS count FROM history_entry WHERE command = '${command}' AND instance_id IN (?)`,
    ids,
  );
  return found[0]?.count ?? 0;
}
