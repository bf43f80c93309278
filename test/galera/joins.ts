import { isDone, rowOf, workerOf } from "./office.js";
import { type Field, rows, share, type Verdict } from "./trial.js";

export const joined = "004a-pinjam-ruang-smart-center";
const toFork = ["a1", "a2", "a3", "a4", "a5:a5-f1"];
const behindJoin = "a8";

/** Both branches of a case end at the same time, one at each server: it must go on, and once. */
export async function raceJoins(field: Field, count: number): Promise<Verdict> {
  const { office, stored } = field;
  const faults: string[] = [];
  const ids = await share(count, async (index) => {
    const started = await office.start(index, "pemohon", joined);
    if (!started.instance || !isDone(started)) throw new Error(JSON.stringify(started));
    const { id, openTasks } = await office.walk(started.instance, toFork);
    const answers = await Promise.all(
      openTasks.map((task, branch) => office.complete(branch, workerOf(task), task.id)),
    );
    if (openTasks.length !== 2 || !answers.every(isDone)) {
      faults.push(`${id}: ${JSON.stringify(answers.map(({ userErrors }) => userErrors))}`);
    }
    return rowOf(id);
  });
  const open = await rows<{ instanceId: number; nodes: string }>(
    stored,
    `SELECT i.id AS instanceId, COALESCE(GROUP_CONCAT(t.node_key ORDER BY t.no), '') AS nodes
      FROM instance i LEFT JOIN task t ON t.instance_id = i.id AND t.is_open = 1
      WHERE i.id IN (?) GROUP BY i.id`,
    ids,
  );
  const stalled = open.filter(({ nodes }) => nodes === "").length;
  for (const { instanceId, nodes } of open) {
    if (nodes !== behindJoin) faults.push(`case ${instanceId}: open is “${nodes}” behind its join`);
  }
  return { figures: { joins: ids.length, stalled }, faults };
}
