import { parseGlobalId } from "../../../server/kernel/global-id.js";
import type { CaseDriver } from "./case-driver.js";
import { write } from "./people-of-the-test.js";

const columns = `sop_id, version_id, office_id, version, status, title, requester_id, requester_name,
  started_by, started_at, last_event_at, state, head_hash`;

const taskColumns = `no, visit, node_key, lane_key, position_id, requester_id, status, is_open,
  assignee_id, opened_at`;

/**
 * Makes copies of a case, with its one open task in each, due a minute after one another; quicker than
 * the API does. `doneBy`: people who take part in each copy.
 */
export async function copyCases(
  driver: CaseDriver,
  instance: { readonly id: string; readonly openTasks: readonly { readonly id: string }[] },
  copies: number,
  doneBy: readonly string[] = [],
): Promise<void> {
  const { api } = driver;
  const instanceId = parseGlobalId(instance.id)?.id ?? 0;
  const taskId = parseGlobalId(instance.openTasks[0]?.id ?? "")?.id ?? 0;
  const digits = Array.from({ length: 10 }, (_, digit) => `SELECT ${digit} AS d`).join(
    " UNION ALL ",
  );
  const numbers = `(${digits}) a, (${digits}) b, (${digits}) c, (${digits}) e`;
  const own = (list: string, alias: string) =>
    list
      .split(",")
      .map((name) => `${alias}.${name.trim()}`)
      .join(", ");
  const last = await api.database.reader.get<{ id: number }>(
    "SELECT MAX(id) AS id FROM instance",
    [],
  );
  await write(
    api,
    `INSERT INTO instance (${columns}) SELECT ${own(columns, "i")} FROM instance i, ${numbers}
      WHERE i.id = ? AND a.d + b.d * 10 + c.d * 100 + e.d * 1000 < ?`,
    [instanceId, copies],
  );
  await write(
    api,
    `INSERT INTO task (instance_id, due_at, due_sort, ${taskColumns})
      SELECT n.id, t.due_sort + (n.id - ?) * 60000, t.due_sort + (n.id - ?) * 60000,
        ${own(taskColumns, "t")} FROM task t JOIN instance n ON n.id > ? WHERE t.id = ?`,
    [last?.id ?? 0, last?.id ?? 0, last?.id ?? 0, taskId],
  );
  for (const username of doneBy) {
    await write(
      api,
      `INSERT INTO case_participant (person_id, instance_id)
        SELECT p.id, i.id FROM person p, instance i WHERE p.username = ? AND i.id > ?`,
      [username, last?.id ?? 0],
    );
  }
}
