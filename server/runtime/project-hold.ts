import type { CaseState } from "../../domain/index.js";
import type { Statement } from "../persistence/database.js";

/** The write that notes a case as held, or no longer: none for what most commands do. */
export function projectHold(
  instanceId: number,
  before: CaseState,
  after: CaseState,
  at: number,
): Statement[] {
  const [was, is] = [before.status === "HELD", after.status === "HELD"];
  if (was === is) return [];
  return is
    ? [
        {
          sql: "INSERT INTO held_case (instance_id, since, by_parent) VALUES (?, ?, ?)",
          params: [instanceId, at, after.heldByParent === true ? 1 : 0],
        },
      ]
    : [{ sql: "DELETE FROM held_case WHERE instance_id = ?", params: [instanceId] }];
}
