import { allows } from "../../kernel/policy.js";
import type { NodeSource } from "../../runtime/graphql/node.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { instanceById, taskById } from "./case-loaders.js";
import type { Instance } from "./case-types.js";

const mayRead = (scope: RequestScope, { officeId, requesterId }: Instance): boolean =>
  allows(scope.ctx.actor, "case.read", { officeId, requesterId });

/** How `node(id)` finds what this feature owns; what the caller may not see is not there. */
export const caseSources: readonly NodeSource[] = [
  {
    type: "Instance",
    async find(scope, id) {
      const instance = await scope.loaders.get(instanceById).load(id);
      return instance && mayRead(scope, instance) ? instance : null;
    },
  },
  {
    type: "Task",
    async find(scope, id) {
      const task = await scope.loaders.get(taskById).load(id);
      const instance = task && (await scope.loaders.get(instanceById).load(task.instanceId));
      if (!instance) return null;
      const { officeId, requesterId } = instance;
      const { positionId } = task;
      const subject = { officeId, requesterId, positionId };
      return allows(scope.ctx.actor, "task.read", subject) ? task : null;
    },
  },
];
