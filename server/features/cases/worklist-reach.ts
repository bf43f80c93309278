import { allows } from "../../kernel/policy.js";
import type { Actor } from "../../kernel/actor.js";
import type { Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { holdersOfPosition } from "../people/people-service.js";
import { abandoned } from "./abandoned-task.js";

export type PersonActor = Extract<Actor, { type: "PERSON" }>;

/** By position: who has claimed open tasks of it but can no longer work them. */
export type AbandonedClaims = ReadonlyMap<number, readonly number[]>;

/**
 * Whoever claims a task of a position holds it then, and that they did is never forgotten: so those
 * who ever held it are asked, one look into the index for each, and not the tasks, however many there
 * are. The LIMIT keeps a planner from turning this round.
 */
export const abandonedClaims: LoaderDefinition<PersonActor, AbandonedClaims> = {
  name: "abandonedClaims",
  load: (scope, people) => Promise.all(people.map((person) => readClaims(scope, person))),
};

async function readClaims(
  { reader, ctx }: RequestScope,
  { personId, positionIds }: PersonActor,
): Promise<AbandonedClaims> {
  const found = new Map<number, number[]>();
  if (positionIds.size === 0) return found;
  const { sql, params } = abandoned(ctx);
  const rows = await reader.all<Row & { position_id: number; assignee_id: number }>(
    `SELECT t.position_id, t.assignee_id FROM (
      SELECT DISTINCT h.position_id, h.person_id AS assignee_id, NULL AS requester_id,
        NULL AS instance_id FROM position_holder h
        WHERE h.position_id IN (${placeholders([...positionIds])}) AND h.person_id <> ?
    ) t WHERE ${sql} AND (SELECT n.id FROM task n WHERE n.is_open = 1
      AND n.position_id = t.position_id AND n.assignee_id = t.assignee_id LIMIT 1) IS NOT NULL`,
    [...positionIds, personId, ...params],
  );
  for (const row of rows) {
    const claimants = found.get(row.position_id) ?? [];
    found.set(row.position_id, [...claimants, row.assignee_id]);
  }
  return found;
}

/** Those of the person's positions that nobody else holds now: whose tasks nobody else could take. */
export async function heldAlone(
  scope: RequestScope,
  { personId, positionIds }: PersonActor,
): Promise<ReadonlySet<number>> {
  const loader = scope.loaders.get(holdersOfPosition);
  const ids = [...positionIds];
  const holders = await Promise.all(ids.map((id) => loader.load(id)));
  return new Set(ids.filter((_, index) => holders[index]?.every((holder) => holder === personId)));
}

/** Whether the person acts for the office's requesters who have no account. */
export const servesDesk = (person: PersonActor): boolean =>
  allows(person, "task.work", {
    officeId: person.officeId,
    positionId: null,
    requesterId: null,
  });

/** Of how many cases that go on a person's part is read at once; who has more waits for most of them. */
export const fewCases = 1000;

/** In how many cases that go on the person takes part; one more than `fewCases` where there are more. */
export const casesTakenPartIn: LoaderDefinition<number, number> = {
  name: "casesTakenPartIn",
  load: ({ reader }, personIds) =>
    Promise.all(
      personIds.map(async (personId) => {
        const row = await reader.get<Row & { count: number }>(
          `SELECT COUNT(*) AS count FROM (SELECT c.instance_id FROM case_participant c
            WHERE c.person_id = ? LIMIT ${fewCases + 1}) p`,
          [personId],
        );
        return row?.count ?? 0;
      }),
    ),
};
