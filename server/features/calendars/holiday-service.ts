import { fieldChanges, type Holiday, holidayFields } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { authorize } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Reader, Row, Statement, Tx } from "../../persistence/database.js";
import { recordAudit } from "../../runtime/audit-trail.js";
import { lastCalendarChange, noteCalendarChange } from "../../runtime/calendar-changes.js";
import { findHolidays } from "../../runtime/calendar-store.js";
import { readHolidayInput } from "./calendar-definition-input.js";
import type { SaveHolidaysInput } from "./calendar-inputs.js";
import { auditedFields } from "./calendar-service.js";
import type { DeadlineFollower } from "./deadline-follower.js";

/** Edits the national holidays, a year at a time; each change keeps the table that it found. */
export class HolidayService {
  constructor(
    private readonly database: Database,
    private readonly follower: DeadlineFollower,
  ) {}

  async save(ctx: Context, input: SaveHolidaysInput): Promise<void> {
    authorize(ctx, "calendar.edit");
    const days = readHolidayInput(input);
    const { year, expectedRevision } = input;
    await this.database.unitOfWork.run(ctx, async (tx) => {
      const last = await lastCalendarChange(tx);
      if ((await revisionOfYear(tx, year)) !== expectedRevision) {
        throw new Refusal("CONFLICT", "input.expectedRevision");
      }
      const holidaysBefore = await findHolidays(tx);
      const before = holidaysBefore.filter((day) => isOfYear(day, year));
      const changes = fieldChanges(holidayFields(before), holidayFields(days));
      if (changes.length === 0) return;
      // Before the rest is written, so that two at once meet here.
      await noteCalendarChange(tx, ctx, last, {
        kind: "HOLIDAYS",
        officeId: null,
        holidayYear: year,
        changes,
        holidaysBefore,
      });
      await writeYear(tx, year, days);
      await recordAudit(tx, ctx, {
        action: "HOLIDAYS_CHANGED",
        subject: { type: "Holidays", id: null, name: String(year) },
        officeId: null,
        changes: auditedFields(changes),
      });
      tx.afterCommit(() => this.follower.follow(null));
    });
  }
}

const isOfYear = ({ date }: Holiday, year: number): boolean => Number(date.slice(0, 4)) === year;

/** The number of the last change of the year's holidays; 0: of none yet. */
export async function revisionOfYear(reader: Reader, year: number): Promise<number> {
  const row = await reader.get<Row & { seq: number | null }>(
    "SELECT MAX(seq) AS seq FROM calendar_change WHERE kind = 'HOLIDAYS' AND holiday_year = ?",
    [year],
  );
  return row?.seq ?? 0;
}

export async function holidaysOfYear(reader: Reader, year: number): Promise<readonly Holiday[]> {
  return (await findHolidays(reader)).filter((day) => isOfYear(day, year));
}

async function writeYear(tx: Tx, year: number, days: readonly Holiday[]): Promise<void> {
  const statements: Statement[] = [
    {
      sql: "DELETE FROM holiday WHERE on_date >= ? AND on_date <= ?",
      params: [`${year}-01-01`, `${year}-12-31`],
    },
    ...days.map(({ date, kind, name, basis }) => ({
      sql: "INSERT INTO holiday (on_date, kind, name, basis) VALUES (?, ?, ?, ?)",
      params: [date, kind, name, basis],
    })),
  ];
  await tx.batch(statements);
}
