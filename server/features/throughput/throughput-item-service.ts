import { startOfDay, workingTimeBetween } from "../../../domain/index.js";
import { fromGlobalId } from "../../kernel/global-id.js";
import { allows, authorize } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import { systemContext } from "../../kernel/system-context.js";
import type { Database, Row, SqlReader, SqlValue } from "../../persistence/database.js";
import {
  type KeysetPage,
  keysetPage,
  type PageRequest,
  type Select,
} from "../../persistence/keyset-page.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { EnactedVersions } from "../../runtime/enacted-version.js";
import type { Connection } from "../../runtime/graphql/connection.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import type { LedgerKeeper } from "../../runtime/throughput/ledger-keeper.js";
import type { CellReader } from "./cell-reader.js";
import { itemMeasures, type Span } from "./item-measures.js";
import { type AskedNumber, itemNumber } from "./item-number.js";
import { ThroughputItem } from "./item-types.js";
import { barBounds } from "./lead-time-bars.js";
import { type LedgerReading, readLedger } from "./ledger-reading.js";
import type { Measure, ThroughputCasesInput } from "./report-inputs.js";
import { checkedPeriod, type DayRange, monthsAndDays } from "./report-period.js";
import { readReportScope, type ReportScope } from "./report-scope.js";
import { ThroughputLane } from "./lane-types.js";
import { KnownSteps } from "./step-figures.js";

/** What is told of single people. */
const measuresOfPeople: ReadonlySet<Measure> = new Set(["FINISHED", "ON_TIME", "LATE"]);

/** Longer than any case took, and no more than a database can compare with. */
const lastBar = 200;

/** How often a snapshot is taken again where something happened just before it. */
const attempts = 5;

interface ItemRow extends Row {
  readonly instance_id: number;
  readonly no: number;
  readonly version_id: number;
  readonly lane_key: string | null;
  readonly node_key: string | null;
  readonly opened_at: number;
  readonly ended_at: number | null;
  readonly ending: string | null;
  readonly is_rework: number;
  readonly due_at: number | null;
  readonly person_id: number | null;
  /** Working time by the calendar that it was counted by, as far as the ledger has it. */
  readonly counted: number | null;
}

/** What is behind the numbers of reports. */
export class ThroughputItemService {
  constructor(
    private readonly database: Database,
    private readonly versions: EnactedVersions,
    private readonly ledger: LedgerKeeper,
    private readonly cells: CellReader,
  ) {}

  async list(
    scope: RequestScope,
    input: ThroughputCasesInput,
    request: PageRequest,
  ): Promise<Connection<ThroughputItem>> {
    const subject = await readReportScope(scope, input.scope, this.versions);
    const period = checkedPeriod(input.period, "input.period");
    const asked = this.#asked(scope, subject, input);
    const page = keysetPage(request, orderOf(asked));
    const { reading, rows } = await this.#read(scope, subject, period, asked, page);
    const showsPeople = allows(scope.ctx.actor, "throughput.readPeople", {
      officeId: subject.officeId,
    });
    const steps = new KnownSteps(subject.versions);
    const items = page.build(rows, (row) => itemOf(row, subject, steps, reading, showsPeople));
    return { ...items, totalCount: itemNumber(reading, subject, asked) };
  }

