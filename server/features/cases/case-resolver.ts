import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { fromGlobalId } from "../../kernel/global-id.js";
import { allows, authorize } from "../../kernel/policy.js";
import { type Connection, PageArgs } from "../../runtime/graphql/connection.js";
import { Milliseconds } from "../../runtime/graphql/scalars.js";
import { signedInPayload } from "../../runtime/mutation-payload.js";
import type { NowOrLater } from "../../runtime/now-or-later.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { loadOne, Person, personById } from "../people/people-service.js";
import { Sop, sopById, SopVersion, versionById } from "../sops/sop-service.js";
import { readThrough } from "./case-access.js";
import {
  CommentInput,
  InstanceActionInput,
  InstanceFilter,
  InstanceReasonInput,
  StartInstanceInput,
} from "./case-inputs.js";
import {
  historyOfInstance,
  instanceById,
  openTasksOfInstance,
  tasksOfInstance,
} from "./case-loaders.js";
import { InstancePayload } from "./case-payloads.js";
import type { CaseService } from "./case-service.js";
import { HistoryEntry, Instance, Task } from "./case-types.js";
import { InstanceConnection, listInstances } from "./instance-list.js";
import { type NewReceipt, printCode } from "./receipt-code.js";
import { receiptOfInstance } from "./receipt-loader.js";
import type { IssuedReceipt } from "./receipt-types.js";
import { uploadIds } from "./upload-ids.js";

@Resolver(() => Instance)
export class CaseResolver {
  constructor(private readonly service: CaseService) {}

  @Query(() => InstanceConnection, {
    description:
      "The cases that the caller may see, newest first; of those that only a task has brought to them, the ones where one is open.",
  })
  instances(
    @Ctx() scope: RequestScope,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => InstanceFilter, { nullable: true, description: "Which ones." })
    filter?: InstanceFilter | null,
  ): Promise<Connection<Instance>> {
    return listInstances(scope, filter ?? {}, page);
  }

  @Mutation(() => InstancePayload, {
    description: "Starts a case of an SOP in force; its first tasks are open at once.",
  })
  startInstance(
    @Ctx() scope: RequestScope,
    @Arg("input", () => StartInstanceInput, { description: "What to start." })
    input: StartInstanceInput,
  ): Promise<InstancePayload> {
    return signedInPayload(scope.ctx, InstancePayload, async (payload) => {
      const { instanceId, receipt } = await this.service.start(scope.ctx, {
        sopId: fromGlobalId(input.sopId, "Sop", "input.sopId"),
        title: input.title ?? null,
        requesterName: input.requesterName ?? null,
        idempotencyKey: input.idempotencyKey ?? null,
      });
      payload.instance = await reread(scope, instanceId);
      payload.receipt = await issuedReceipt(scope, instanceId, receipt);
    });
  }

  @Mutation(() => InstancePayload, { description: "Stops the whole case for a while (tunda)." })
  holdInstance(
    @Ctx() scope: RequestScope,
    @Arg("input", () => InstanceReasonInput, { description: "Which one, and why." })
    input: InstanceReasonInput,
  ): Promise<InstancePayload> {
    return act(scope, input.instanceId, (id) => this.service.hold(scope.ctx, id, input.reason));
  }

  @Mutation(() => InstancePayload, { description: "Lets a held case go on (lanjutkan)." })
  resumeInstance(
    @Ctx() scope: RequestScope,
    @Arg("input", () => InstanceActionInput, { description: "Which one." })
    input: InstanceActionInput,
  ): Promise<InstancePayload> {
    return act(scope, input.instanceId, (id) => this.service.resume(scope.ctx, id));
  }

  @Mutation(() => InstancePayload, { description: "Ends a case before its end (batalkan)." })
  cancelInstance(
    @Ctx() scope: RequestScope,
    @Arg("input", () => InstanceReasonInput, { description: "Which one, and why." })
    input: InstanceReasonInput,
  ): Promise<InstancePayload> {
    return act(scope, input.instanceId, (id) => this.service.cancel(scope.ctx, id, input.reason));
  }

  @Mutation(() => InstancePayload, {
    description: "Says something to a case; also while it is held, and not once it has ended.",
  })
  commentOnInstance(
    @Ctx() scope: RequestScope,
    @Arg("input", () => CommentInput, { description: "What, and to which case." })
    { instanceId, text, files, idempotencyKey = null }: CommentInput,
  ): Promise<InstancePayload> {
    return act(scope, instanceId, async (id) => {
      await this.service.comment(scope.ctx, {
        instanceId: id,
        text: text ?? "",
        uploadIds: uploadIds(files, "input.files"),
        idempotencyKey,
      });
    });
  }

  @FieldResolver(() => Sop, { description: "The SOP that it runs. A token needs SOPS_READ." })
  sop(@Root() instance: Instance, @Ctx() scope: RequestScope): Promise<Sop> {
    authorize(scope.ctx, "sop.read", { officeId: instance.officeId });
    return loadOne(scope, sopById, instance.sopId);
  }

  @FieldResolver(() => SopVersion, {
    description: "The version that it runs on, to its end. A token needs SOPS_READ.",
  })
  version(@Root() instance: Instance, @Ctx() scope: RequestScope): Promise<SopVersion> {
    authorize(scope.ctx, "sop.read", { officeId: instance.officeId });
    return loadOne(scope, versionById, instance.versionId);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: "Whose request it is; null for somebody without an account.",
  })
  async requester(@Root() it: Instance, @Ctx() scope: RequestScope): Promise<Person | null> {
    return it.requesterId === null ? null : scope.loaders.get(personById).load(it.requesterId);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: "Who started it; null for another program.",
  })
  async startedBy(@Root() it: Instance, @Ctx() scope: RequestScope): Promise<Person | null> {
    return it.startedById === null ? null : scope.loaders.get(personById).load(it.startedById);
  }

  @FieldResolver(() => Milliseconds, {
    description: "From its start to its end, or to now while it runs; clock time.",
  })
  leadTime(@Root() instance: Instance, @Ctx() scope: RequestScope): number {
    return (instance.endedAt ?? scope.ctx.now()) - instance.startedAt;
  }

  @FieldResolver(() => [Task], {
    description: "What is to be done now. A token needs TASKS_READ.",
  })
  openTasks(@Root() instance: Instance, @Ctx() scope: RequestScope): NowOrLater<readonly Task[]> {
    const load = () => scope.loaders.get(openTasksOfInstance).load(instance.rowId);
    return readThrough(scope, "task.read", instance, load);
  }

  @FieldResolver(() => [Task], {
    description: "Every task so far, in the order of opening. A token needs TASKS_READ.",
  })
  tasks(@Root() instance: Instance, @Ctx() scope: RequestScope): NowOrLater<readonly Task[]> {
    const load = () => scope.loaders.get(tasksOfInstance).load(instance.rowId);
    return readThrough(scope, "task.read", instance, load);
  }

  @FieldResolver(() => [HistoryEntry], {
    description: "Everything that happened, oldest first. A token needs CASES_READ.",
  })
  history(
    @Root() instance: Instance,
    @Ctx() scope: RequestScope,
  ): NowOrLater<readonly HistoryEntry[]> {
    const load = () => scope.loaders.get(historyOfInstance).load(instance.rowId);
    return readThrough(scope, "case.read", instance, load);
  }

  @FieldResolver(() => Boolean, { description: "Whether the caller could hold or resume it." })
  canHold(@Root() { status, officeId }: Instance, @Ctx() scope: RequestScope): boolean {
    return isAlive(status) && allows(scope.ctx.actor, "case.hold", { officeId });
  }

  @FieldResolver(() => Boolean, { description: "Whether the caller could cancel it." })
  canCancel(@Root() { status, officeId }: Instance, @Ctx() scope: RequestScope): boolean {
    return isAlive(status) && allows(scope.ctx.actor, "case.cancel", { officeId });
  }
}

