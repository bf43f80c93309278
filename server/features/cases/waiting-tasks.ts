import type { SqlValue } from "../../persistence/database.js";
import type { Select } from "../../persistence/keyset-page.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { byDeadline, type TaskSource } from "./task-source.js";
import {
  type AbandonedClaims,
  abandonedClaims,
  casesTakenPartIn,
  fewCases,
  type PersonActor,
  servesDesk,
} from "./worklist-reach.js";

const nothing: TaskSource = { order: byDeadline, arms: [{ sql: "1 = 0", params: [] }] };

/**
 * What the caller waits for: open tasks, which they cannot act on now, of cases that they requested,
 * started or did a task of. Whoever takes part in few cases has their tasks read case by case, and
 * put in order; whoever takes part in many has most of what is open, so that it is looked for in the
 * order of the deadlines. Either way it costs no more the more is open.
 */
export async function waitingTasks(scope: RequestScope): Promise<TaskSource> {
  const { actor } = scope.ctx;
  if (actor.type !== "PERSON") return nothing;
  const [cases, claims] = await Promise.all([
    scope.loaders.get(casesTakenPartIn).load(actor.personId),
    scope.loaders.get(abandonedClaims).load(actor),
  ]);
  const others = notActionable(actor, claims);
  if (cases === 0) return nothing;
  if (cases <= fewCases) {
    return { order: byDeadline, from: openTasksOf(actor), arms: [others] };
  }
  return {
    order: byDeadline,
    arms: [{ sql: "t.is_open = 1", params: [] }],
    check: {
      sql: `${others.sql} AND EXISTS (SELECT 1 FROM case_participant c
        WHERE c.person_id = ? AND c.instance_id = t.instance_id)`,
      params: [...others.params, actor.personId],
    },
  };
}

/** SELECT of at most `most` of them, of the cases that are read at once. */
export async function someWaiting(
  scope: RequestScope,
  actor: PersonActor,
  most: number,
): Promise<Select> {
  const from = openTasksOf(actor);
  const others = notActionable(actor, await scope.loaders.get(abandonedClaims).load(actor));
  return {
    sql: `SELECT t.id FROM ${from.sql} WHERE ${others.sql} LIMIT ${most}`,
    params: [...from.params, ...others.params],
  };
}

/**
 * The open tasks of the person's cases, as a table `t`. Without the LIMITs, the outer of which nothing
 * reaches, a planner may think of another way than case by case.
 */
const openTasksOf = ({ personId }: PersonActor): Select => ({
  sql: `(SELECT o.id, o.instance_id, o.due_sort, o.lane_key, o.position_id, o.requester_id,
    o.assignee_id, o.is_open FROM
    (SELECT c.instance_id FROM case_participant c WHERE c.person_id = ? LIMIT ${fewCases}) p
    CROSS JOIN task o ON o.instance_id = p.instance_id AND o.is_open = 1 LIMIT 1000000) t`,
  params: [personId],
});

/** The condition on `task t`, which is open, that the person cannot act on it now. */
function notActionable(person: PersonActor, claims: AbandonedClaims): Select {
  const { personId, officeId } = person;
  const positions = [...person.positionIds];
  const conditions = [
    "(t.assignee_id IS NULL OR t.assignee_id <> ?)",
    "(t.requester_id IS NULL OR t.requester_id <> ?)",
  ];
  const params: SqlValue[] = [personId, personId];
  if (positions.length > 0) {
    conditions.push(
      `NOT (t.assignee_id IS NULL AND COALESCE(t.position_id, 0) IN (${placeholders(positions)}))`,
    );
    params.push(...positions);
  }
  for (const [positionId, claimants] of claims) {
    conditions.push(
      `NOT (COALESCE(t.position_id, 0) = ?
        AND COALESCE(t.assignee_id, 0) IN (${placeholders(claimants)}))`,
    );
    params.push(positionId, ...claimants);
  }
  if (servesDesk(person)) {
    conditions.push(`NOT (t.assignee_id IS NULL AND t.position_id IS NULL
      AND t.requester_id IS NULL AND EXISTS
      (SELECT 1 FROM instance d WHERE d.id = t.instance_id AND d.office_id = ?))`);
    params.push(officeId);
  }
  return { sql: conditions.join(" AND "), params };
}
