import {
  hasEnded,
  type CaseCommand,
  type CaseEffect,
  type CaseState,
  visitWaitingFor,
} from "../../domain/index.js";
import type { Context } from "../kernel/context.js";
import { parseGlobalId } from "../kernel/global-id.js";
import { Refusal } from "../kernel/refusal.js";
import { findCaseHead, findRequest } from "../persistence/case-store.js";
import type { Row, Tx } from "../persistence/database.js";
import type { CaseRunner } from "./case-runner.js";
import { peopleWithRole } from "./notices/notice-board.js";
import { findVersionInForce } from "./version-in-force.js";
import { noteWaitingCall, type WaitingCall, type WaitingReason } from "./waiting-calls.js";

/**
 * How many cases, and how many calls of them, one unit of work may bring about by itself. SOPs that
 * call one another without work between could ask for thousands with one click, or for cases without
 * end where what is enacted later makes a called SOP one without work; then nothing is done at all.
 */
const MOST_STARTED = 100;
const MOST_CALLS = 1000;
const broughtAbout = new WeakMap<Tx, { started: number; calls: number }>();

/** How many cases under way may have called one another in a row: a backstop, and no limit of drawings. */
const MAX_DEPTH = 100;

type EffectType = CaseEffect["type"];
type EffectOf<T extends EffectType> = Extract<CaseEffect, { type: T }>;
type Follow = {
  [T in EffectType]: (
    runner: CaseRunner,
    ctx: Context,
    tx: Tx,
    parentId: number,
    effect: EffectOf<T>,
  ) => Promise<void>;
};

const follow: Follow = {
  START_CASE: (runner, ctx, tx, parentId, effect) => answerCall(runner, ctx, tx, parentId, effect),
  HOLD_CASE: (runner, ctx, tx, _, { instance, reason }) =>
    command(runner, ctx, tx, instance, { type: "HOLD", reason, byParent: true }),
  RESUME_CASE: (runner, ctx, tx, _, { instance }) =>
    command(runner, ctx, tx, instance, { type: "RESUME", byParent: true }),
  CANCEL_CASE: (runner, ctx, tx, _, { instance, reason }) =>
    command(runner, ctx, tx, instance, { type: "CANCEL", reason }),
};

/** Does what a transition asks of other cases, in its unit of work and in nobody's name. */
export async function followEffects(
  runner: CaseRunner,
  ctx: Context,
  tx: Tx,
  instanceId: number,
  effects: readonly CaseEffect[],
): Promise<void> {
  const itself = ofItself(ctx);
  for (const effect of effects) {
    const run = follow[effect.type] as Follow[EffectType];
    await run(runner, itself, tx, instanceId, effect as never);
  }
}

/** Tells the case whose connector waits for this one that it has ended. */
export async function tellParent(
  runner: CaseRunner,
  ctx: Context,
  tx: Tx,
  child: { readonly instanceId: number; readonly parentInstanceId: number },
  { status }: CaseState,
): Promise<void> {
  const parent = await findCaseHead(tx, child.parentInstanceId);
  if (!parent) return;
  const visit = visitWaitingFor(JSON.parse(parent.state) as CaseState, child.instanceId);
  // It does not wait, or it is what ended this one.
  if (!visit) return;
  const type = status === "COMPLETED" ? "CHILD_COMPLETED" : "CHILD_CANCELLED";
  const told: CaseCommand = { type, visit: visit.no, instance: child.instanceId };
  await runner.run(ofItself(ctx), tx, parent, told, []);
}

/**
 * Starts the case that the visit of a connector runs, in the version now in force and for the
 * parent's requester. Where that cannot be, the visit goes on waiting, for all to see. Throws a
 * `Refusal` (TOO_MANY_CASES) where the unit of work has brought about as much as one may.
 */
