import { type FieldChange, fieldText } from "../../domain/index.js";
import type { Context } from "../kernel/context.js";
import type { Database, Row } from "../persistence/database.js";
import { recordAudit } from "./audit-trail.js";

interface UnsettledRow extends Row {
  readonly seq: number;
  readonly kind: string;
  readonly officeId: number | null;
  readonly officeName: string | null;
  readonly changes: string;
  readonly actorName: string;
}

/** More is said in the entry of the change itself. */
const mostChanges = 30;

/**
 * Says of each change that no open deadline is older than it any more, and how many it moved, in the
 * audit trail: once, whichever servers look.
 */
export async function settleCalendarChanges(database: Database, ctx: Context): Promise<void> {
  const rows = await database.reader.all<UnsettledRow>(
    `SELECT c.seq, c.kind, c.office_id AS officeId, o.name AS officeName, c.changes,
      c.actor_name AS actorName FROM calendar_change c LEFT JOIN office o ON o.id = c.office_id
      WHERE c.settled_at IS NULL AND NOT EXISTS (SELECT 1 FROM instance i
        WHERE i.calendar_stamp < c.seq AND (c.office_id IS NULL OR i.office_id = c.office_id))
      ORDER BY c.seq LIMIT 100`,
    [],
  );
  for (const row of rows) await settle(database, ctx, row);
}

async function settle(database: Database, ctx: Context, row: UnsettledRow): Promise<void> {
  const { seq, officeId, officeName, kind } = row;
  await database.unitOfWork.run(ctx, async (tx) => {
    const { changes } = await tx.run(
      "UPDATE calendar_change SET settled_at = ? WHERE seq = ? AND settled_at IS NULL",
      [ctx.now(), seq],
    );
    if (changes !== 1) return;
    const counts = await tx.get<Row & { cases: number; tasks: number }>(
      "SELECT moved_cases AS cases, moved_tasks AS tasks FROM calendar_change WHERE seq = ?",
      [seq],
    );
    const what = (JSON.parse(row.changes) as FieldChange[]).slice(0, mostChanges);
    await recordAudit(tx, ctx, {
      action: "DEADLINES_MOVED",
      subject: {
        type: kind === "HOLIDAYS" ? "Holidays" : "WorkingCalendar",
        id: officeId,
        name: officeName ?? "",
      },
      officeId,
      changes: [
        { field: "changedBy", before: null, after: row.actorName },
        { field: "movedTasks", before: null, after: String(counts?.tasks ?? 0) },
        { field: "movedCases", before: null, after: String(counts?.cases ?? 0) },
        ...what.map(({ field, before, after }) => ({
          field,
          before: fieldText(before),
          after: fieldText(after),
        })),
      ],
    });
  });
}
