import type { Context } from "../../kernel/context.js";
import { requireSignedIn } from "../../kernel/policy.js";
import type { SqlValue } from "../../persistence/database.js";
import type { OrderColumn, Select } from "../../persistence/keyset-page.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { abandoned } from "./abandoned-task.js";
import { readableCases } from "./case-access.js";
import type { TaskScope } from "./case-inputs.js";
import { byDeadline, type TaskSource } from "./task-source.js";
import { waitingTasks } from "./waiting-tasks.js";
import {
  type AbandonedClaims,
  abandonedClaims,
  heldAlone,
  type PersonActor,
  servesDesk,
} from "./worklist-reach.js";

const newestDone: readonly OrderColumn[] = [
  { sql: "t.closed_at", key: "closed_at", descending: true },
  { sql: "t.id", key: "id", descending: true },
];

type Arms = (scope: RequestScope, person: PersonActor) => Select[] | Promise<Select[]>;

/** A list by deadline of what a person's part in it decides; nobody else has any. */
const ofPerson =
  (arms: Arms) =>
  async (scope: RequestScope): Promise<TaskSource> => {
    const { actor } = scope.ctx;
    const found = actor.type === "PERSON" ? await arms(scope, actor) : [];
    return { order: byDeadline, arms: found.length > 0 ? found : [nothing] };
  };

const nothing: Select = { sql: "1 = 0", params: [] };
const unclaimed: Select = { sql: "t.assignee_id IS NULL", params: [] };

export const taskSources: Record<TaskScope, (scope: RequestScope) => Promise<TaskSource>> = {
  ACTIONABLE: async (scope) => {
    const { type } = requireSignedIn(scope.ctx);
    return type === "PERSON" ? actionable(scope) : readable(scope.ctx);
  },
  MINE: ofPerson((_scope, person) => claimed(person)),
  UNCLAIMED: ofPerson((_scope, person) => [
    ...lanes(person.positionIds, unclaimed),
    requested(person, unclaimed),
    ...deskTasks(person, unclaimed),
  ]),
  FOR_ME: ofPerson(async (scope, person) => [
    ...claimed(person),
    ...lanes(await heldAlone(scope, person), unclaimed),
    requested(person, unclaimed),
  ]),
  CLAIMABLE: ofPerson(async (scope, person) => {
    const [alone, claims] = await Promise.all([
      heldAlone(scope, person),
      scope.loaders.get(abandonedClaims).load(person),
    ]);
    const shared = [...person.positionIds].filter((id) => !alone.has(id));
    return [
      ...lanes(shared, unclaimed),
      ...takenOver(claims),
      ...deskTasks(person, unclaimed),
      ...deskTasks(person, abandonedAtDesk(scope.ctx)),
    ];
  }),
  WAITING: (scope) => waitingTasks(scope),
  DONE: async ({ ctx: { actor } }) => ({
    order: newestDone,
    arms: [
      actor.type === "PERSON"
        ? { sql: "t.status = 'DONE' AND t.assignee_id = ?", params: [actor.personId] }
        : nothing,
    ],
  }),
  ALL: async ({ ctx }) => readable(ctx),
};

const actionable = ofPerson(async (scope, person) => {
  const claims = await scope.loaders.get(abandonedClaims).load(person);
  return [
    ...claimed(person),
    ...lanes(person.positionIds, unclaimed),
    requested(person, unclaimed),
    ...takenOver(claims),
    ...deskTasks(person, unclaimed),
    ...deskTasks(person, abandonedAtDesk(scope.ctx)),
  ];
});

/** What the person has claimed and may still work: a position may have passed to others since. */
function claimed(person: PersonActor): Select[] {
  const mine: Select = { sql: "t.assignee_id = ?", params: [person.personId] };
  return [
    ...lanes(person.positionIds, mine),
    // In a form for which no planner leaves the requester's few tasks for all that they have claimed.
    requested(person, { ...mine, sql: "COALESCE(t.assignee_id, 0) = ?" }),
    ...deskTasks(person, mine),
  ];
}

const requested = ({ personId }: PersonActor, condition: Select): Select => ({
  sql: `t.is_open = 1 AND t.requester_id = ? AND ${condition.sql}`,
  params: [personId, ...condition.params],
});

const lanes = (positionIds: Iterable<number>, condition: Select): Select[] =>
  [...positionIds].map((positionId) => ({
    sql: `t.is_open = 1 AND t.position_id = ? AND ${condition.sql}`,
    params: [positionId, ...condition.params],
  }));

/** What whoever claimed it can no longer do. These are few, so that one arm a position may sort them. */
const takenOver = (claims: AbandonedClaims): Select[] =>
  [...claims].flatMap(([positionId, claimants]) =>
    lanes([positionId], {
      sql: `t.assignee_id IN (${placeholders(claimants)})`,
      params: claimants,
    }),
  );

function abandonedAtDesk(ctx: Context): Select {
  const { sql, params } = abandoned(ctx);
  return { sql: `t.assignee_id > 0 AND ${sql}`, params };
}

const inOffice = "EXISTS (SELECT 1 FROM instance i WHERE i.id = t.instance_id AND i.office_id = ?)";

/** What the front desk does for requesters who have no account. */
function deskTasks(person: PersonActor, { sql, params }: Select): Select[] {
  if (!servesDesk(person)) return [];
  const desk = "t.is_open = 1 AND t.position_id IS NULL AND t.requester_id IS NULL";
  const all: readonly SqlValue[] = [...params, person.officeId];
  return [{ sql: `${desk} AND ${sql} AND ${inOffice}`, params: all }];
}

/** Every open task of the cases that the caller may read. */
function readable(ctx: Context): TaskSource {
  const cases = readableCases(ctx, "task.read");
  const whole: TaskSource = {
    order: byDeadline,
    arms: [{ sql: "t.is_open = 1", params: [] }],
  };
  return cases.sql === "1 = 1" ? whole : { ...whole, check: cases };
}
