import type { Statement, Tx } from "../../persistence/database.js";
import { listSeeds, readSeed } from "./seed-files.js";

interface HolidayTable {
  readonly basis: string;
  readonly holidays: readonly { date: string; name: string }[];
  readonly jointLeave: readonly { date: string; name: string }[];
}

/** Writes the holiday tables, and the default calendar as it stands in its file. */
export async function seedCalendar(tx: Tx, now: number): Promise<void> {
  const days: Statement[] = listSeeds("holidays").flatMap((path) => {
    const table = readSeed<HolidayTable>(path);
    const write = (kind: string) => (day: { date: string; name: string }) => ({
      sql: "INSERT INTO holiday (on_date, kind, name, basis) VALUES (?, ?, ?, ?)",
      params: [day.date, kind, day.name, table.basis],
    });
    return [...table.holidays.map(write("HOLIDAY")), ...table.jointLeave.map(write("JOINT_LEAVE"))];
  });
  const definition = JSON.stringify(readSeed("calendar/default.json"));
  await tx.batch([
    ...days,
    {
      sql: `INSERT INTO working_calendar (office_id, revision, definition, created_at)
            VALUES (NULL, 1, ?, ?)`,
      params: [definition, now],
    },
  ]);
}
