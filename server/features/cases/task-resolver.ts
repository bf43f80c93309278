import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { fromGlobalId } from "../../kernel/global-id.js";
import { allows } from "../../kernel/policy.js";
import { type Connection, PageArgs } from "../../runtime/graphql/connection.js";
import { signedInPayload } from "../../runtime/mutation-payload.js";
import { chain, type NowOrLater } from "../../runtime/now-or-later.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { loadOne, Person, personById } from "../people/people-service.js";
import { formOf, Lane, SopNode } from "../sops/sop-service.js";
import { isAbandoned } from "./abandoned-task.js";
import { readThrough } from "./case-access.js";
import { TaskFile } from "./case-file-types.js";
import { caseFile, filesOfInstance } from "./case-files.js";
import {
  CompleteTaskInput,
  DelegateTaskInput,
  RecallTaskInput,
  ReturnTaskInput,
  TaskActionInput,
} from "./case-inputs.js";
import { instanceById, taskById } from "./case-loaders.js";
import { TaskPayload } from "./case-payloads.js";
import { GivenOutput, Instance, Task, TaskOutcome } from "./case-types.js";
import { givenBy } from "./given-by.js";
import { TaskFilter } from "./task-filter.js";
import { listTasks, TaskConnection } from "./task-list.js";
import type { TaskIds, TaskService } from "./task-service.js";
import { fileIds, uploadIds } from "./upload-ids.js";

@Resolver(() => Task)
export class TaskResolver {
  constructor(private readonly service: TaskService) {}