export async function answerCall(
  runner: CaseRunner,
  ctx: Context,
  tx: Tx,
  parentId: number,
  { visit, sop }: { readonly visit: number; readonly sop: string },
): Promise<void> {
  count(tx, "calls", MOST_CALLS);
  const called = parseGlobalId(sop);
  const sopId = called?.type === "Sop" ? called.id : 0;
  const wait = async (reason: WaitingReason): Promise<void> => {
    const it = { instanceId: parentId, visit, sopId, reason, since: ctx.now() };
    if (await noteWaitingCall(tx, it)) await tellOfWait(runner, ctx, tx, it);
  };
  const found = await findVersionInForce(tx, sopId, ctx.now());
  if (!found || found.versionId === null) return wait("NOT_IN_FORCE");
  if ((await depthOf(tx, parentId)) >= MAX_DEPTH) return wait("TOO_DEEP");
  count(tx, "started", MOST_STARTED);
  const request = await findRequest(tx, parentId);
  if (!request) return;
  const { versionId, officeId } = found;
  const parent = { instance: parentId, visit };
  const it = { ...request, sopId, versionId, officeId, startedBy: null, parent };
  const childId = await runner.start(ctx, tx, it, null, () => []);
  const head = await findCaseHead(tx, parentId);
  if (!head) throw new Error("The case that calls is gone");
  // Refused, and the new case with it, where the parent was ended, held or answered meanwhile.
  await runner.run(ctx, tx, head, { type: "CHILD_STARTED", visit, instance: childId }, []);
  // One without any work was over before its parent knew of it.
  const child = await findCaseHead(tx, childId);
  const state = JSON.parse(child?.state ?? "{}") as CaseState;
  if (state.status === "COMPLETED") {
    await tellParent(runner, ctx, tx, { instanceId: childId, parentInstanceId: parentId }, state);
  }
}

function count(tx: Tx, what: "started" | "calls", most: number): void {
  const counts = broughtAbout.get(tx) ?? { started: 0, calls: 0 };
  broughtAbout.set(tx, counts);
  counts[what] += 1;
  if (counts[what] > most) throw new Refusal("TOO_MANY_CASES", null);
}

/** Those who can see to it that the SOP comes into force are told of the case that waits for it. */
async function tellOfWait(
  { notices }: CaseRunner,
  ctx: Context,
  tx: Tx,
  { instanceId, sopId, reason }: WaitingCall,
): Promise<void> {
  if (reason !== "NOT_IN_FORCE") return;
  const found = await tx.get<Row & { officeId: number; called: string | null }>(
    `SELECT i.office_id AS officeId, (SELECT s.title FROM sop s WHERE s.id = ?) AS called
      FROM instance i WHERE i.id = ?`,
    [sopId, instanceId],
  );
  if (!found) return;
  const people = await peopleWithRole(tx, found.officeId, ["ADMIN", "MANAGER"]);
  const details = { called: found.called ?? "" };
  await notices.post(
    ctx,
    tx,
    people.map((personId) => ({ kind: "CALL_WAITS", to: { personId }, instanceId, details })),
  );
}

/**
 * Its place in a row of cases under way that called one another, from 1. One that is over does not
 * wait for what it began: an SOP may start itself again month after month.
 */
async function depthOf(tx: Tx, instanceId: number): Promise<number> {
  const found = await tx.get<Row & { depth: number }>(
    `WITH RECURSIVE calling (parent_id, depth) AS (
      SELECT parent_instance_id, 1 FROM instance WHERE id = ?
      UNION ALL
      SELECT i.parent_instance_id, c.depth + 1 FROM calling c JOIN instance i ON i.id = c.parent_id
        WHERE i.status IN ('RUNNING', 'HELD') AND c.depth < ?)
    SELECT MAX(depth) AS depth FROM calling`,
    [instanceId, MAX_DEPTH],
  );
  return found?.depth ?? 1;
}

async function command(
  runner: CaseRunner,
  ctx: Context,
  tx: Tx,
  instanceId: number,
  it: CaseCommand,
): Promise<void> {
  const head = await findCaseHead(tx, instanceId);
  if (!head || hasEnded((JSON.parse(head.state) as CaseState).status)) return;
  await runner.run(ctx, tx, head, it, []);
}

/** What follows from somebody's command is done by the server, not by them. */
const ofItself = (ctx: Context): Context =>
  ctx.actor.type === "SYSTEM" ? ctx : { ...ctx, actor: { type: "SYSTEM", name: "Alur" } };
