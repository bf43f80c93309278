import { setImmediate as letOthers } from "node:timers/promises";
import type { CaseEvent, LoggedEvents } from "../../../../../domain/index.js";
import type { Reader, Row } from "../../../../persistence/database.js";
import { placeholders } from "../../../../persistence/placeholders.js";
import type { EnactedVersion, EnactedVersions } from "../../../../runtime/enacted-version.js";
import { LedgerCalendars } from "../../../../runtime/throughput/ledger-calendars.js";
import { caseTrail } from "./case-trail.js";
import type { LogCase } from "./log-case.js";

/** Which cases an event log has. Times in epoch milliseconds. */
export interface LogScope {
  readonly officeId: number;
  /** `null`: of all SOPs of the office. */
  readonly sopIds: readonly number[] | null;
  /** The versions whose cases count. */
  readonly versions: readonly EnactedVersion[];
  readonly sopTitles: ReadonlyMap<number, string>;
  /** Their numbers within their SOPs, by their ids. */
  readonly versionNumbers: ReadonlyMap<number, number>;
  /** Cases that ran at some time in `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** What came later is not there yet. */
  readonly asOf: number;
}

interface CaseRow extends Row {
  readonly id: number;
  readonly sopId: number;
  readonly versionId: number;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly title: string | null;
}

interface EntryRow extends Row {
  readonly id: number;
  readonly at: number;
  readonly events: string;
}

/** So many rows are looked through by one statement, and so many cases told before others have a turn. */
const rowsAtOnce = 500;
const casesAtOnce = 16;

const columns = `id, sop_id AS sopId, version_id AS versionId, started_at AS startedAt,
  ended_at AS endedAt, title`;

/**
 * Reads the cases of an event log, a few at a time, so that neither memory nor the server's other
 * work depends on how many there are. A log in two rounds tells the second time the very same: of each
 * case no more than the entries that were there the first time.
 */
export class LogCases {
  readonly #calendars = new LedgerCalendars();
  readonly #versionIds: ReadonlySet<number>;
  /** Of the cases told in the first round: their ids, and how many entries of their logs. */
  readonly #ids: number[] = [];
  readonly #lengths: number[] = [];

  constructor(
    private readonly reader: Reader,
    private readonly known: EnactedVersions,
    private readonly scope: LogScope,
  ) {
    this.#versionIds = new Set(scope.versions.map(({ versionId }) => versionId));
  }

  /** Every case, once, in the order of SOPs where some were asked for, and of their starts. */
  async *first(): AsyncGenerator<readonly LogCase[]> {
    for await (const rows of this.#rows()) {
      const cases = await this.#told(rows, (_id, log) => log);
      for (const [place, { entries }] of cases.entries()) {
        this.#ids.push(cases[place]!.it.id);
        this.#lengths.push(entries);
      }
      yield cases.map(({ it }) => it);
    }
  }

  /** The same cases again, as they were. */
  async *again(): AsyncGenerator<readonly LogCase[]> {
    for (let from = 0; from < this.#ids.length; from += casesAtOnce) {
      const ids = this.#ids.slice(from, from + casesAtOnce);
      const rows = await this.reader.all<CaseRow>(
        `SELECT ${columns} FROM instance WHERE id IN (${placeholders(ids)})`,
        ids,
      );
      const byId = new Map(rows.map((row) => [row.id, row]));
      const lengths = new Map(ids.map((id, at) => [id, this.#lengths[from + at]!]));
      const cases = await this.#told(
        ids.map((id) => byId.get(id)!),
        (id, log) => log.slice(0, lengths.get(id)),
      );
      yield cases.map(({ it }) => it);
      await letOthers();
    }
  }

  /** Rows of cases that ran in the period, at most so many at once. */
  async *#rows(): AsyncGenerator<readonly CaseRow[]> {
    const { officeId, sopIds } = this.scope;
    // Each of the two is the beginning of an index.
    const sources =
      sopIds === null
        ? [{ where: "office_id = ?", key: officeId }]
        : sopIds.map((key) => ({ where: "sop_id = ?", key }));
    for (const { where, key } of sources) {
      for (let after = 0; ;) {
        const rows = await this.reader.all<CaseRow & { officeId: number }>(
          `SELECT ${columns}, office_id AS officeId FROM instance
            WHERE ${where} AND id > ? ORDER BY id LIMIT ${rowsAtOnce}`,
          [key, after],
        );
        const own = rows.filter((row) => row.officeId === officeId && this.#ran(row));
        for (let from = 0; from < own.length; from += casesAtOnce) {
          yield own.slice(from, from + casesAtOnce);
          await letOthers();
        }
        await letOthers();
        if (rows.length < rowsAtOnce) break;
        after = rows.at(-1)!.id;
      }
    }
  }

  #ran({ versionId, startedAt, endedAt }: CaseRow): boolean {
    const { from, to, asOf } = this.scope;
    const until = Math.min(endedAt ?? asOf, asOf);
    return this.#versionIds.has(versionId) && startedAt < to && startedAt <= asOf && until >= from;
  }

  async #told(
    rows: readonly CaseRow[],
    cut: (id: number, log: readonly LoggedEvents[]) => readonly LoggedEvents[],
  ): Promise<{ readonly it: LogCase; readonly entries: number }[]> {
    const { asOf, officeId, sopTitles, versionNumbers } = this.scope;
    const logs = await this.#logsOf(rows.map(({ id }) => id));
    const cases: { it: LogCase; entries: number }[] = [];
    for (const { id, sopId, versionId, endedAt, title } of rows) {
      const log = cut(id, logs.get(id) ?? []);
      if (log.length === 0) continue;
      const ended = endedAt !== null && endedAt <= asOf ? endedAt : null;
      const calendar = await this.#calendars.of(this.reader, officeId, ended);
      const { plan } = await this.known.get(this.reader, versionId);
      const sopTitle = sopTitles.get(sopId) ?? "";
      const version = versionNumbers.get(versionId) ?? 0;
      const trail = caseTrail(plan, log, calendar, asOf);
      cases.push({ it: { id, sopId, sopTitle, version, title, trail }, entries: log.length });
    }
    return cases;
  }

  async #logsOf(ids: readonly number[]): Promise<ReadonlyMap<number, readonly LoggedEvents[]>> {
    const rows = await this.reader.all<EntryRow>(
      `SELECT instance_id AS id, at, events FROM history_entry
        WHERE instance_id IN (${placeholders(ids)}) AND at <= ? ORDER BY instance_id, seq`,
      [...ids, this.scope.asOf],
    );
    const logs = new Map<number, LoggedEvents[]>(ids.map((id) => [id, []]));
    for (const { id, at, events } of rows) {
      logs.get(id)!.push({ at, events: JSON.parse(events) as CaseEvent[] });
    }
    return logs;
  }
}
