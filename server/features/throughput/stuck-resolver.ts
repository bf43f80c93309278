import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { localDay, workingTimeBetween, workingTimeParts } from "../../../domain/index.js";
import { fromGlobalId } from "../../kernel/global-id.js";
import { allows, authorize } from "../../kernel/policy.js";
import { DateTime, LocalDate } from "../../runtime/graphql/scalars.js";
import { WorkingTime } from "../../runtime/graphql/working-time.js";
import { signedInPayload } from "../../runtime/mutation-payload.js";
import { RequestScope } from "../../runtime/request-scope.js";
import type { WorkingCalendars } from "../../runtime/working-calendars.js";
import {
  Instance,
  instanceById,
  Task,
  taskById,
  WaitingCall,
  waitingCallAt,
} from "../cases/case-service.js";
import {
  awayUntil,
  loadOne,
  Office,
  officeById,
  Position,
  positionById,
} from "../people/people-service.js";
import type { RemindService } from "./remind-service.js";
import { RemindTaskInput } from "./remind-service.js";
import { stuckActions } from "./stuck-actions.js";
import { factsOf, remindedAtOf } from "./stuck-facts.js";
import { StuckWorkInput } from "./stuck-input.js";
import { countStuck, findStuck } from "./stuck-list.js";
import {
  RemindTaskPayload,
  type StuckAction,
  StuckActionEnum,
  StuckCount,
  StuckItem,
  StuckLane,
  StuckWork,
} from "./stuck-types.js";

/** What is stuck in an office, and what moves it. */
@Resolver(() => StuckWork)
export class StuckResolver {
  constructor(
    private readonly calendars: WorkingCalendars,
    private readonly reminders: RemindService,
  ) {}

  @Query(() => StuckWork, {
    description:
      "What of an office's running cases is stuck, or about to be, lane by lane: tasks past their deadline or near it, tasks of lanes that nobody holds, tasks without a deadline that lie long, connectors whose SOP is not in force, and cases that are held for long. For managers, approvers and admins; a token needs CASES_READ.",
  })
  async stuckWork(
    @Ctx() scope: RequestScope,
    @Arg("input", () => StuckWorkInput, { description: "Of which office, and how far." })
    input: StuckWorkInput,
  ): Promise<StuckWork> {
    const officeId = fromGlobalId(input.officeId, "Office", "input.officeId");
    authorize(scope.ctx, "throughput.read", { officeId });
    const calendar = await this.calendars.of(scope.reader, officeId);
    return findStuck(scope, calendar, input);
  }

  @Query(() => StuckCount, {
    description: "How much `stuckWork` would list unless told more, counted to 99.",
  })
  async stuckCount(
    @Ctx() scope: RequestScope,
    @Arg("officeId", () => ID, { description: "The office." }) officeId: string,
  ): Promise<StuckCount> {
    const id = fromGlobalId(officeId, "Office", "officeId");
    authorize(scope.ctx, "throughput.read", { officeId: id });
    return countStuck(scope, await this.calendars.of(scope.reader, id), officeId);
  }

  @Mutation(() => RemindTaskPayload, {
    description:
      "Reminds whoever has an open task, or all who could take it: they are told in the app, and by e-mail if they want that. At most once an hour for the same task and holder, whoever asks. For the manager and approver of the case's office, and admins.",
  })
  remindTask(
    @Ctx() scope: RequestScope,
    @Arg("input", () => RemindTaskInput, { description: "Of which one." }) input: RemindTaskInput,
  ): Promise<RemindTaskPayload> {
    return signedInPayload(scope.ctx, RemindTaskPayload, async (payload) => {
      const taskId = fromGlobalId(input.taskId, "Task", "input.taskId");
      await this.reminders.remind(scope.ctx, taskId, input.idempotencyKey ?? null);
      scope.loaders.clear();
      payload.taskRowId = taskId;
    });
  }

  @FieldResolver(() => Office)
  office(@Root() work: StuckWork, @Ctx() scope: RequestScope): Promise<Office> {
    return loadOne(scope, officeById, work.officeRowId);
  }
}

