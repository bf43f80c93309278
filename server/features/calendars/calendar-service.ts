import {
  type CalendarDefinition,
  calendarFields,
  type FieldChange,
  fieldChanges,
  fieldText,
} from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { authorize } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Row, Tx } from "../../persistence/database.js";
import type { AuditedChange } from "../../runtime/audit-trail.js";
import { recordAudit } from "../../runtime/audit-trail.js";
import { lastCalendarChange, noteCalendarChange } from "../../runtime/calendar-changes.js";
import { findCalendarOf, findRevision } from "../../runtime/calendar-store.js";
import type { DeadlineFollower } from "./deadline-follower.js";
import { readCalendarInput } from "./calendar-definition-input.js";
import type { SaveWorkingCalendarInput } from "./calendar-inputs.js";

interface OfficeOfCalendar {
  readonly id: number;
  readonly name: string;
  readonly timeZone: string;
}

export const auditedFields = (changes: readonly FieldChange[]): AuditedChange[] =>
  changes.map(({ field, before, after }) => ({
    field,
    before: fieldText(before),
    after: fieldText(after),
  }));

/** Edits working calendars: each save is a revision beside those before it. */
export class CalendarService {
  constructor(
    private readonly database: Database,
    private readonly follower: DeadlineFollower,
  ) {}

  /** Saves an office's own calendar, or with `null` the one of all that have none. */
  async save(
    ctx: Context,
    officeId: number | null,
    input: SaveWorkingCalendarInput,
  ): Promise<void> {
    authorize(ctx, "calendar.edit");
    await this.database.unitOfWork.run(ctx, async (tx) => {
      const last = await lastCalendarChange(tx);
      const office = officeId === null ? null : await officeOf(tx, officeId);
      const latest = await refuseOther(tx, officeId, input.expectedRevision);
      const before = await definitionBefore(tx, office);
      const read = readCalendarInput(
        input,
        latest?.definition?.name ?? office?.name ?? before.name,
      );
      const definition = office ? { ...read, timeZone: read.timeZone ?? office.timeZone } : read;
      const changes = fieldChanges(calendarFields(before), calendarFields(definition));
      const isFirst = office !== null && !latest?.definition;
      if (changes.length === 0 && !isFirst) return;
      // Before the rest is written, so that two at once meet here.
      await noteCalendarChange(tx, ctx, last, { kind: "CALENDAR", officeId, changes });
      await insertRevision(tx, ctx, officeId, input.expectedRevision + 1, definition);
      if (office && definition.timeZone !== office.timeZone) {
        // Whoever has the office open to change it has the old clocks before them.
        await tx.run(
          "UPDATE office SET time_zone = ?, revision = COALESCE(revision, 0) + 1 WHERE id = ?",
          [definition.timeZone ?? office.timeZone, office.id],
        );
      }
      await recordAudit(tx, ctx, {
        action: "CALENDAR_CHANGED",
        subject: { type: "WorkingCalendar", id: officeId, name: office?.name ?? definition.name },
        officeId,
        changes: auditedFields(changes),
      });
      tx.afterCommit(() => this.follower.follow(officeId));
    });
  }

  /** The office goes by the calendar for all again; its own revisions stay. */
  async drop(ctx: Context, officeId: number, expectedRevision: number): Promise<void> {
    authorize(ctx, "calendar.edit");
    await this.database.unitOfWork.run(ctx, async (tx) => {
      const last = await lastCalendarChange(tx);
      const office = await officeOf(tx, officeId);
      const latest = await refuseOther(tx, officeId, expectedRevision);
      if (!latest?.definition) return;
      const before = latest.definition;
      const common = await definitionBefore(tx, null);
      const after = { ...common, name: before.name, timeZone: office.timeZone };
      const fields = calendarFields({ ...before, timeZone: office.timeZone });
      const changes = fieldChanges(fields, calendarFields(after));
      await noteCalendarChange(tx, ctx, last, { kind: "CALENDAR", officeId, changes });
      await insertRevision(tx, ctx, officeId, expectedRevision + 1, null);
      await recordAudit(tx, ctx, {
        action: "CALENDAR_DROPPED",
        subject: { type: "WorkingCalendar", id: officeId, name: office.name },
        officeId,
        changes: auditedFields(changes),
      });
      tx.afterCommit(() => this.follower.follow(officeId));
    });
  }
}

async function officeOf(tx: Tx, officeId: number): Promise<OfficeOfCalendar> {
  const office = await tx.get<OfficeOfCalendar & Row>(
    "SELECT id, name, time_zone AS timeZone FROM office WHERE id = ?",
    [officeId],
  );
  if (!office) throw new Refusal("NOT_FOUND", "input.officeId");
  return office;
}

/** CONFLICT unless the newest revision is the one that was edited. */
async function refuseOther(tx: Tx, officeId: number | null, expected: number) {
  const latest = await findRevision(tx, officeId);
  if ((latest?.revision ?? 0) !== expected) throw new Refusal("CONFLICT", "input.expectedRevision");
  return latest;
}

/** What the office went by until now, its clocks with it; of an office's first own, the one for all. */
async function definitionBefore(
  tx: Tx,
  office: OfficeOfCalendar | null,
): Promise<CalendarDefinition> {
  if (office) {
    const { definition } = await findCalendarOf(tx, office.id);
    return { ...definition, timeZone: office.timeZone };
  }
  const common = await findRevision(tx, null);
  if (!common?.definition) throw new Error("There is no working calendar");
  const { timeZone: _, ...definition } = common.definition;
  return definition;
}

async function insertRevision(
  tx: Tx,
  ctx: Context,
  officeId: number | null,
  revision: number,
  definition: CalendarDefinition | null,
): Promise<void> {
  await tx.run(
    "INSERT INTO working_calendar (office_id, revision, definition, created_at) VALUES (?, ?, ?, ?)",
    [officeId, revision, JSON.stringify(definition), ctx.now()],
  );
}
