import { setImmediate as breathe } from "node:timers/promises";
import { type CalendarDefinition, type Holiday, toWorkingCalendar } from "../../../domain/index.js";
import type { Reader, Row } from "../../persistence/database.js";
import { findCalendarOf, findHolidays } from "../../runtime/calendar-store.js";
import type { EnactedVersion, EnactedVersions } from "../../runtime/enacted-version.js";
import { localTimeOf } from "../../runtime/local-time-of.js";
import { movedDeadlines } from "../../runtime/moved-deadlines.js";
import type { DeadlinePreview } from "./calendar-payloads.js";

/** What would be saved. */
export interface Candidate {
  /** Whose calendar; `null`: the one of all that have none. Left out: no calendar changes. */
  readonly calendar?: { readonly officeId: number | null; readonly definition: CalendarDefinition };
  /** The holidays of a year. */
  readonly holidays?: { readonly year: number; readonly days: readonly Holiday[] };
}

const casesOfPage = 200;
const mostExamples = 5;

interface OpenCase extends Row {
  readonly id: number;
  readonly versionId: number;
  readonly title: string;
}

/** Counts what saving would move, over all open cases that it concerns; it writes nothing. */
export async function previewDeadlines(
  reader: Reader,
  versions: EnactedVersions,
  candidate: Candidate,
): Promise<DeadlinePreview> {
  const preview: DeadlinePreview = { movedTasks: 0, movedCases: 0, laterTasks: 0, examples: [] };
  const holidays = await holidaysWith(reader, candidate);
  for (const office of await officesConcerned(reader, candidate)) {
    const { definition, officeId: owner } = await findCalendarOf(reader, office.id);
    const own = candidate.calendar?.officeId === office.id;
    const common = candidate.calendar?.officeId === null && owner === null;
    const wanted = own || common ? (candidate.calendar?.definition ?? definition) : definition;
    // Nothing changes for an office with a calendar of its own where only the one for all does.
    if (candidate.calendar && !own && !common) continue;
    const clocks = localTimeOf((own ? wanted.timeZone : undefined) ?? office.timeZone);
    const calendar = toWorkingCalendar(wanted, holidays, clocks);
    for (let after = 0; ;) {
      const page = await openCases(reader, office.id, after);
      await countPage(reader, versions, calendar, page, preview);
      // So many at once would keep everybody else waiting.
      await breathe();
      after = page.at(-1)?.id ?? 0;
      if (page.length < casesOfPage) break;
    }
  }
  return preview;
}

async function holidaysWith(
  reader: Reader,
  { holidays: wanted }: Candidate,
): Promise<readonly Holiday[]> {
  const known = await findHolidays(reader);
  if (!wanted) return known;
  const others = known.filter(({ date }) => Number(date.slice(0, 4)) !== wanted.year);
  return [...others, ...wanted.days];
}

const officesConcerned = (reader: Reader, { calendar }: Candidate) =>
  reader.all<Row & { id: number; timeZone: string }>(
    `SELECT id, time_zone AS timeZone FROM office
      WHERE ${calendar?.officeId == null ? "1 = 1" : "id = ?"} ORDER BY id`,
    calendar?.officeId == null ? [] : [calendar.officeId],
  );

/** Those that a calendar stamps, by id: the same that the mover looks after. */
const openCases = (reader: Reader, officeId: number, after: number) =>
  reader.all<OpenCase>(
    `SELECT i.id, i.version_id AS versionId, COALESCE(i.title, s.title) AS title
      FROM instance i JOIN sop s ON s.id = i.sop_id
      WHERE i.office_id = ? AND i.id > ? AND i.calendar_stamp IS NOT NULL
      ORDER BY i.id LIMIT ${casesOfPage}`,
    [officeId, after],
  );

async function countPage(
  reader: Reader,
  versions: EnactedVersions,
  calendar: ReturnType<typeof toWorkingCalendar>,
  page: readonly OpenCase[],
  preview: DeadlinePreview,
): Promise<void> {
  const cases: { instanceId: number; version: EnactedVersion }[] = [];
  for (const { id, versionId } of page) {
    cases.push({ instanceId: id, version: await versions.get(reader, versionId) });
  }
  const moved = await movedDeadlines(reader, calendar, cases);
  for (const [instanceId, deadlines] of moved) {
    preview.movedCases += 1;
    preview.movedTasks += deadlines.length;
    preview.laterTasks += deadlines.filter(({ from, to }) => to > from).length;
    const first = deadlines[0];
    if (preview.examples.length >= mostExamples || !first) continue;
    const { title } = page.find(({ id }) => id === instanceId)!;
    const { version } = cases.find((one) => one.instanceId === instanceId)!;
    const step = await stepOf(reader, version, instanceId, first.task);
    preview.examples.push({ title, step, from: first.from, to: first.to });
  }
}

async function stepOf(
  reader: Reader,
  { graph }: EnactedVersion,
  instanceId: number,
  no: number,
): Promise<string> {
  const row = await reader.get<Row & { nodeKey: string }>(
    "SELECT node_key AS nodeKey FROM task WHERE instance_id = ? AND no = ?",
    [instanceId, no],
  );
  return graph.nodes.find(({ key }) => key === row?.nodeKey)?.text ?? "";
}