  #asked(scope: RequestScope, subject: ReportScope, input: ThroughputCasesInput): AskedNumber {
    const { measure, stepKey = null, bar = null } = input;
    if (input.personId != null) {
      authorize(scope.ctx, "throughput.readPeople", { officeId: subject.officeId });
      if (!measuresOfPeople.has(measure)) throw new Refusal("INVALID", "input.personId");
    }
    if (bar !== null && (bar < 0 || bar > lastBar)) {
      throw new Refusal("OUT_OF_RANGE", "input.bar", { min: 0, max: lastBar });
    }
    // Of these no number is kept.
    if (stepKey !== null && (input.personId != null || measure === "HANDED_OVER")) {
      throw new Refusal("INVALID", "input.stepKey");
    }
    if (stepKey !== null && subject.sopId === null) throw new Refusal("INVALID", "input.stepKey");
    for (const [field, id] of [
      ["laneId", input.laneId],
      ["fromLaneId", input.fromLaneId],
    ] as const) {
      if (id != null && !subject.groups.get(id)) throw new Refusal("NOT_FOUND", `input.${field}`);
    }
    // A task that two lanes gave is one of the list, and counts for each of them.
    if (measure === "HANDED_OVER" && (!input.laneId || !input.fromLaneId)) {
      throw new Refusal("INVALID", input.laneId ? "input.fromLaneId" : "input.laneId");
    }
    return {
      ...{ measure, stepKey, bar: measure === "CASES_COMPLETED" ? bar : null },
      laneId: input.laneId ?? null,
      fromLaneId: input.fromLaneId ?? null,
      personId:
        input.personId == null ? null : fromGlobalId(input.personId, "Person", "input.personId"),
    };
  }

  /**
   * Number and list of one moment. The list knows what is added up, so that the snapshot is taken when
   * nothing is left; where the office never rests, both leave out the same last moments.
   */
  async #read(
    scope: RequestScope,
    subject: ReportScope,
    period: DayRange,
    asked: AskedNumber,
    page: KeysetPage,
  ): Promise<{ readonly reading: LedgerReading; readonly rows: readonly ItemRow[] }> {
    for (let attempt = 1; ; attempt += 1) {
      await this.ledger.catchUp(systemContext("throughput", scope.ctx.now));
      const found = await this.database.snapshot(async (reader) => {
        const reading = await readLedger(reader, subject, monthsAndDays(period), {
          ...{ asOf: scope.ctx.now(), people: asked.personId !== null, versions: this.versions },
          cells: this.cells,
          ignoresPending: attempt === attempts,
        });
        if (reading.pendingCases > 0 && attempt < attempts) return null;
        const span = spanOf(reading, period);
        return { reading, rows: await readRows(reader, subject, span, asked, page) };
      });
      if (found) return found;
    }
  }
}

const orderOf = ({ measure }: AskedNumber) => {
  const { of, order, oldestFirst } = itemMeasures[measure];
  const descending = oldestFirst !== true;
  const at = order === "endedAt" ? "ended_at" : of === "CASE" ? "started_at" : "opened_at";
  const key = order === "endedAt" ? "ended_at" : "opened_at";
  return [
    // What is open is found as such and sorted: it is little, and the oldest of all is long over.
    { sql: oldestFirst === true ? `+t.${at}` : `t.${at}`, key, descending },
    { sql: "t.instance_id", key: "instance_id", descending },
    ...(of === "STAY" ? [{ sql: "t.no", key: "no", descending }] : []),
  ];
};

/**
 * The moments of a period, whole days as in its number: also what a clock that was set back since, or one
 * that is ahead, has put behind now. What is open at an end that is still to come is open now.
 */
const spanOf = ({ calendar }: LedgerReading, { from, to }: DayRange): Span => ({
  from: startOfDay(calendar, from),
  to: startOfDay(calendar, to + 1),
});

async function readRows(
  reader: SqlReader,
  subject: ReportScope,
  span: Span,
  asked: AskedNumber,
  page: KeysetPage,
): Promise<readonly ItemRow[]> {
  const arms = armsOf(subject, span, asked);
  const found: ItemRow[] = [];
  for (let from = 0; from < arms.length; from += armsAtOnce) {
    const { sql, params } = page.query(arms.slice(from, from + armsAtOnce));
    found.push(...(await reader.all<ItemRow>(sql, params)));
  }
  return arms.length > armsAtOnce ? found.sort(page.compare).slice(0, page.enough) : found;
}

/** SQLite puts no more than 500 together. */
const armsAtOnce = 200;

const caseColumns = `t.instance_id, 0 AS no, t.version_id, NULL AS lane_key, NULL AS node_key,
  t.started_at AS opened_at, t.ended_at, t.ending, 0 AS is_rework, NULL AS due_at,
  NULL AS person_id, t.lead AS counted`;

const stayColumns = `t.instance_id, t.no, t.version_id, t.lane_key, t.node_key, t.opened_at,
  t.ended_at, t.ending, t.is_rework, t.due_at, t.person_id,
  t.queue + t.work + t.elsewhere + t.held AS counted`;

