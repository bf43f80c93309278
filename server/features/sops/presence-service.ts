import type { Context } from "../../kernel/context.js";
import { allows, requirePerson } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Row, Tx } from "../../persistence/database.js";
import { type MostSaves, type SavesSince, savesSince } from "./draft-history.js";
import { authorizeVersion, findVersion, isOpen } from "./version-row.js";

/** Whoever was not heard of for so long has gone. */
const PRESENCE_LASTS = 30_000;

/** Windows that one person may have open on one draft. */
const MAX_TABS = 20;
/** Who is listed; a draft that more people have open is a meeting. */
const MAX_PEOPLE = 50;
/** What is handed over every few seconds; whoever missed more loads the draft anew. */
const mostMissed: MostSaves = { saves: 100, length: 100_000 };
const noSaves: MostSaves = { saves: 0, length: 0 };
/** UTF-16 units of the place in the draft. */
const MAX_FOCUS = 200;

export interface Pulse {
  readonly versionId: number;
  /** The revision that the window has. */
  readonly revision: number;
  readonly tab: string;
  readonly focus: string | null;
  readonly leaving: boolean;
}

/** A window that has the draft open. */
export interface Presence extends Row {
  readonly personId: number;
  readonly tab: string;
  readonly focus: string | null;
  readonly canEdit: number;
  readonly seenAt: number;
}

/** What was saved since the window's revision. */
export interface Missed extends SavesSince {
  /** The draft's revision with these edits. */
  readonly revision: number;
}

/** Who has a draft open, and what the others saved: kept in the database, so that any server can tell. */
export class PresenceService {
  constructor(private readonly database: Database) {}

  /** Notes that the caller is there, or goes; answers what they missed. */
  pulse(ctx: Context, pulse: Pulse): Promise<Missed> {
    const { personId } = requirePerson(ctx);
    if (!/^[\w-]{1,64}$/.test(pulse.tab)) throw new Refusal("INVALID", "input.tab");
    if ((pulse.focus?.length ?? 0) > MAX_FOCUS) throw new Refusal("TOO_LARGE", "input.focus");
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const version = await findVersion(ctx, tx, pulse.versionId);
      const { officeId, status, revision } = version;
      authorizeVersion(ctx, status === "ENACTED" ? "sop.read" : "sop.readDraft", version);
      if (pulse.leaving) await leave(tx, pulse, personId);
      else if (isOpen(status)) {
        const canEdit = allows(ctx.actor, "sop.editDraft", { officeId });
        await stay(tx, pulse, personId, canEdit, ctx.now());
      }
      const stretch = { versionId: pulse.versionId, from: pulse.revision, to: revision };
      // What was enacted tells those who read it what it says, and not how it came to that.
      const most = allows(ctx.actor, "sop.readDraft", { officeId }) ? mostMissed : noSaves;
      return { revision, ...(await savesSince(tx, stretch, most)) };
    });
  }

  /** Who is there now, the latest first. */
  async present(ctx: Context, versionId: number): Promise<readonly Presence[]> {
    return this.database.reader.all<Presence>(
      `SELECT person_id AS personId, tab, focus, can_edit AS canEdit, seen_at AS seenAt
        FROM draft_presence WHERE version_id = ? AND seen_at > ?
        ORDER BY seen_at DESC, person_id, tab LIMIT ${MAX_PEOPLE}`,
      [versionId, ctx.now() - PRESENCE_LASTS],
    );
  }
}

async function leave(tx: Tx, { versionId, tab }: Pulse, personId: number): Promise<void> {
  await tx.run("DELETE FROM draft_presence WHERE version_id = ? AND person_id = ? AND tab = ?", [
    versionId,
    personId,
    tab,
  ]);
}

async function stay(
  tx: Tx,
  { versionId, tab, focus }: Pulse,
  personId: number,
  canEdit: boolean,
  now: number,
): Promise<void> {
  const { changes } = await tx.run(
    `UPDATE draft_presence SET focus = ?, can_edit = ?, seen_at = ?
      WHERE version_id = ? AND person_id = ? AND tab = ?`,
    [focus, canEdit ? 1 : 0, now, versionId, personId, tab],
  );
  if (changes === 1) return;
  await tx.run(
    "DELETE FROM draft_presence WHERE version_id = ? AND person_id = ? AND seen_at < ?",
    [versionId, personId, now - PRESENCE_LASTS],
  );
  const open = await tx.get<Row & { count: number }>(
    "SELECT COUNT(*) AS count FROM draft_presence WHERE version_id = ? AND person_id = ?",
    [versionId, personId],
  );
  if ((open?.count ?? 0) >= MAX_TABS) throw new Refusal("RATE_LIMITED", "input.tab");
  await tx.run(
    `INSERT INTO draft_presence (version_id, person_id, tab, focus, can_edit, seen_at)
      VALUES (?, ?, ?, ?, ?, ?)`,
    [versionId, personId, tab, focus, canEdit ? 1 : 0, now],
  );
}
