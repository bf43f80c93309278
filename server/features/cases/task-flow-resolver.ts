import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ancestorsOf, outputsGiven, transition } from "../../../domain/index.js";
import { allows } from "../../kernel/policy.js";
import type { EnactedVersions } from "../../runtime/enacted-version.js";
import type { NowOrLater } from "../../runtime/now-or-later.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { loadOne } from "../people/people-service.js";
import { formOf, type SopNode, SopOutput } from "../sops/sop-service.js";
import { readThrough } from "./case-access.js";
import { instanceById, tasksOfInstance } from "./case-loaders.js";
import { type GivenOutput, Task } from "./case-types.js";
import { stateOfInstance } from "./flow-loaders.js";
import { givenBy } from "./given-by.js";
import { ReturnTarget, TaskRequirement } from "./flow-types.js";
import { readOwed } from "./read-owed.js";

/** What a task needs and owes, and where the case can go back to from it. */
@Resolver(() => Task)
export class TaskFlowResolver {
  constructor(private readonly versions: EnactedVersions) {}

  @FieldResolver(() => [TaskRequirement], {
    description: "What the step asks for, with what earlier steps have given of it.",
  })
  requirements(@Root() task: Task, @Ctx() scope: RequestScope): NowOrLater<TaskRequirement[]> {
    return this.#read(scope, task, async () => {
      const { nodes, nodeByKey, outputs } = await formOf(scope, task.versionId);
      const state = await loadOne(scope, stateOfInstance, task.instanceId);
      const tasks = await scope.loaders.get(tasksOfInstance).load(task.instanceId);
      const counts = outputsGiven(state);
      const given = tasks.filter(({ status }) => status === "DONE").flatMap(givenBy(outputs));
      return (nodeByKey.get(task.nodeKey)?.requirements ?? []).map(({ text, output }) => ({
        text,
        output: outputs.find(({ key }) => key === output) ?? null,
        met: output === null ? null : counts.has(output),
        given: given.filter((one: GivenOutput) => one.output.key === output),
        owedBy: output === null ? [] : nodes.filter((node) => node.outputs.includes(output)),
      }));
    });
  }

  @FieldResolver(() => [SopOutput], {
    description:
      "The outputs that other steps are linked to and that completing this task must give, unless the office only warns; on a decision, those of any of its outcomes.",
  })
  owedOutputs(@Root() task: Task, @Ctx() scope: RequestScope): NowOrLater<readonly SopOutput[]> {
    return readOwed(scope, this.versions, task, null);
  }

  @FieldResolver(() => [ReturnTarget], {
    description:
      "The steps that the caller could send the case back to from here, latest first; none where they may not work the task.",
  })
  async returnTargets(@Root() task: Task, @Ctx() scope: RequestScope): Promise<ReturnTarget[]> {
    if (task.status !== "OPEN" && task.status !== "CLAIMED") return [];
    if (!(await this.#mayWork(scope, task))) return [];
    const { nodeByKey } = await formOf(scope, task.versionId);
    const state = await loadOne(scope, stateOfInstance, task.instanceId);
    const tasks = await scope.loaders.get(tasksOfInstance).load(task.instanceId);
    return [...ancestorsOf(state, task.visit)]
      .sort((one, other) => other - one)
      .map((visit) => ({
        visit,
        node: nodeByKey.get(state.visits[visit - 1]?.node ?? "") as SopNode,
        tasks: tasks.filter((one) => one.visit === visit && one.status === "DONE"),
      }));
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the caller could take back what they did here.",
  })
  async canRecall(@Root() task: Task, @Ctx() scope: RequestScope): Promise<boolean> {
    const { actor } = scope.ctx;
    const by = actor.type === "PERSON" ? actor.personId : null;
    if (task.status !== "DONE" || task.assigneeId !== by) return false;
    if (!(await this.#mayWork(scope, task))) return false;
    const { plan } = await this.versions.get(scope.reader, task.versionId);
    const state = await loadOne(scope, stateOfInstance, task.instanceId);
    // The engine decides, by trying.
    return transition(plan, state, { type: "RECALL", task: task.no, by }).ok;
  }

  async #mayWork(scope: RequestScope, task: Task): Promise<boolean> {
    const { officeId, status } = await loadOne(scope, instanceById, task.instanceId);
    const { positionId, requesterId, assigneeId } = task;
    const { actor } = scope.ctx;
    const isOthers =
      actor.type === "PERSON" && assigneeId !== null && assigneeId !== actor.personId;
    const subject = { officeId, positionId, requesterId };
    return status === "RUNNING" && !isOthers && allows(actor, "task.work", subject);
  }

  async #read<T>(scope: RequestScope, task: Task, read: () => Promise<T>): Promise<T> {
    const instance = await loadOne(scope, instanceById, task.instanceId);
    return readThrough(scope, "task.read", instance, read, task);
  }
}
