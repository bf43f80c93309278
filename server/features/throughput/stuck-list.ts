import {
  addWorkingTime,
  subtractWorkingTime,
  type WorkingCalendar,
} from "../../../domain/index.js";
import { fromGlobalId, parseGlobalId, toGlobalId } from "../../kernel/global-id.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Row, SqlValue } from "../../persistence/database.js";
import { keysetPage, type KeysetPage, type OrderColumn } from "../../persistence/keyset-page.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { mostSops, type StuckWorkInput, stuckLimits, usualIdle, usualSoon } from "./stuck-input.js";
import {
  laneOfCalls,
  laneOfHeld,
  laneOfRequesters,
  severities,
  stuckArms,
  type StuckQuestion,
} from "./stuck-sources.js";
import { StuckCount, StuckItem, StuckLane, type StuckLaneKind, StuckWork } from "./stuck-types.js";

/** Of each reason as many are looked at, so that no question costs more, whatever is open. */
const mostLookedAt = 2000;
const mostCounted = 99;
const usualFirst = 10;

const order: readonly OrderColumn[] = ["severity", "at_sort", "id", "visit"].map((key) => ({
  sql: `s.${key}`,
  key,
}));

interface StuckRow extends Row {
  readonly lane: number;
  readonly severity: number;
  readonly at_sort: number;
  readonly id: number;
  readonly visit: number;
  readonly instance_id: number;
  readonly due_sort: number;
  readonly wanted: number;
  readonly total: number;
  readonly overdue: number;
  readonly due_soon: number;
  readonly cut: number;
}

/** What is stuck in an office: one statement for the positions that nobody holds, one for all else. */
export async function findStuck(
  scope: RequestScope,
  calendar: WorkingCalendar,
  input: StuckWorkInput,
): Promise<StuckWork> {
  if (input.after != null && input.laneId == null) throw new Refusal("INVALID", "input.after");
  const page = keysetPage({ first: input.first ?? usualFirst, after: input.after }, order);
  const question = await readQuestion(scope, calendar, input);
  const rows = await readRows(scope, question, page);
  const claimedADayAgo = dayBefore(calendar, question.now);
  const lanes = [...new Set(rows.map(({ lane }) => lane))]
    .map((lane) => rows.filter((row) => row.lane === lane))
    .map((ofLane) => toLane(ofLane, question, page, claimedADayAgo))
    .sort(bySeverity);
  const sum = (count: (lane: StuckLane) => number): number =>
    lanes.reduce((total, lane) => total + count(lane), 0);
  return Object.assign(new StuckWork(), {
    officeRowId: question.officeId,
    asOf: question.now,
    soonUntil: question.soonUntil,
    idleWorkingDays: input.idleWorkingDays ?? usualIdle,
    total: sum(({ total }) => total),
    overdue: sum(({ overdue }) => overdue),
    isCut: rows.some(({ cut }) => Number(cut) === 1),
    lanes,
  });
}

/** The same number as the list's for as long as it is at most 99; each arm is read no further. */
export async function countStuck(
  scope: RequestScope,
  calendar: WorkingCalendar,
  officeId: string,
): Promise<StuckCount> {
  const question = await readQuestion(scope, calendar, { officeId });
  const arms = stuckArms(question, mostCounted + 1);
  const cut = arms.map(({ sql }, index) => `SELECT id FROM (${sql}) a${index}`);
  const row = await scope.reader.get<Row & { count: number }>(
    `SELECT COUNT(*) AS count FROM (${cut.join(" UNION ALL ")}) c`,
    arms.flatMap(({ params }) => params),
  );
  const count = Number(row?.count ?? 0);
  return Object.assign(new StuckCount(), {
    count: Math.min(count, mostCounted),
    hasMore: count > mostCounted,
  });
}

async function readQuestion(
  scope: RequestScope,
  calendar: WorkingCalendar,
  input: StuckWorkInput,
): Promise<StuckQuestion> {
  const within = limited(input, "withinWorkingDays") ?? usualSoon;
  const idle = limited(input, "idleWorkingDays") ?? usualIdle;
  const sopIds = input.sopIds ?? [];
  if (sopIds.length > mostSops) {
    throw new Refusal("TOO_LARGE", "input.sopIds", { limit: mostSops });
  }
  const now = scope.ctx.now();
  const days = (value: number) => ({ value, unit: "WORKING_DAY" }) as const;
  return {
    officeId: fromGlobalId(input.officeId, "Office", "input.officeId"),
    sopIds: sopIds.map((id, index) => fromGlobalId(id, "Sop", `input.sopIds.${index}`)),
    lane: input.laneId == null ? null : laneOfId(input.laneId),
    now,
    // An office without working hours has nothing that is due soon, and nothing that lies long.
    soonUntil: addWorkingTime(calendar, now, days(within)) ?? now,
    idleSince: subtractWorkingTime(calendar, now, days(idle)) ?? 0,
    vacantIds: await readVacant(scope),
  };
}

function limited(input: StuckWorkInput, name: keyof typeof stuckLimits): number | null {
  const value = input[name] ?? null;
  const [least, most] = stuckLimits[name];
  if (value !== null && (value < least || value > most)) {
    throw new Refusal("INVALID", `input.${name}`, { reason: `${least}–${most}` });
  }
  return value;
}

const dayBefore = (calendar: WorkingCalendar, now: number): number =>
  subtractWorkingTime(calendar, now, { value: 1, unit: "WORKING_DAY" }) ?? 0;

