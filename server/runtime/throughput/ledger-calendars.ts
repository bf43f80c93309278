import type { Row, SqlReader } from "../../persistence/database.js";
import { BoundedCache } from "../../kernel/bounded-cache.js";
import { readWorkingCalendar, type StampedCalendar } from "../working-calendars.js";

interface ChangeRow extends Row {
  readonly seq: number;
  readonly at: number;
}

/**
 * The calendar by which a case's time is counted: the newest while it runs, and the one of its end
 * afterwards, so that what is over stays as it was. It sees what its reader sees: each snapshot and each
 * unit of work has its own.
 */
export class LedgerCalendars {
  readonly #changes = new Map<number, readonly ChangeRow[]>();
  readonly #calendars = new BoundedCache<string, StampedCalendar>(200);

  async of(reader: SqlReader, officeId: number, endedAt: number | null): Promise<StampedCalendar> {
    const changes = await this.#changesOf(reader, officeId);
    // What was changed before it ended makes no difference between then and now.
    const next = endedAt === null ? undefined : changes.find(({ at }) => at > endedAt);
    const key = `${officeId} ${next?.seq ?? "now"}`;
    let calendar = this.#calendars.get(key);
    if (!calendar) {
      calendar = await readWorkingCalendar(reader, officeId, next ? next.at - 1 : null);
      if (calendar.stamp > (changes.at(-1)?.seq ?? 0)) {
        // Somebody changed it since the changes were read, which a case that is over must not see.
        this.#changes.delete(officeId);
        return this.of(reader, officeId, endedAt);
      }
      this.#calendars.set(key, calendar);
    }
    return calendar;
  }

  async #changesOf(reader: SqlReader, officeId: number): Promise<readonly ChangeRow[]> {
    let changes = this.#changes.get(officeId);
    if (!changes) {
      changes = await reader.all<ChangeRow>(
        `SELECT seq, at FROM calendar_change WHERE office_id IS NULL OR office_id = ?
          ORDER BY seq`,
        [officeId],
      );
      this.#changes.set(officeId, changes);
    }
    return changes;
  }
}
