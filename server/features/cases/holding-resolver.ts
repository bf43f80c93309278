import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { authorize } from "../../kernel/policy.js";
import type { Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import { RequestScope } from "../../runtime/request-scope.js";
import {
  capacityAt,
  holdersOfPosition,
  HoldingCapacity,
  loadOne,
  momentKey,
  Person,
  Position,
  positionById,
  positionIdByCode,
} from "../people/people-service.js";
import { formOf } from "../sops/sop-service.js";
import { instanceById } from "./case-loaders.js";
import { HistoryEntry, Task } from "./case-types.js";

/** What a task knows of how its position is held. */
@Resolver(() => Task)
export class TaskHoldingResolver {
  @FieldResolver(() => Boolean, {
    description:
      "Whether it is open and nobody holds its lane's position at this moment, so that it waits.",
  })
  async nobodyHolds(@Root() task: Task, @Ctx() scope: RequestScope): Promise<boolean> {
    if (task.positionId === null || task.closedAt !== null) return false;
    return (await scope.loaders.get(holdersOfPosition).load(task.positionId)).length === 0;
  }

  @FieldResolver(() => HoldingCapacity, {
    nullable: true,
    description:
      "As what its assignee holds the lane's position, or did when it was closed; null for nobody, in a requester's lane, and for somebody who holds it no longer.",
  })
  async assigneeCapacity(
    @Root() task: Task,
    @Ctx() scope: RequestScope,
  ): Promise<HoldingCapacity | null> {
    const { positionId, assigneeId: personId } = task;
    if (positionId === null || personId === null) return null;
    const at = task.closedAt ?? scope.ctx.now();
    return scope.loaders.get(capacityAt).load(momentKey({ positionId, personId, at }));
  }
}

@ObjectType({
  simpleResolvers: true,
  description: "That somebody acted as Plt. or Plh. of a position.",
})
export class ActingAs {
  positionId!: number;

  @Field(() => HoldingCapacity, { description: "PLT or PLH." })
  capacity!: HoldingCapacity;
}

@Resolver(() => ActingAs)
export class ActingAsResolver {
  @FieldResolver(() => Position, { description: "Of which position." })
  position(@Root() it: ActingAs, @Ctx() scope: RequestScope): Promise<Position> {
    return loadOne(scope, positionById, it.positionId);
  }
}

/** The positions of a case's tasks by their numbers. */
const positionsOfTasks: LoaderDefinition<number, ReadonlyMap<number, number>> = {
  name: "positionsOfTasks",
  async load({ reader }, instanceIds) {
    const rows = await reader.all<Row & { instanceId: number; no: number; positionId: number }>(
      `SELECT instance_id AS instanceId, no, position_id AS positionId FROM task
        WHERE instance_id IN (${placeholders(instanceIds)}) AND position_id IS NOT NULL`,
      instanceIds,
    );
    const maps = new Map<number, Map<number, number>>(instanceIds.map((id) => [id, new Map()]));
    for (const { instanceId, no, positionId } of rows) maps.get(instanceId)?.set(no, positionId);
    return instanceIds.map((id) => maps.get(id) ?? new Map());
  },
};

/**
 * What the actor of an entry did to a task themselves. It is read from who held what then, and not
 * written into the log: that says who it was, and this as what.
 */
const ownEvents: ReadonlySet<unknown> = new Set([
  "TASK_CLAIMED",
  "TASK_DONE",
  "TASK_DELEGATED",
  "TASK_RELEASED",
]);

function taskOf({ events }: HistoryEntry): number | null {
  if (!Array.isArray(events)) return null;
  const own = events.find((event: { type?: unknown }) => ownEvents.has(event.type)) as
    | { readonly task?: number }
    | undefined;
  return own?.task ?? null;
}

/** Whose work it was: that of the task's lane or, where a case is started, of the start's. */
async function positionOf(entry: HistoryEntry, scope: RequestScope): Promise<number | null> {
  const { loaders } = scope;
  const taskNo = taskOf(entry);
  if (taskNo !== null) {
    return (await loaders.get(positionsOfTasks).load(entry.instanceId)).get(taskNo) ?? null;
  }
  if (entry.command !== "START") return null;
  const { versionId } = await loadOne(scope, instanceById, entry.instanceId);
  const { nodes, laneByKey } = await formOf(scope, versionId);
  const lane = nodes.find(({ kind }) => kind === "start")?.parts[0]?.laneKey;
  const code = laneByKey.get(lane ?? "")?.positionCode ?? null;
  return code === null ? null : loaders.get(positionIdByCode).load(code);
}

@Resolver(() => HistoryEntry)
export class HistoryHoldingResolver {
  @FieldResolver(() => ActingAs, {
    nullable: true,
    description:
      "As Plt. or Plh. of which position its actor started the case or worked on the task; null for whoever held it definitively, and where it is about neither.",
  })
  async actingAs(
    @Root() entry: HistoryEntry,
    @Ctx() scope: RequestScope,
  ): Promise<ActingAs | null> {
    const { actorId: personId, at } = entry;
    if (entry.actorType !== "PERSON" || personId === null) return null;
    const positionId = await positionOf(entry, scope);
    if (positionId === null) return null;
    const moment = momentKey({ positionId, personId, at });
    const capacity = await scope.loaders.get(capacityAt).load(moment);
    if (capacity === null || capacity === "DEFINITIVE") return null;
    return Object.assign(new ActingAs(), { positionId, capacity });
  }
}

const openTasksOfPosition: LoaderDefinition<number, number> = {
  name: "openTasksOfPosition",
  async load({ reader }, positionIds) {
    const rows = await reader.all<Row & { id: number; count: number }>(
      `SELECT position_id AS id, COUNT(*) AS count FROM task
        WHERE position_id IN (${placeholders(positionIds)}) AND is_open = 1 GROUP BY position_id`,
      positionIds,
    );
    const counts = new Map(rows.map(({ id, count }) => [id, Number(count)]));
    return positionIds.map((id) => counts.get(id) ?? 0);
  },
};

const claimedTasksOfPerson: LoaderDefinition<number, number> = {
  name: "claimedTasksOfPerson",
  async load({ reader }, personIds) {
    const rows = await reader.all<Row & { id: number; count: number }>(
      `SELECT assignee_id AS id, COUNT(*) AS count FROM task
        WHERE is_open = 1 AND assignee_id IN (${placeholders(personIds)}) GROUP BY assignee_id`,
      [...personIds],
    );
    const counts = new Map(rows.map(({ id, count }) => [id, Number(count)]));
    return personIds.map((id) => counts.get(id) ?? 0);
  },
};

@Resolver(() => Person)
export class PersonTasksResolver {
  @FieldResolver(() => Int, {
    description:
      "How many open tasks they have claimed: what goes back to the lanes when the account is disabled. For the admin.",
  })
  claimedTaskCount(@Root() person: Person, @Ctx() scope: RequestScope): Promise<number> {
    authorize(scope.ctx, "person.disable", { personId: person.rowId });
    return scope.loaders.get(claimedTasksOfPerson).load(person.rowId);
  }
}

@Resolver(() => Position)
export class PositionTasksResolver {
  @FieldResolver(() => Int, {
    description:
      "How many tasks are open for its holders. For the admin, and its office's approver and manager.",
  })
  openTaskCount(@Root() position: Position, @Ctx() scope: RequestScope): Promise<number> {
    authorize(scope.ctx, "position.readVacancy", { officeId: position.officeRowId });
    return scope.loaders.get(openTasksOfPosition).load(position.rowId);
  }
}
