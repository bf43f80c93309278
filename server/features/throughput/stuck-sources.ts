import { NO_DEADLINE } from "../../persistence/case-store.js";
import type { SqlValue } from "../../persistence/database.js";
import type { Select } from "../../persistence/keyset-page.js";
import { placeholders } from "../../persistence/placeholders.js";

/** Whose a line of the list is, as a number: the id of a position, or one of these. */
export const laneOfRequesters = 0;
export const laneOfCalls = -1;
export const laneOfHeld = -2;

/** Why something is stuck, the most severe first: within a lane this is the order of the list. */
export const severities = [
  "NOBODY_HOLDS",
  "OVERDUE",
  "DUE_SOON",
  "NO_DEADLINE",
  "SOP_NOT_IN_FORCE",
  "HELD",
] as const;
export type StuckReason = (typeof severities)[number];

const rank = (reason: StuckReason): number => severities.indexOf(reason);
const always = (reason: StuckReason): Select => ({ sql: String(rank(reason)), params: [] });

/** What is looked for, in epoch milliseconds. */
export interface StuckQuestion {
  readonly officeId: number;
  /** Empty: of all SOPs. */
  readonly sopIds: readonly number[];
  /** `null`: all lanes. */
  readonly lane: number | null;
  readonly now: number;
  /** What is due until then is due soon. */
  readonly soonUntil: number;
  /** What lies since then without a deadline, or is held since then, lies long. */
  readonly idleSince: number;
  /** Positions with open tasks that nobody holds now. */
  readonly vacantIds: readonly number[];
}

/**
 * What is stuck, in arms that share no row and are cut to `most` rows each, the most severe first. Every
 * arm is led by an index of what is open, whatever was finished. Columns: lane, severity, at_sort, id,
 * visit, instance_id, due_sort.
 */
export function stuckArms(question: StuckQuestion, most: number): Select[] {
  return sources.filter((source) => source.fits(question)).map(({ arm }) => arm(question, most));
}

interface Source {
  readonly fits: (question: StuckQuestion) => boolean;
  readonly arm: (question: StuckQuestion, most: number) => Select;
}

const forTasks = ({ lane }: StuckQuestion): boolean => lane === null || lane >= laneOfRequesters;
const only =
  (wanted: number) =>
  ({ lane }: StuckQuestion): boolean =>
    lane === null || lane === wanted;

const sources: readonly Source[] = [
  {
    fits: ({ lane, vacantIds }) =>
      vacantIds.length > 0 && (lane === null || vacantIds.includes(lane)),
    arm: (question, most) => {
      const ids = question.vacantIds.filter((id) => question.lane === null || id === question.lane);
      return taskArm(question, most, {
        severity: always("NOBODY_HOLDS"),
        order: ["t.due_sort", "t.id"],
        conditions: [{ sql: `t.position_id IN (${placeholders(ids)})`, params: ids }],
      });
    },
  },
  {
    fits: forTasks,
    arm: (question, most) =>
      taskArm(question, most, {
        severity: {
          sql: `CASE WHEN t.due_sort < ? THEN ${rank("OVERDUE")} ELSE ${rank("DUE_SOON")} END`,
          params: [question.now],
        },
        order: ["t.due_sort", "t.id"],
        conditions: [
          { sql: "t.due_sort <= ?", params: [question.soonUntil] },
          ...heldLanes(question),
        ],
      }),
  },
  {
    fits: forTasks,
    arm: (question, most) => {
      // Ids are given as tasks open: what comes after the first that is too young is younger still.
      const oldest = taskArm(question, most, {
        severity: always("NO_DEADLINE"),
        at: "t.opened_at",
        order: ["t.id"],
        conditions: [{ sql: `t.due_sort = ${NO_DEADLINE}`, params: [] }, ...heldLanes(question)],
      });
      return {
        sql: `SELECT * FROM (${oldest.sql}) o WHERE o.at_sort <= ?`,
        params: [...oldest.params, question.idleSince],
      };
    },
  },
  {
    fits: only(laneOfCalls),
    arm: (question, most) => {
      const ofOffice = caseOfOffice(question, "w.instance_id", "RUNNING");
      return {
        sql: `SELECT ${laneOfCalls} AS lane, ${rank("SOP_NOT_IN_FORCE")} AS severity,
          w.since AS at_sort, w.instance_id AS id, w.visit, w.instance_id, ${NO_DEADLINE} AS due_sort
          FROM waiting_call w WHERE ${ofOffice.sql} ORDER BY w.since LIMIT ${most}`,
        params: ofOffice.params,
      };
    },
  },
  {
    fits: only(laneOfHeld),
    arm: (question, most) => {
      const ofOffice = caseOfOffice(question, "h.instance_id", "HELD");
      return {
        sql: `SELECT ${laneOfHeld} AS lane, ${rank("HELD")} AS severity,
          h.since AS at_sort, h.instance_id AS id, 0 AS visit, h.instance_id, ${NO_DEADLINE} AS due_sort
          FROM held_case h WHERE h.by_parent = 0 AND h.since <= ? AND ${ofOffice.sql}
          ORDER BY h.since LIMIT ${most}`,
        params: [question.idleSince, ...ofOffice.params],
      };
    },
  },
];

function taskArm(
  question: StuckQuestion,
  most: number,
  it: {
    readonly severity: Select;
    readonly at?: string;
    readonly order: readonly string[];
    readonly conditions: readonly Select[];
  },
): Select {
  const conditions = [
    { sql: "t.is_open = 1", params: [] },
    ...it.conditions,
    ...inLane(question),
    caseOfOffice(question, "t.instance_id", "RUNNING"),
  ];
  return {
    sql: `SELECT COALESCE(t.position_id, ${laneOfRequesters}) AS lane, ${it.severity.sql} AS severity,
      ${it.at ?? "t.due_sort"} AS at_sort, t.id, 0 AS visit, t.instance_id, t.due_sort
      FROM task t WHERE ${conditions.map(({ sql }) => sql).join(" AND ")}
      ORDER BY ${it.order.join(", ")} LIMIT ${most}`,
    params: [...it.severity.params, ...conditions.flatMap(({ params }) => params)],
  };
}

function inLane({ lane }: StuckQuestion): Select[] {
  if (lane === null) return [];
  if (lane === laneOfRequesters) return [{ sql: "t.position_id IS NULL", params: [] }];
  return [{ sql: "t.position_id = ?", params: [lane] }];
}

/** What the arm of the lanes that nobody holds has already. */
const heldLanes = ({ vacantIds }: StuckQuestion): Select[] =>
  vacantIds.length === 0
    ? []
    : [
        {
          sql: `(t.position_id IS NULL OR t.position_id NOT IN (${placeholders(vacantIds)}))`,
          params: vacantIds,
        },
      ];

/** As a value and not as a join, so that no planner begins with all cases that the office ever had. */
function caseOfOffice(
  { officeId, sopIds }: StuckQuestion,
  instanceId: string,
  status: "RUNNING" | "HELD",
): Select {
  const ofSops = sopIds.length === 0 ? "" : ` AND i.sop_id IN (${placeholders(sopIds)})`;
  const params: readonly SqlValue[] = [officeId, status, ...sopIds];
  return {
    sql: `(SELECT 1 FROM instance i WHERE i.id = ${instanceId} AND i.office_id = ?
      AND i.status = ?${ofSops}) = 1`,
    params,
  };
}
