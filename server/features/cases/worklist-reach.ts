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
 * Reads who has claimed anything of a person's positions by leaping from one claimant to the next in
 * the index, so that it costs as much as there are people, however many tasks they have.
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
  const next = (position: string, above: string) =>
    `(SELECT n.assignee_id FROM task n WHERE n.is_open = 1 AND n.position_id = ${position}
      AND n.assignee_id > ${above} ORDER BY n.assignee_id LIMIT 1)`;
  const rows = await reader.all<Row & { position_id: number; assignee_id: number }>(
    `WITH RECURSIVE claim (position_id, assignee_id) AS (
      SELECT p.id, ${next("p.id", "0")} FROM position p
        WHERE p.id IN (${placeholders([...positionIds])})
      UNION ALL
      SELECT c.position_id, ${next("c.position_id", "c.assignee_id")} FROM claim c
        WHERE c.assignee_id IS NOT NULL
    )
    SELECT t.position_id, t.assignee_id FROM (
      SELECT c.position_id, c.assignee_id, NULL AS requester_id, NULL AS instance_id FROM claim c
        WHERE c.assignee_id IS NOT NULL AND c.assignee_id <> ?
    ) t WHERE ${sql}`,
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
