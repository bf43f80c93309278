import {
  caseAccount,
  type CaseAccount,
  type CaseEvent,
  caseMoments,
  hasEnded,
  type LoggedEvents,
  type OpenWork,
  stayNo,
  workingTimeBetween,
} from "../../../domain/index.js";
import type { Row, SqlReader } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { EnactedVersion, EnactedVersions } from "../enacted-version.js";
import type { StampedCalendar } from "../working-calendars.js";
import { binOf } from "./duration-bins.js";
import type { LedgerCalendars } from "./ledger-calendars.js";

/** A case as reports see it, from its whole log. Times are epoch milliseconds. */
export interface AccountedCase extends CaseAccount {
  readonly instanceId: number;
  readonly officeId: number;
  readonly version: EnactedVersion;
  readonly calendar: StampedCalendar;
  /** Up to this log entry, which was at `lastAt`. */
  readonly seq: number;
  readonly lastAt: number;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly ending: "COMPLETED" | "CANCELLED" | null;
  /** Working milliseconds from start to completion. */
  readonly lead: number | null;
  /** What is open since `lastAt`. */
  readonly tail: readonly OpenTail[];
}

/** A task or connector that is open, and what it was when last something happened to its case. */
export interface OpenTail extends OpenWork {
  readonly openedAt: number;
  readonly dueAt: number | null;
}

interface LogRow extends Row {
  readonly id: number;
  readonly officeId: number;
  readonly versionId: number;
  readonly seq: number;
  readonly at: number;
  readonly events: string;
}

/** Reads the logs of cases and accounts for each; a case without any entry is left out. */
export async function accountCases(
  reader: SqlReader,
  ids: readonly number[],
  versions: EnactedVersions,
  calendars: LedgerCalendars,
): Promise<AccountedCase[]> {
  if (ids.length === 0) return [];
  const rows = await reader.all<LogRow>(
    `SELECT h.instance_id AS id, i.office_id AS officeId, i.version_id AS versionId, h.seq, h.at,
      h.events FROM history_entry h JOIN instance i ON i.id = h.instance_id
      WHERE h.instance_id IN (${placeholders(ids)}) ORDER BY h.instance_id, h.seq`,
    [...ids],
  );
  const cases: AccountedCase[] = [];
  for (let from = 0; from < rows.length;) {
    const first = rows[from]!;
    let to = from + 1;
    while (rows[to]?.id === first.id) to += 1;
    const log = rows
      .slice(from, to)
      .map(({ at, events }): LoggedEvents => ({ at, events: JSON.parse(events) as CaseEvent[] }));
    const { id: instanceId, officeId } = first;
    const { seq } = rows[to - 1]!;
    const version = await versions.get(reader, first.versionId);
    const moments = caseMoments(version.plan, log);
    const last = moments.at(-1)!;
    const ended = moments.find(({ state }) => hasEnded(state.status));
    const endedAt = ended?.at ?? null;
    const calendar = await calendars.of(reader, officeId, endedAt);
    const { stays, tally } = caseAccount(version.plan, moments, calendar, binOf);
    const startedAt = moments[0]!.at;
    const ending = ended ? (ended.state.status as "COMPLETED" | "CANCELLED") : null;
    const open = new Map(stays.map((stay) => [stay.no, stay]));
    cases.push({
      ...{ instanceId, officeId, version, calendar, seq, stays, tally, startedAt, endedAt, ending },
      lastAt: last.at,
      lead: ending === "COMPLETED" ? workingTimeBetween(calendar, startedAt, ended!.at) : null,
      tail: last.work.map((work) => {
        const { openedAt, dueAt } = open.get(stayNo(work))!;
        return { ...work, openedAt, dueAt };
      }),
    });
    from = to;
  }
  return cases;
}