@Resolver(() => RemindTaskPayload)
export class RemindTaskPayloadResolver {
  @FieldResolver(() => Task, { nullable: true })
  async task(@Root() it: RemindTaskPayload, @Ctx() scope: RequestScope): Promise<Task | null> {
    return it.taskRowId === null ? null : scope.loaders.get(taskById).load(it.taskRowId);
  }
}

@Resolver(() => StuckLane)
export class StuckLaneResolver {
  @FieldResolver(() => Position, { nullable: true })
  async position(@Root() lane: StuckLane, @Ctx() scope: RequestScope): Promise<Position | null> {
    return lane.positionId === null ? null : scope.loaders.get(positionById).load(lane.positionId);
  }
}

@Resolver(() => StuckItem)
export class StuckItemResolver {
  constructor(private readonly calendars: WorkingCalendars) {}

  @FieldResolver(() => Instance)
  instance(@Root() item: StuckItem, @Ctx() scope: RequestScope): Promise<Instance> {
    return loadOne(scope, instanceById, item.instanceRowId);
  }

  @FieldResolver(() => Task, { nullable: true })
  async task(@Root() item: StuckItem, @Ctx() scope: RequestScope): Promise<Task | null> {
    if (item.taskRowId === null) return null;
    if (!allows(scope.ctx.actor, "task.read", { officeId: item.officeRowId })) return null;
    return loadOne(scope, taskById, item.taskRowId);
  }

  @FieldResolver(() => WaitingCall, { nullable: true })
  async waitingCall(
    @Root() item: StuckItem,
    @Ctx() scope: RequestScope,
  ): Promise<WaitingCall | null> {
    if (item.reason !== "SOP_NOT_IN_FORCE") return null;
    return waitingCallAt(scope, item.instanceRowId, item.visit);
  }

  @FieldResolver(() => DateTime)
  openSince(@Root() item: StuckItem, @Ctx() scope: RequestScope): Promise<number> {
    return openSince(item, scope);
  }

  @FieldResolver(() => WorkingTime)
  async openFor(@Root() item: StuckItem, @Ctx() scope: RequestScope): Promise<WorkingTime> {
    const [since, calendar] = await Promise.all([
      openSince(item, scope),
      this.calendars.of(scope.reader, item.officeRowId),
    ]);
    const passed = workingTimeBetween(calendar, since, scope.ctx.now());
    return Object.assign(new WorkingTime(), {
      isLate: false,
      ...workingTimeParts(calendar, passed),
    });
  }

  @FieldResolver(() => LocalDate, { nullable: true })
  async assigneeAwayUntil(
    @Root() item: StuckItem,
    @Ctx() scope: RequestScope,
  ): Promise<number | null> {
    if (item.taskRowId === null) return null;
    const { assigneeId } = await loadOne(scope, taskById, item.taskRowId);
    if (assigneeId === null) return null;
    const until = await scope.loaders.get(awayUntil).load(assigneeId);
    if (until === null) return null;
    return localDay(await this.calendars.of(scope.reader, item.officeRowId), until - 1);
  }

  @FieldResolver(() => DateTime, { nullable: true })
  remindedAt(@Root() item: StuckItem, @Ctx() scope: RequestScope): Promise<number | null> {
    return remindedAtOf(scope, item);
  }

  @FieldResolver(() => StuckActionEnum, { nullable: true })
  async action(@Root() item: StuckItem, @Ctx() scope: RequestScope): Promise<StuckAction | null> {
    return stuckActions(await factsOf(scope, item))[0] ?? null;
  }

  @FieldResolver(() => [StuckActionEnum])
  async alternatives(
    @Root() item: StuckItem,
    @Ctx() scope: RequestScope,
  ): Promise<readonly StuckAction[]> {
    return stuckActions(await factsOf(scope, item)).slice(1);
  }
}

async function openSince(item: StuckItem, scope: RequestScope): Promise<number> {
  if (item.taskRowId === null) return item.since;
  return (await loadOne(scope, taskById, item.taskRowId)).openedAt;
}
