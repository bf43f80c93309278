import { dateOfDay, localDay, type LocalTime } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import type { Row, Tx } from "../../persistence/database.js";
import { auditedChanges, recordAudit } from "../../runtime/audit-trail.js";
import { type AppointmentRow, capacityOf } from "./appointment.js";
import type { NewHolding, OpenPosition } from "./position-book.js";

export interface AuditedPosition extends OpenPosition {
  readonly id: number;
}

type Words = Readonly<Record<string, string | null>>;

/** What an entry says of a holding: who, as what, and its days by the office's clocks. */
export async function holdingWords(
  tx: Tx,
  it: Pick<NewHolding, "personId" | "capacity" | "from" | "until" | "standsInForId">,
  clocks: LocalTime,
): Promise<Words> {
  const name = async (id: number | null): Promise<string | null> =>
    (id === null
      ? undefined
      : await tx.get<Row & { name: string }>("SELECT name FROM person WHERE id = ?", [id])
    )?.name ?? null;
  return {
    holder: await name(it.personId),
    capacity: it.capacity,
    firstDay: it.from === 0 ? null : dateOfDay(localDay(clocks, it.from)),
    lastDay: it.until === null ? null : dateOfDay(localDay(clocks, it.until - 1)),
    standsInFor: await name(it.standsInForId),
  };
}

export const holdingOfRow = (row: AppointmentRow) => ({
  personId: row.person_id,
  capacity: capacityOf(row),
  from: row.valid_from,
  until: row.valid_until,
  standsInForId: row.stands_in_for,
});

/** Of the position, with what changed about its holder; a change of dates names the holder, too. */
export function auditHolding(
  tx: Tx,
  ctx: Context,
  action: "HOLDER_APPOINTED" | "APPOINTMENT_CHANGED" | "APPOINTMENT_ENDED",
  it: {
    readonly position: AuditedPosition;
    readonly before: Words | null;
    readonly after: Words | null;
  },
): Promise<void> {
  const { position, before, after } = it;
  const changes = auditedChanges(before ?? {}, after ?? noWords(before ?? {}));
  const holder = before?.["holder"] ?? after?.["holder"] ?? null;
  const named = changes.some(({ field }) => field === "holder");
  return recordAudit(tx, ctx, {
    action,
    subject: { type: "Position", id: position.id, name: position.name },
    officeId: position.officeId,
    changes: named ? changes : [{ field: "holder", before: holder, after: holder }, ...changes],
  });
}

const noWords = (words: Words): Words =>
  Object.fromEntries(Object.keys(words).map((field) => [field, null]));
