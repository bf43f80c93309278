import type { RequestScope } from "../../runtime/request-scope.js";
import { loadOne } from "../people/people-service.js";
import { formOf, type SopNode } from "../sops/sop-service.js";
import { stateOfInstance, type WaitingCallRow, waitingCallsOfInstance } from "./flow-loaders.js";
import { WaitingCall } from "./flow-types.js";

export async function toWaitingCall(
  scope: RequestScope,
  row: WaitingCallRow,
): Promise<WaitingCall> {
  const { nodeByKey } = await formOf(scope, row.versionId);
  const state = await loadOne(scope, stateOfInstance, row.instanceId);
  const key = state.visits[row.nodeVisit - 1]?.node ?? "";
  return Object.assign(new WaitingCall(), {
    instanceId: row.instanceId,
    sopId: row.sopId,
    node: nodeByKey.get(key) as SopNode,
    reason: row.reason,
    since: row.since,
  });
}

/** The connector of a case that waits at a visit; `null`: it waits no longer. */
export async function waitingCallAt(
  scope: RequestScope,
  instanceId: number,
  visit: number,
): Promise<WaitingCall | null> {
  const rows = await scope.loaders.get(waitingCallsOfInstance).load(instanceId);
  const row = rows.find(({ nodeVisit }) => nodeVisit === visit);
  return row ? toWaitingCall(scope, row) : null;
}
