import type { Tally } from "../../../domain/index.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Row, SqlReader } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { EnactedVersions } from "../../runtime/enacted-version.js";
import { accountCases, type OpenTail } from "../../runtime/throughput/case-accounts.js";
import type { LedgerCalendars } from "../../runtime/throughput/ledger-calendars.js";
import { readTally } from "../../runtime/throughput/ledger-merger.js";
import { findMarks } from "../../runtime/throughput/ledger-rows.js";
import type { ReportScope } from "./report-scope.js";

/** So many cases may wait to be added while a report is made; it works them out itself. */
const mostPending = 1_000;

/** A case that goes on, and what is open in it since its last event. Epoch milliseconds. */
export interface OpenCase {
  readonly id: number;
  readonly versionId: number;
  readonly lastAt: number;
  readonly tail: readonly OpenTail[];
}

interface OpenRow extends Row {
  readonly id: number;
  readonly versionId: number;
  readonly lastAt: number;
  readonly tail: string;
}

/** Adds a tally to what a report tells of a version, or takes it away. */
export type TakeTally = (versionId: number, tally: Tally, sign: 1 | -1) => void;

/**
 * Works out the cases that the sums are behind of: `take` is given what they lack. Answers those of them
 * that go on, and all their ids.
 */
export async function readPendingCases(
  reader: SqlReader,
  scope: ReportScope,
  it: {
    readonly stamp: number;
    readonly calendars: LedgerCalendars;
    readonly versions: EnactedVersions;
  },
  take: TakeTally,
): Promise<{ readonly ids: ReadonlySet<number>; readonly open: readonly OpenCase[] }> {
  const ids = await findUnadded(reader, scope, it.stamp);
  const marks = await findMarks(reader, ids);
  const open: OpenCase[] = [];
  for (const one of await accountCases(reader, ids, it.versions, it.calendars)) {
    const mark = marks.get(one.instanceId);
    if (mark?.isOpen === 0) continue;
    const { versionId } = one.version;
    if (mark?.tally) take(versionId, readTally(mark.tally), -1);
    take(versionId, one.tally, 1);
    if (one.endedAt === null) open.push({ ...one, id: one.instanceId, versionId });
  }
  return { ids: new Set(ids), open };
}

/** The cases that go on, as they were added up last. */
export async function readOpenCases(reader: SqlReader, scope: ReportScope): Promise<OpenCase[]> {
  const rows = await findOpen(reader, scope.officeId, versionIds(scope));
  return rows.map((row) => ({ ...row, tail: JSON.parse(row.tail) as OpenTail[] }));
}

const versionIds = ({ versions }: ReportScope): readonly number[] =>
  versions.map(({ versionId }) => versionId);

/** Cases whose log, or whose calendar, is further than the sums are. */
async function findUnadded(
  reader: SqlReader,
  scope: ReportScope,
  stamp: number,
): Promise<number[]> {
  const versions = versionIds(scope);
  const pending = await reader.all<Row & { id: number }>(
    `SELECT DISTINCT p.instance_id AS id FROM ledger_pending p
      JOIN instance i ON i.id = p.instance_id
      WHERE i.version_id IN (${placeholders(versions)}) LIMIT ${mostPending + 1}`,
    [...versions],
  );
  const outdated = await reader.all<Row & { id: number }>(
    `SELECT c.instance_id AS id FROM ledger_case c
      WHERE c.office_id = ? AND c.is_open = 1 AND c.stamp < ?
      AND +c.version_id IN (${placeholders(versions)}) LIMIT ${mostPending + 1}`,
    [scope.officeId, stamp, ...versions],
  );
  const ids = new Set([...pending, ...outdated].map(({ id }) => id));
  if (ids.size > mostPending) throw new Refusal("REPORT_NOT_READY");
  return [...ids];
}

/** With the plus SQLite does not think of an index by version, in which most cases are over. */
const findOpen = (
  reader: SqlReader,
  officeId: number,
  versions: readonly number[],
): Promise<OpenRow[]> =>
  reader.all<OpenRow>(
    `SELECT instance_id AS id, version_id AS versionId, last_at AS lastAt, tail FROM ledger_case
      WHERE office_id = ? AND is_open = 1 AND +version_id IN (${placeholders(versions)})`,
    [officeId, ...versions],
  );