/** One arm for each version, and lane where tasks are counted, as the indexes have them. */
function armsOf(subject: ReportScope, span: Span, asked: AskedNumber): Select[] {
  const { of, arms } = itemMeasures[asked.measure];
  const found = arms(span);
  if (of === "CASE") {
    const more: Select =
      asked.bar === null
        ? { sql: "1 = 1", params: [] }
        : {
            sql: "t.lead > ? AND t.lead <= ?",
            params: [barBounds(asked.bar).from, barBounds(asked.bar).to],
          };
    const versionIds = subject.versions.map(({ versionId }) => versionId);
    const armOf = ({ sql, params }: Select, place: Select): Select => ({
      sql: `SELECT ${caseColumns} FROM ledger_case t
        WHERE ${place.sql} AND ${sql} AND ${more.sql}`,
      params: [...place.params, ...params, ...more.params],
    });
    return found.flatMap((arm) =>
      arm.amongOpen
        ? [armOf(arm, openOfOffice(subject.officeId, versionIds))]
        : versionIds.map((id) => armOf(arm, { sql: "t.version_id = ?", params: [id] })),
    );
  }
  const { groups } = subject;
  return groups.lanesOf(asked.laneId).flatMap(({ versionId, lane }) => {
    const isRequesters = groups.get(groups.idOf(versionId, lane))?.isRequesters === true;
    if (isRequesters && isOfficesOwn(asked)) return [];
    const more = staysOnly(subject, asked, versionId);
    return found.map((arm) => ({
      sql: `SELECT ${stayColumns} FROM ledger_stay t WHERE t.version_id = ? AND t.lane_key = ?
        AND ${arm.sql} AND ${more.sql}`,
      params: [versionId, lane, ...arm.params, ...more.params],
    }));
  });
}

/** With the plus SQLite does not think of an index by version, in which most cases are over. */
const openOfOffice = (officeId: number, versionIds: readonly number[]): Select => ({
  sql: `t.office_id = ? AND +t.version_id IN (${placeholders(versionIds)})`,
  params: [officeId, ...versionIds],
});

/** Whether what requesters do themselves is left out: it is nobody's work in the office, and never late. */
const isOfficesOwn = ({ measure, personId }: AskedNumber): boolean =>
  personId !== null || measure === "ON_TIME" || measure === "LATE";

function staysOnly({ groups }: ReportScope, asked: AskedNumber, versionId: number): Select {
  const conditions = ["1 = 1"];
  const params: SqlValue[] = [];
  if (asked.stepKey !== null) {
    conditions.push("t.node_key = ?");
    params.push(asked.stepKey);
  }
  if (asked.personId !== null) {
    conditions.push("t.person_id = ?");
    params.push(asked.personId);
  }
  if (asked.measure === "HANDED_OVER") {
    const givers = groups
      .lanesOf(asked.fromLaneId)
      .flatMap((one) => (one.versionId === versionId ? one.lane : []));
    conditions.push(`(${givers.map(() => "INSTR(t.givers, ?) > 0").join(" OR ") || "1 = 0"})`);
    params.push(...givers.map((lane) => `\t${lane}\t`));
  }
  return { sql: conditions.join(" AND "), params };
}

function itemOf(
  row: ItemRow,
  subject: ReportScope,
  steps: KnownSteps,
  { calendar, asOf }: LedgerReading,
  showsPeople: boolean,
): ThroughputItem {
  const { lane_key: lane, node_key: node, version_id: versionId } = row;
  const sopId = subject.versions.find((one) => one.versionId === versionId)?.sopId ?? 0;
  const group =
    lane === null ? undefined : subject.groups.get(subject.groups.idOf(versionId, lane));
  const countsAsLate = row.ending === "DONE" && group?.isRequesters !== true;
  return Object.assign(new ThroughputItem(), {
    instanceId: row.instance_id,
    step: node === null ? null : (steps.get(sopId, node)?.node.text ?? null),
    lane: group ? Object.assign(new ThroughputLane(), group) : null,
    openedAt: row.opened_at,
    endedAt: row.ended_at,
    // What is over keeps the time that its number has, whatever the calendar has become since.
    working:
      (row.ended_at === null ? null : row.counted) ??
      workingTimeBetween(calendar, row.opened_at, row.ended_at ?? asOf),
    isRework: row.is_rework === 1,
    isOnTime:
      countsAsLate && row.due_at !== null && row.ended_at !== null
        ? row.ended_at <= row.due_at
        : null,
    personId: showsPeople ? row.person_id : null,
  });
}