@Resolver(() => HistoryEntry)
export class HistoryEntryResolver {
  @FieldResolver(() => Person, {
    nullable: true,
    description: "Who did it; null for another program and for the server itself.",
  })
  async actor(@Root() it: HistoryEntry, @Ctx() scope: RequestScope): Promise<Person | null> {
    if (it.actorType !== "PERSON" || it.actorId === null) return null;
    return scope.loaders.get(personById).load(it.actorId);
  }
}

/** The receipt that was made just now, or that of the time when the same start was asked for first. */
async function issuedReceipt(
  scope: RequestScope,
  instanceId: number,
  made: NewReceipt | null,
): Promise<IssuedReceipt | null> {
  if (made) return { number: printCode(made.number), secret: printCode(made.secret) };
  const known = await scope.loaders.get(receiptOfInstance).load(instanceId);
  return known && { number: known.number, secret: null };
}

const isAlive = (status: Instance["status"]): boolean => status === "RUNNING" || status === "HELD";

/** The case as it is now, read after the commit. */
function reread(scope: RequestScope, instanceId: number): Promise<Instance | null> {
  scope.loaders.clear();
  return scope.loaders.get(instanceById).load(instanceId);
}

function act(
  scope: RequestScope,
  instanceId: string,
  work: (instanceId: number) => Promise<void>,
): Promise<InstancePayload> {
  return signedInPayload(scope.ctx, InstancePayload, async (payload) => {
    const id = fromGlobalId(instanceId, "Instance", "input.instanceId");
    await work(id);
    payload.instance = await reread(scope, id);
  });
}
