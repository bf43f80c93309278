import { type EdgeKey, owedOutputs } from "../../../domain/index.js";
import type { EnactedVersions } from "../../runtime/enacted-version.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { loadOne } from "../people/people-service.js";
import { formOf, type SopOutput } from "../sops/sop-service.js";
import { readThrough } from "./case-access.js";
import { instanceById } from "./case-loaders.js";
import type { Task } from "./case-types.js";
import { stateOfInstance } from "./flow-loaders.js";

/** What completing a task must give, by this outcome or (`null`) by any; for whoever may read it. */
export async function readOwed(
  scope: RequestScope,
  versions: EnactedVersions,
  task: Task,
  outcome: EdgeKey | null,
): Promise<readonly SopOutput[]> {
  if (task.status !== "OPEN" && task.status !== "CLAIMED") return [];
  const instance = await loadOne(scope, instanceById, task.instanceId);
  const read = async () => {
    const { plan } = await versions.get(scope.reader, task.versionId);
    const state = await loadOne(scope, stateOfInstance, task.instanceId);
    const { outputs } = await formOf(scope, task.versionId);
    const owed = owedOutputs(plan, state, task.no, outcome);
    return outputs.filter(({ key }) => owed.includes(key));
  };
  return readThrough(scope, "task.read", instance, read, task);
}
