import { basename } from "node:path";
import {
  applyEdits,
  type DocumentEdit,
  type GraphNode,
  type SopDocument,
  usualReminders,
} from "../../domain/index.js";
import { listSeeds, readSeed } from "../../server/features/people/seed-files.js";
import { EnactService } from "../../server/features/sops/enact-service.js";
import { DrawingChecker } from "../../server/features/sops/drawing-checker.js";
import { insertDraft, insertRevision } from "../../server/features/sops/new-draft.js";
import type { Context } from "../../server/kernel/context.js";
import { toGlobalId } from "../../server/kernel/global-id.js";
import type { Database } from "../../server/persistence/database.js";
import { EnactedVersions } from "../../server/runtime/enacted-version.js";
import { NoticeBoard } from "../../server/runtime/notices/notice-board.js";
import type { StampedCalendar } from "../../server/runtime/working-calendars.js";
import type { Procedure } from "../../seeds/seed-shapes.js";
import { codeIn, type HistoryOffice } from "./history-office.js";
import type { Rulebook } from "./played-case.js";

/** An SOP of the office, by what its cases were run in the course of time. */
export interface HistoryProcedure {
  readonly sopId: number;
  readonly title: string;
  /** How many cases it has, against the others. */
  readonly weight: number;
  /** Its versions, the newest first, each with the moment since which it was in force. */
  readonly versions: readonly { readonly since: number; readonly rules: Rulebook }[];
}

/** By the numbers of their files; what is not named here has few. */
const weights: Readonly<Record<string, number>> = { "001": 6, "000": 3, "003": 2, "004a": 4 };
/** Those of which a second version comes into force in the middle of the history. */
const revised = new Set(["001", "004a"]);

/** One file of `seeds/revisions`, named as the procedure that it revises: it calls another one. */
interface Revision {
  readonly calls: string;
  readonly edits: readonly DocumentEdit[];
}

/** Enacts the demo's procedures in the office at the moment `from`, and revises some at `middle`. */
export async function enactProcedures(
  database: Database,
  contextAt: (at: number) => Context,
  office: HistoryOffice,
  times: { readonly from: number; readonly middle: number; readonly calendar: StampedCalendar },
): Promise<readonly HistoryProcedure[]> {
  const enactments = new EnactService(
    database,
    new NoticeBoard(database, false),
    new DrawingChecker(null),
  );
  const known = new EnactedVersions();
  const { from, middle, calendar } = times;

  const enact = async (
    at: number,
    draft: (tx: Parameters<typeof insertDraft>[0], ctx: Context) => Promise<number>,
  ): Promise<HistoryProcedure["versions"][number]> => {
    const ctx = contextAt(at);
    const versionId = await database.unitOfWork.run(ctx, (tx) => draft(tx, ctx));
    const problems = await enactments.enact(ctx, {
      ...{ versionId, revision: 1, inForceFrom: null, idempotencyKey: null },
    });
    if (problems.length > 0) throw new Error(`It has problems: ${JSON.stringify(problems)}`);
    const version = await known.get(database.reader, versionId);
    return { since: at, rules: { version, calendar, reminders: usualReminders } };
  };

  const procedures: HistoryProcedure[] = [];
  const sopIds = new Map<string, number>();
  // What is called is there before what calls it.
  for (const path of listSeeds("procedures").toReversed()) {
    const seed = readSeed<Procedure>(path);
    const name = basename(path, ".json");
    const number = /^\w+?(?=-)/.exec(name)?.[0] ?? "";
    const document = inOffice(seed.document, office.code);
    const sopId = await insertSop(database, contextAt(from), office.id, seed);
    const copy = { sopId, document, sourceVersionId: null };
    const versions = [await enact(from, (tx, ctx) => insertDraft(tx, ctx, copy))];
    sopIds.set(name, sopId);
    if (revised.has(number)) {
      const id = versions[0]?.rules.version.versionId ?? 0;
      const next = quickened(withCalls(document, name, sopIds));
      const source = { id, sopId, document: JSON.stringify(next) };
      versions.unshift(await enact(middle, (tx, ctx) => insertRevision(tx, ctx, source)));
    }
    procedures.push({ sopId, title: seed.title, weight: weights[number] ?? 1, versions });
  }
  return procedures;
}

async function insertSop(
  database: Database,
  ctx: Context,
  officeId: number,
  { number, part, title }: Procedure,
): Promise<number> {
  const { insertId } = await database.unitOfWork.run(ctx, (tx) =>
    tx.run("INSERT INTO sop (office_id, number, part, title, created_at) VALUES (?, ?, ?, ?, ?)", [
      ...[officeId, number, part ?? "", title, ctx.now()],
    ]),
  );
  return insertId;
}

/** Its lanes belong to the positions of this office. */
function inOffice(document: SopDocument, office: string): SopDocument {
  const lanes = document.graph.lanes.map((lane) =>
    lane.binding?.type === "POSITION"
      ? { ...lane, binding: { ...lane.binding, position: codeIn(office, lane.binding.position) } }
      : lane,
  );
  return { ...document, graph: { ...document.graph, lanes } };
}

/** As `seeds/revisions` has it, where it has it; whoever calls waits here, which more SOPs do than not. */
function withCalls(
  document: SopDocument,
  name: string,
  sopIds: ReadonlyMap<string, number>,
): SopDocument {
  const path = listSeeds("revisions").find((one) => basename(one, ".json") === name);
  if (!path) return document;
  const { calls, edits } = readSeed<Revision>(path);
  const call = { sop: toGlobalId("Sop", sopIds.get(calls) ?? 0), waits: true };
  const result = applyEdits(
    document,
    edits.map((edit) =>
      edit.op === "ADD" && edit.in === "nodes" && edit.value.call
        ? { ...edit, value: { ...edit.value, call } satisfies GraphNode }
        : edit,
    ),
  );
  if (!result.ok) throw new Error(`${path} does not fit`);
  return result.document;
}

/** As an office revises an SOP: two thirds of the time for each step, and a lane is called otherwise. */
function quickened(document: SopDocument): SopDocument {
  const { lanes, nodes } = document.graph;
  const shorter = nodes.map((node) => {
    const { standardTime: time } = node;
    if (!time) return node;
    const value = Math.max(1, Math.round((time.value * 2) / 3));
    return { ...node, standardTime: { ...time, value } };
  });
  const last = lanes.length - 1;
  const renamed = lanes.map((lane, index) =>
    index === last ? { ...lane, name: `${lane.name} (baru)` } : lane,
  );
  return { ...document, graph: { ...document.graph, nodes: shorter, lanes: renamed } };
}
