import type { NodeSource } from "../../runtime/graphql/node.js";
import { mayRead } from "./case-access.js";
import { instanceById, taskById } from "./case-loaders.js";

/** How `node(id)` finds what this feature owns; what the caller may not see is not there. */
export const caseSources: readonly NodeSource[] = [
  {
    type: "Instance",
    async find(scope, id) {
      const instance = await scope.loaders.get(instanceById).load(id);
      return instance && (await mayRead(scope, "case.read", instance)) ? instance : null;
    },
  },
  {
    type: "Task",
    async find(scope, id) {
      const task = await scope.loaders.get(taskById).load(id);
      const instance = task && (await scope.loaders.get(instanceById).load(task.instanceId));
      return instance && (await mayRead(scope, "task.read", instance, task)) ? task : null;
    },
  },
];
