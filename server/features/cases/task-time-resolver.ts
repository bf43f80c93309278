import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { type WorkingCalendar, workingTimeLeft, workingTimeParts } from "../../../domain/index.js";
import type { Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import { Milliseconds } from "../../runtime/graphql/scalars.js";
import { WorkingTime } from "../../runtime/graphql/working-time.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import { RequestScope } from "../../runtime/request-scope.js";
import type { WorkingCalendars } from "../../runtime/working-calendars.js";
import { loadOne } from "../people/people-service.js";
import { instanceById } from "./case-loaders.js";
import { Task } from "./case-types.js";

/** When each of the cases was last held. */
const heldAt: LoaderDefinition<number, number | null> = {
  name: "heldAt",
  async load({ reader }, instanceIds) {
    const rows = await reader.all<Row & { instance_id: number; at: number }>(
      `SELECT instance_id, MAX(at) AS at FROM history_entry
        WHERE instance_id IN (${placeholders(instanceIds)}) AND command = 'HOLD'
        GROUP BY instance_id`,
      [...instanceIds],
    );
    const found = new Map(rows.map((row) => [row.instance_id, row.at]));
    return instanceIds.map((id) => found.get(id) ?? null);
  },
};

/** How much of a task's time is left, by the calendar of its case's office. */
@Resolver(() => Task)
export class TaskTimeResolver {
  readonly #calendarOf: LoaderDefinition<number, WorkingCalendar>;

  constructor(calendars: WorkingCalendars) {
    this.#calendarOf = {
      name: "calendarOfOffice",
      load: ({ reader }, officeIds) =>
        Promise.all(officeIds.map((officeId) => calendars.of(reader, officeId))),
    };
  }

  @FieldResolver(() => Milliseconds, {
    nullable: true,
    description:
      "Working time left to the deadline, negative when that is over; as it was when the task was closed, or its case held. Null without a deadline.",
  })
  async timeLeft(@Root() task: Task, @Ctx() scope: RequestScope): Promise<number | null> {
    return (await this.#left(task, scope))?.milliseconds ?? null;
  }

  @FieldResolver(() => WorkingTime, {
    nullable: true,
    description: "`timeLeft` in days, hours and minutes of work.",
  })
  async timeLeftParts(@Root() task: Task, @Ctx() scope: RequestScope): Promise<WorkingTime | null> {
    const left = await this.#left(task, scope);
    if (left === null) return null;
    const { calendar, milliseconds, isLate } = left;
    return Object.assign(new WorkingTime(), {
      isLate,
      ...workingTimeParts(calendar, milliseconds),
    });
  }

  async #left(
    task: Task,
    scope: RequestScope,
  ): Promise<{ calendar: WorkingCalendar; milliseconds: number; isLate: boolean } | null> {
    if (task.dueAt === null) return null;
    const instance = await loadOne(scope, instanceById, task.instanceId);
    const stoppedAt =
      task.closedAt ??
      (instance.status === "HELD" ? await scope.loaders.get(heldAt).load(task.instanceId) : null);
    const calendar = await scope.loaders.get(this.#calendarOf).load(instance.officeId);
    const at = stoppedAt ?? scope.ctx.now();
    const milliseconds = workingTimeLeft(calendar, at, task.dueAt);
    // In the evening after the deadline no working time has gone by yet.
    return { calendar, milliseconds, isLate: at > task.dueAt };
  }
}
