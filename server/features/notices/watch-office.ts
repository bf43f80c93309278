import type { Graph, SopDocument } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import type { Database, Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import {
  type NewNotice,
  type NoticeBoard,
  peopleWithRole,
} from "../../runtime/notices/notice-board.js";
import { vacanciesAt } from "../people/people-service.js";

const DAY = 86_400_000;
const daysAhead = 14;

/** Told a few days late it is still of use, as after a server stood still; later it is not. */
const newsFor = 3 * DAY;

/**
 * Tells what comes by itself and is done by nobody: an SOP comes into force, a position will be or is
 * vacant, somebody's acting ends. Each is told once, whichever servers look.
 */
export async function watchOffices(
  database: Database,
  board: NoticeBoard,
  ctx: Context,
): Promise<void> {
  const found = [
    ...(await versionsInForce(database, ctx)),
    ...(await endingAppointments(database, ctx)),
    ...(await vacantPositions(database, ctx)),
  ];
  const told = await alreadyTold(
    database,
    found.map(({ name }) => name),
  );
  for (const { name, officeId, notices } of found.filter((each) => !told.has(each.name))) {
    await database.unitOfWork.run(ctx, async (tx) => {
      const people = await peopleWithRole(tx, officeId, ["ADMIN", "MANAGER"]);
      await board.postOnce(ctx, tx, name, notices(people));
    });
  }
}

/** What is told once under a name, to the admins and managers of an office or to whom it names itself. */
interface Finding {
  readonly name: string;
  readonly officeId: number;
  readonly notices: (overseers: readonly number[]) => NewNotice[];
}

async function alreadyTold(
  { reader }: Database,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set();
  const rows = await reader.all<Row & { name: string }>(
    `SELECT name FROM notice_once WHERE name IN (${placeholders(names)})`,
    names,
  );
  return new Set(rows.map(({ name }) => name));
}

/** Those that came into force by themselves: of what is in force at once its enactment tells. */
async function versionsInForce({ reader }: Database, ctx: Context): Promise<Finding[]> {
  const rows = await reader.all<Row & { id: number; officeId: number; document: string }>(
    `SELECT v.id, s.office_id AS officeId, v.document FROM sop_version v
      JOIN sop s ON s.id = v.sop_id WHERE v.status = 'ENACTED' AND v.in_force_from <= ?
      AND v.in_force_from > ? AND v.in_force_from > v.enacted_at + 60000
      AND (s.retired_at IS NULL OR s.retired_at < v.enacted_at)`,
    [ctx.now(), ctx.now() - newsFor],
  );
  const findings: Finding[] = [];
  for (const { id: versionId, officeId, document } of rows) {
    const positions = await positionsOf(reader, (JSON.parse(document) as SopDocument).graph);
    findings.push({
      name: `in-force:${versionId}`,
      officeId,
      notices: (overseers) =>
        [
          ...positions.map((positionId) => ({ positionId })),
          ...overseers.map((personId) => ({ personId })),
        ].map((to) => ({ kind: "SOP_IN_FORCE", to, versionId })),
    });
  }
  return findings;
}

async function positionsOf(reader: Database["reader"], { lanes }: Graph): Promise<number[]> {
  const codes = lanes.flatMap(({ binding }) =>
    binding?.type === "POSITION" ? [binding.position] : [],
  );
  if (codes.length === 0) return [];
  const rows = await reader.all<Row & { id: number }>(
    `SELECT q.id FROM position q WHERE q.code IN (${placeholders(codes)}) ORDER BY q.id`,
    codes,
  );
  return rows.map(({ id }) => id);
}

/** Of a few days' leave nobody need be told that it ends. */
async function endingAppointments({ reader }: Database, ctx: Context): Promise<Finding[]> {
  const rows = await reader.all<
    Row & {
      id: number;
      positionId: number;
      officeId: number;
      person: string;
      actingAs: "PLT" | "PLH" | null;
      until: number;
    }
  >(
    `SELECT h.id, h.position_id AS positionId, q.office_id AS officeId, p.name AS person,
      h.acting_as AS actingAs, h.valid_until AS "until" FROM position_holder h
      JOIN position q ON q.id = h.position_id
      JOIN person p ON p.id = h.person_id AND p.disabled_at IS NULL
      WHERE h.acting = 1 AND h.valid_from <= ? AND h.valid_until > ? AND h.valid_until <= ?
      AND h.valid_until - h.valid_from > ?`,
    [ctx.now(), ctx.now(), ctx.now() + daysAhead * DAY, daysAhead * DAY],
  );
  return rows.map(({ id, positionId, officeId, person, actingAs, until }) => ({
    name: `ending:${id}:${until}`,
    officeId,
    notices: overseers("APPOINTMENT_ENDING", {
      positionId,
      person,
      capacity: actingAs ?? "PLT",
      // The last day, and not the midnight after it.
      date: until - 1,
    }),
  }));
}

/** A position that was never held is no news; that somebody gives it up is. */
async function vacantPositions({ reader }: Database, ctx: Context): Promise<Finding[]> {
  const positions = await reader.all<
    Row & { id: number; officeId: number; lastEnd: number | null; disabledAt: number | null }
  >(
    `SELECT q.id, q.office_id AS officeId, MAX(CASE WHEN h.valid_until <= ? THEN h.valid_until END)
      AS lastEnd, MAX(CASE WHEN h.valid_from <= ? THEN p.disabled_at END) AS disabledAt
      FROM position q JOIN position_holder h ON h.position_id = q.id
      JOIN person p ON p.id = h.person_id WHERE q.retired_at IS NULL
      AND (h.valid_until IS NULL OR h.valid_until > h.valid_from)
      GROUP BY q.id, q.office_id`,
    [ctx.now(), ctx.now()],
  );
  const ids = positions.map(({ id }) => id);
  const vacancies = await vacanciesAt(reader, ctx.now(), ids, daysAhead);
  return positions.flatMap(({ id, officeId, lastEnd, disabledAt }) => {
    const vacancy = vacancies.get(id);
    if (!vacancy) return [];
    const since = vacancy.isNow ? Math.max(lastEnd ?? 0, disabledAt ?? 0) : vacancy.from;
    if (since === 0) return [];
    const details = { positionId: id, date: since };
    return [
      { name: `vacant:${id}:${since}`, officeId, notices: overseers("POSITION_VACANT", details) },
    ];
  });
}

const overseers =
  (kind: NewNotice["kind"], details: NonNullable<NewNotice["details"]>) =>
  (people: readonly number[]): NewNotice[] =>
    people.map((personId) => ({ kind, to: { personId }, details }));