  @Query(() => TaskConnection, {
    description: "Tasks, what is due first; by default what the caller may act on.",
  })
  tasks(
    @Ctx() scope: RequestScope,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => TaskFilter, { nullable: true, description: "Which ones." })
    filter?: TaskFilter | null,
  ): Promise<Connection<Task>> {
    return listTasks(scope, filter ?? {}, page);
  }

  @Mutation(() => TaskPayload, {
    description:
      "Takes a task (ambil); of two at once one wins. A claim of somebody who can no longer work it is taken over.",
  })
  claimTask(
    @Ctx() scope: RequestScope,
    @Arg("input", () => TaskActionInput, { description: "Which one." }) input: TaskActionInput,
  ): Promise<TaskPayload> {
    return act(scope, input.taskId, (id) => this.service.claim(scope.ctx, id));
  }

  @Mutation(() => TaskPayload, {
    description:
      "Gives a claimed task back to its lane: one's own, or anybody's for the admin and the office's manager.",
  })
  releaseTask(
    @Ctx() scope: RequestScope,
    @Arg("input", () => TaskActionInput, { description: "Which one." }) input: TaskActionInput,
  ): Promise<TaskPayload> {
    return act(scope, input.taskId, (id) => this.service.release(scope.ctx, id));
  }

  @Mutation(() => TaskPayload, {
    description: "Hands a task to another holder of its lane's position (limpahkan).",
  })
  delegateTask(
    @Ctx() scope: RequestScope,
    @Arg("input", () => DelegateTaskInput, { description: "Which one, and to whom." })
    input: DelegateTaskInput,
  ): Promise<TaskPayload> {
    return act(scope, input.taskId, (id) => {
      const to = fromGlobalId(input.personId, "Person", "input.personId");
      return this.service.delegate(scope.ctx, id, to);
    });
  }

  @Mutation(() => TaskPayload, {
    description: "Completes a task, with its outcome on a decision. An unclaimed one is claimed.",
  })
  completeTask(
    @Ctx() scope: RequestScope,
    @Arg("input", () => CompleteTaskInput, { description: "Which one, and how it was done." })
    input: CompleteTaskInput,
  ): Promise<TaskPayload> {
    return act(scope, input.taskId, (taskId) =>
      this.service.complete(scope.ctx, {
        taskId,
        outcome: input.outcome ?? null,
        given: (input.outputs ?? []).map(({ output, reference, files }, at) => ({
          output,
          reference: reference ?? "",
          ...fileIds(files, `input.outputs.${at}.files`),
        })),
        comment: input.comment ?? null,
        brought: input.brought ?? [],
        broughtFiles: (input.broughtFiles ?? []).map(({ requirement, files }, at) => ({
          requirement,
          uploadIds: uploadIds(files, `input.broughtFiles.${at}.files`),
        })),
        uploadIds: uploadIds(input.files, "input.files"),
        idempotencyKey: input.idempotencyKey ?? null,
      }),
    );
  }

  @Mutation(() => TaskPayload, {
    description:
      "Sends the case back to a step that led to the task (kembalikan): that step is to be done again, and all that followed from it is undone.",
  })
  returnTask(
    @Ctx() scope: RequestScope,
    @Arg("input", () => ReturnTaskInput, { description: "From where to where, and why." })
    input: ReturnTaskInput,
  ): Promise<TaskPayload> {
    const { visit, reason } = input;
    const idempotencyKey = input.idempotencyKey ?? null;
    return act(scope, input.taskId, (taskId) =>
      this.service.return(scope.ctx, { taskId, visit, reason, idempotencyKey }),
    );
  }

  @Mutation(() => TaskPayload, {
    description:
      "Takes back a task that the caller was the last to finish, while nobody has gone on with what followed (tarik).",
  })
  recallTask(
    @Ctx() scope: RequestScope,
    @Arg("input", () => RecallTaskInput, { description: "Which one." }) input: RecallTaskInput,
  ): Promise<TaskPayload> {
    return act(scope, input.taskId, (taskId) =>
      this.service.recall(scope.ctx, taskId, input.idempotencyKey ?? null),
    );
  }

  @FieldResolver(() => Instance, {
    description: "The case that it belongs to. A token needs CASES_READ.",
  })
  async instance(@Root() task: Task, @Ctx() scope: RequestScope): Promise<Instance> {
    const instance = await loadOne(scope, instanceById, task.instanceId);
    return readThrough(scope, "case.read", instance, () => instance, task);
  }

  @FieldResolver(() => SopNode, { description: "The step of the SOP." })
  node(@Root() task: Task, @Ctx() scope: RequestScope): NowOrLater<SopNode> {
    const form = formOf(scope, task.versionId);
    return chain(form, ({ nodeByKey }) => nodeByKey.get(task.nodeKey) as SopNode);
  }

  @FieldResolver(() => Lane, { description: "The lane that it stands in." })
  lane(@Root() task: Task, @Ctx() scope: RequestScope): NowOrLater<Lane> {
    const form = formOf(scope, task.versionId);
    return chain(form, ({ laneByKey }) => laneByKey.get(task.laneKey) as Lane);
  }

  @FieldResolver(() => Person, { nullable: true, description: "Who has it, or did it." })
  async assignee(@Root() task: Task, @Ctx() scope: RequestScope): Promise<Person | null> {
    return task.assigneeId === null ? null : scope.loaders.get(personById).load(task.assigneeId);
  }

  @FieldResolver(() => [TaskOutcome], {
    description: "The outcomes to choose from; none where the step is no decision.",
  })
  async outcomes(@Root() task: Task, @Ctx() scope: RequestScope): Promise<TaskOutcome[]> {
    const { edges } = await formOf(scope, task.versionId);
    return edges
      .filter((edge) => edge.from === task.nodeKey && edge.outcome !== null)
      .map((edge) => ({ task, key: edge.key, label: edge.outcome ?? "" }));
  }

  @FieldResolver(() => [GivenOutput], { description: "What it has yielded." })
  async given(@Root() task: Task, @Ctx() scope: RequestScope): Promise<GivenOutput[]> {
    if (task.givenJson === null) return [];
    return givenBy((await formOf(scope, task.versionId)).outputs)(task);
  }

  @FieldResolver(() => [TaskFile], {
    description: "The files that came with it, also where it was undone since.",
  })
  async files(@Root() task: Task, @Ctx() scope: RequestScope): Promise<TaskFile[]> {
    const files = await scope.loaders.get(filesOfInstance).load(task.instanceId);
    return files
      .filter(({ taskNo }) => taskNo === task.no)
      .map((row) => ({ file: caseFile(row), purpose: row.purpose, about: row.about }));
  }

  @FieldResolver(() => Boolean, { description: "Whether the caller could claim it now." })
  async canClaim(@Root() task: Task, @Ctx() scope: RequestScope): Promise<boolean> {
    const { actor } = scope.ctx;
    if (actor.type !== "PERSON" || task.assigneeId === actor.personId) return false;
    if (task.status !== "OPEN" && task.status !== "CLAIMED") return false;
    if (!(await mayWork(task, scope))) return false;
    return task.status === "OPEN" || scope.loaders.get(isAbandoned).load(task.rowId);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the caller could give it back to its lane now.",
  })
  async canRelease(@Root() task: Task, @Ctx() scope: RequestScope): Promise<boolean> {
    const { actor } = scope.ctx;
    if (actor.type !== "PERSON" || task.status !== "CLAIMED") return false;
    const { officeId, status } = await loadOne(scope, instanceById, task.instanceId);
    if (status === "RUNNING" && allows(actor, "task.release", { officeId })) return true;
    return task.assigneeId === actor.personId && mayWork(task, scope);
  }

  @FieldResolver(() => Boolean, { description: "Whether the caller could complete it now." })
  async canComplete(@Root() task: Task, @Ctx() scope: RequestScope): Promise<boolean> {
    const { actor } = scope.ctx;
    const mine = actor.type === "PERSON" && task.assigneeId === actor.personId;
    return (
      (task.status === "OPEN" || (task.status === "CLAIMED" && mine)) &&
      (await mayWork(task, scope))
    );
  }
}

async function mayWork(task: Task, scope: RequestScope): Promise<boolean> {
  const { officeId, status } = await loadOne(scope, instanceById, task.instanceId);
  const { positionId, requesterId } = task;
  return (
    status === "RUNNING" &&
    allows(scope.ctx.actor, "task.work", { officeId, positionId, requesterId })
  );
}

/** What of it the caller has asked for is read afresh, after the commit. */
@Resolver(() => TaskPayload)
export class TaskPayloadResolver {
  @FieldResolver(() => Task, { nullable: true, description: "The task after the change." })
  async task(@Root() { ids }: TaskPayload, @Ctx() scope: RequestScope): Promise<Task | null> {
    return ids && scope.loaders.get(taskById).load(ids.taskId);
  }

  @FieldResolver(() => Instance, { nullable: true, description: "Its case after the change." })
  async instance(
    @Root() { ids }: TaskPayload,
    @Ctx() scope: RequestScope,
  ): Promise<Instance | null> {
    return ids && scope.loaders.get(instanceById).load(ids.instanceId);
  }
}

function act(
  scope: RequestScope,
  taskId: string,
  work: (taskId: number) => Promise<TaskIds>,
): Promise<TaskPayload> {
  return signedInPayload(scope.ctx, TaskPayload, async (payload) => {
    payload.ids = await work(fromGlobalId(taskId, "Task", "input.taskId"));
    scope.loaders.clear();
  });
}