/** Positions with something to do that nobody with an enabled account holds now: few, at any time. */
async function readVacant({ reader, ctx }: RequestScope): Promise<readonly number[]> {
  const rows = await reader.all<Row & { id: number }>(
    `SELECT q.id FROM \`position\` q WHERE NOT EXISTS (SELECT 1 FROM position_holder h
      JOIN person p ON p.id = h.person_id AND p.disabled_at IS NULL WHERE h.position_id = q.id
      AND h.valid_from <= ? AND (h.valid_until IS NULL OR h.valid_until > ?))
      AND (SELECT t.id FROM task t WHERE t.is_open = 1 AND t.position_id = q.id LIMIT 1) IS NOT NULL
      ORDER BY q.id`,
    [ctx.now(), ctx.now()],
  );
  return rows.map(({ id }) => id);
}

/** The first rows of each lane that the page wants, each with the counts of its whole lane. */
async function readRows(
  { reader }: RequestScope,
  question: StuckQuestion,
  page: KeysetPage,
): Promise<readonly StuckRow[]> {
  const arms = stuckArms(question, mostLookedAt);
  if (arms.length === 0) return [];
  const { where } = page;
  const of = (column: string, from: string) => `SELECT ${column} FROM (${from})`;
  const union = arms
    .map(({ sql }, index) => of(`a${index}.*, ${index} AS arm`, sql) + ` a${index}`)
    .join(" UNION ALL ");
  const wanted = of(`s.*, CASE WHEN ${where.sql} THEN 1 ELSE 0 END AS wanted`, union);
  const lane = "PARTITION BY n.lane";
  const count = (condition: string) =>
    `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END) OVER (${lane})`;
  const full = arms.map(
    (_, index) => `SUM(CASE WHEN n.arm = ${index} THEN 1 ELSE 0 END) OVER () >= ${mostLookedAt}`,
  );
  const counted = of(
    `n.*, ROW_NUMBER() OVER (${lane}, n.wanted ${page.orderBy("n")}) AS place,
      COUNT(*) OVER (${lane}) AS total, ${count("n.due_sort < ?")} AS overdue,
      ${count("n.due_sort >= ? AND n.due_sort <= ?")} AS due_soon,
      CASE WHEN ${full.join(" OR ")} THEN 1 ELSE 0 END AS cut`,
    `${wanted} s`,
  );
  const { now, soonUntil } = question;
  const params: readonly SqlValue[] = [
    ...[now, now, soonUntil],
    ...where.params,
    ...arms.flatMap((arm) => arm.params),
  ];
  // One that the page has left behind still tells the lane's counts.
  return reader.all<StuckRow>(
    `SELECT * FROM (${counted} n) r
      WHERE r.place <= CASE WHEN r.wanted = 1 THEN ${page.enough} ELSE 1 END
      ORDER BY r.lane, r.wanted, r.place`,
    params,
  );
}

function toLane(
  rows: readonly StuckRow[],
  { officeId, idleSince, vacantIds }: StuckQuestion,
  page: KeysetPage,
  claimedADayAgo: number,
): StuckLane {
  const [{ lane, ...first }] = rows as readonly [StuckRow, ...StuckRow[]];
  const total = Number(first.total);
  const built = page.build(
    rows.filter(({ wanted }) => wanted === 1),
    (row) => toItem(row, officeId, { idleSince, claimedADayAgo }),
  );
  const positionId = lane > 0 ? lane : null;
  const kind = positionId === null ? (kinds.get(lane) ?? "HELD") : "POSITION";
  return Object.assign(new StuckLane(), {
    positionId,
    id: positionId === null ? kind : toGlobalId("Position", positionId),
    kind,
    isVacant: vacantIds.includes(lane),
    total,
    overdue: Number(first.overdue),
    dueSoon: Number(first.due_soon),
    items: { ...built, totalCount: total },
  });
}

function toItem(
  row: StuckRow,
  officeRowId: number,
  { idleSince, claimedADayAgo }: { idleSince: number; claimedADayAgo: number },
): StuckItem {
  const reason = severities[row.severity] ?? "HELD";
  const isTask = row.lane >= laneOfRequesters;
  return Object.assign(new StuckItem(), {
    key: `${isTask ? "task" : "case"}-${row.id}-${row.visit}`,
    reason,
    taskRowId: isTask ? row.id : null,
    instanceRowId: row.instance_id,
    visit: row.visit,
    officeRowId,
    since: row.at_sort,
    claimedLongBefore: reason === "OVERDUE" ? claimedADayAgo : idleSince,
  });
}

const kinds: ReadonlyMap<number, StuckLaneKind> = new Map([
  [laneOfRequesters, "REQUESTERS"],
  [laneOfCalls, "CALLS"],
  [laneOfHeld, "HELD"],
]);

const kindOrder: readonly StuckLaneKind[] = ["POSITION", "REQUESTERS", "CALLS", "HELD"];

function laneOfId(id: string): number {
  for (const [lane, kind] of kinds) if (kind === id) return lane;
  const parsed = parseGlobalId(id);
  if (parsed?.type !== "Position") throw new Refusal("NOT_FOUND", "input.laneId");
  return parsed.id;
}

/** Where nobody is first, then where most is late, then where most is soon; what waits for no lane last. */
function bySeverity(one: StuckLane, other: StuckLane): number {
  const place = ({ kind, isVacant }: StuckLane): number =>
    isVacant ? -1 : kindOrder.indexOf(kind);
  return (
    place(one) - place(other) ||
    other.overdue - one.overdue ||
    other.dueSoon - one.dueSoon ||
    other.total - one.total ||
    one.id.localeCompare(other.id)
  );
}
