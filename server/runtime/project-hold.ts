import type { CaseState } from "../../domain/index.js";
import type { Statement } from "../persistence/database.js";

/**
 * The writes that note a case as held, or no longer: none for what most commands do. A row that a server
 * of an older version has left behind must not be in the way of the next hold.
 */
export function projectHold(
  instanceId: number,
  before: CaseState,
  after: CaseState,
  at: number,
): Statement[] {
  const [was, is] = [before.status === "HELD", after.status === "HELD"];
  if (was === is) return [];
  const forget = { sql: "DELETE FROM held_case WHERE instance_id = ?", params: [instanceId] };
  if (!is) return [forget];
  const note = {
    sql: "INSERT INTO held_case (instance_id, since, by_parent) VALUES (?, ?, ?)",
    params: [instanceId, at, after.heldByParent === true ? 1 : 0],
  };
  return [forget, note];
}
