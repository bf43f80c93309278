import { type ReminderRules, usualReminders } from "../../../domain/index.js";
import type { Reader, Row } from "../../persistence/database.js";

/** How long rules that another server changed may still be used here. */
const freshFor = 60_000;

/** Rules as they are stored; what is not there is as its office has it, or as is usual. */
export function readReminders(...stored: readonly (string | null)[]): ReminderRules {
  const own = stored.find((one) => one !== null);
  return own === undefined || own === null ? usualReminders : (JSON.parse(own) as ReminderRules);
}

/** When the tasks of an SOP are reminded of; kept for a while, so that a completion asks nothing. */
export class ReminderBook {
  readonly #known = new Map<number, { readonly at: number; readonly rules: ReminderRules }>();

  async of(reader: Reader, sopId: number): Promise<ReminderRules> {
    const known = this.#known.get(sopId);
    // The machine's own clock: how fresh a copy is has nothing to do with the time of the case.
    if (known && performance.now() - known.at < freshFor) return known.rules;
    const row = await reader.get<Row & { own: string | null; ofOffice: string | null }>(
      `SELECT s.reminders AS own, o.reminders AS ofOffice FROM sop s JOIN office o ON o.id = s.office_id
        WHERE s.id = ?`,
      [sopId],
    );
    const rules = readReminders(row?.own ?? null, row?.ofOffice ?? null);
    this.#known.set(sopId, { at: performance.now(), rules });
    return rules;
  }

  /** Reads all of them again when they are next asked for. */
  forget(): void {
    this.#known.clear();
  }
}
