import { isDone, type OpenCase, rowOf } from "./office.js";
import { type Field, rows, share, type Verdict } from "./trial.js";

export const claimed = "000-pemanfaatan-aplikasi-layanan";

interface StoredClaims {
  readonly instanceId: number;
  readonly claims: number;
  readonly assignee: string | null;
}

/** Starts so many cases of the procedure that the rivals' position begins. */
export async function startCases(
  { office, rivals }: Field,
  count: number,
): Promise<readonly OpenCase[]> {
  return share(count, async (index) => {
    const payload = await office.start(index, rivals[0]!, claimed);
    if (!payload.instance || !isDone(payload)) throw new Error(JSON.stringify(payload));
    return payload.instance;
  });
}

/**
 * Each rival goes through all the tasks in the same order, half of them at each server, and claims
 * what they meet: each task may go to one, and must.
 */
export async function raceClaims(field: Field, cases: readonly OpenCase[]): Promise<Verdict> {
  const { office, rivals, stored } = field;
  const faults: string[] = [];
  const winners = new Map<number, string[]>(cases.map(({ id }) => [rowOf(id), []]));
  await Promise.all(
    rivals.map(async (rival, index) => {
      for (const { id, openTasks } of cases) {
        const payload = await office.claim(index, rival, openTasks[0]!.id);
        if (isDone(payload)) winners.get(rowOf(id))?.push(rival);
        else if (payload.userErrors.some(({ code }) => code !== "ALREADY_CLAIMED")) {
          faults.push(`${id}: ${rival} got ${JSON.stringify(payload.userErrors)}`);
        }
      }
    }),
  );
  const found = await rows<StoredClaims>(
    stored,
    `SELECT t.instance_id AS instanceId, p.username AS assignee,
      (SELECT COUNT(*) FROM history_entry h WHERE h.instance_id = t.instance_id AND h.command = 'CLAIM') AS claims
      FROM task t LEFT JOIN person p ON p.id = t.assignee_id
      WHERE t.is_open = 1 AND t.instance_id IN (?)`,
    cases.map(({ id }) => rowOf(id)),
  );
  let double = 0;
  for (const { instanceId, claims, assignee } of found) {
    const won = winners.get(instanceId) ?? [];
    if (won.length > 1 || claims > 1) double += 1;
    else if (won[0] !== assignee || claims !== 1) {
      faults.push(`case ${instanceId}: ${won.join()} won, stored is ${assignee}, ${claims} claims`);
    }
  }
  if (found.length !== cases.length)
    faults.push(`${found.length} of ${cases.length} tasks are open`);
  if (double > 0) faults.push(`${double} tasks were given to two`);
  return { figures: { claims: cases.length, double }, faults };
}
