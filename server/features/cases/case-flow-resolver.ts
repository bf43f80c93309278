import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { allows, requireSignedIn } from "../../kernel/policy.js";
import { chain, type NowOrLater } from "../../runtime/now-or-later.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { loadOne } from "../people/people-service.js";
import { formOf, Sop, sopById, type SopNode } from "../sops/sop-service.js";
import { mayRead, readThrough } from "./case-access.js";
import { instanceById } from "./case-loaders.js";
import { Instance, TaskOutcome } from "./case-types.js";
import {
  childrenOfInstance,
  stateOfInstance,
  waitingCallColumns,
  type WaitingCallRow,
  waitingCallsOfInstance,
} from "./flow-loaders.js";
import { CaseVisit, WaitingCall } from "./flow-types.js";
import { toWaitingCall } from "./waiting-call.js";

/** How a case has gone through its SOP, and the cases that it hangs together with. */
@Resolver(() => Instance)
export class CaseFlowResolver {
  @FieldResolver(() => [CaseVisit], {
    description: "Every stay at a step so far, in the order of coming. A token needs CASES_READ.",
  })
  visits(@Root() instance: Instance, @Ctx() scope: RequestScope): NowOrLater<CaseVisit[]> {
    return readThrough(scope, "case.read", instance, async () => {
      const { nodeByKey, edges } = await formOf(scope, instance.versionId);
      const state = await loadOne(scope, stateOfInstance, instance.rowId);
      return state.visits.map((visit) => ({
        no: visit.no,
        node: nodeByKey.get(visit.node) as SopNode,
        status: visit.status,
        causes: visit.causes,
        outcome: outcomeOf(edges, visit.outcome),
      }));
    });
  }

  @FieldResolver(() => Instance, {
    nullable: true,
    description: "The case whose connector started it; null also where the caller may not read it.",
  })
  async parent(@Root() it: Instance, @Ctx() scope: RequestScope): Promise<Instance | null> {
    if (it.parentId === null) return null;
    const parent = await loadOne(scope, instanceById, it.parentId);
    return (await mayRead(scope, "case.read", parent)) ? parent : null;
  }

  @FieldResolver(() => [Instance], {
    description: "The cases that its connectors have started, oldest first; those one may read.",
  })
  async children(@Root() it: Instance, @Ctx() scope: RequestScope): Promise<Instance[]> {
    const children = await scope.loaders.get(childrenOfInstance).load(it.rowId);
    const readable = await Promise.all(children.map((child) => mayRead(scope, "case.read", child)));
    return children.filter((_, index) => readable[index]);
  }

  @FieldResolver(() => [WaitingCall], {
    description: "The connectors at which it waits because their SOP cannot be started.",
  })
  waitingCalls(@Root() it: Instance, @Ctx() scope: RequestScope): NowOrLater<WaitingCall[]> {
    return readThrough(scope, "case.read", it, async () => {
      const rows = await scope.loaders.get(waitingCallsOfInstance).load(it.rowId);
      return Promise.all(rows.map((row) => toWaitingCall(scope, row)));
    });
  }

  @FieldResolver(() => Boolean, { description: "Whether the caller could comment on it." })
  canComment(@Root() it: Instance, @Ctx() scope: RequestScope): NowOrLater<boolean> {
    const isAlive = it.status === "RUNNING" || it.status === "HELD";
    if (!isAlive || scope.ctx.actor.type !== "PERSON") return false;
    return mayRead(scope, "case.read", it);
  }
}

@Resolver(() => WaitingCall)
export class WaitingCallResolver {
  @Query(() => [WaitingCall], {
    description:
      "Where cases wait at a connector whose SOP cannot be started, longest first, at most 100; for admins, and the managers of the cases' office.",
  })
  async waitingCalls(@Ctx() scope: RequestScope): Promise<WaitingCall[]> {
    const actor = requireSignedIn(scope.ctx);
    const everywhere = allows(actor, "case.hold", {});
    const officeId = "officeId" in actor ? actor.officeId : 0;
    if (!everywhere && !allows(actor, "case.hold", { officeId })) return [];
    const rows = await scope.reader.all<WaitingCallRow>(
      `SELECT ${waitingCallColumns} ${everywhere ? "" : "WHERE i.office_id = ?"}
        ORDER BY w.since, w.instance_id, w.visit LIMIT 100`,
      everywhere ? [] : [officeId],
    );
    return Promise.all(rows.map((row) => toWaitingCall(scope, row)));
  }

  @FieldResolver(() => Instance, { description: "The case that waits." })
  instance(@Root() it: WaitingCall, @Ctx() scope: RequestScope): Promise<Instance> {
    return loadOne(scope, instanceById, it.instanceId);
  }

  @FieldResolver(() => Sop, {
    nullable: true,
    description: "The SOP that it waits for; null where the drawing names none that there is.",
  })
  sop(@Root() it: WaitingCall, @Ctx() scope: RequestScope): NowOrLater<Sop | null> {
    return chain(scope.loaders.get(sopById).load(it.sopId), (sop) =>
      sop && allows(scope.ctx.actor, "sop.read", { officeId: sop.officeId }) ? sop : null,
    );
  }
}

function outcomeOf(
  edges: readonly { readonly key: string; readonly outcome: string | null }[],
  key: string | null,
): TaskOutcome | null {
  const edge = edges.find((one) => one.key === key);
  return edge ? { task: null, key: edge.key, label: edge.outcome ?? "" } : null;
}
