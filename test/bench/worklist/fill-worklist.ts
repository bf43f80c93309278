import { benchLanes, benchSteps } from "../bench-procedure.js";

/** What the fill must know of the office; ids of rows. */
export interface FilledOffice {
  /** A case of the benchmark's SOP, of which the others are made. */
  readonly templateId: number;
  /** By lane key: its position, and whoever holds it. */
  readonly positions: ReadonlyMap<string, { readonly id: number; readonly holder: number }>;
}

const minute = 60_000;
const hour = 60 * minute;
const works = benchSteps.filter(({ kind }) => kind === "ACTIVITY");

/**
 * Plain SQL that makes `count` cases more, each with one open task and one that is done: spread over
 * the steps, one in three claimed, their deadlines spread from a week ago to a week hence.
 */
export function fillStatements(office: FilledOffice, count: number, now: number): string[] {
  const digits = Array.from({ length: 10 }, (_, digit) => `SELECT ${digit} AS d`).join(
    " UNION ALL ",
  );
  const places = [1, 10, 100, 1000, 10_000].map((place) => ({ place, name: `d${place}` }));
  const number = places.map(({ place, name }) => `${name}.d * ${place}`).join(" + ");
  const from = places.map(({ name }) => `(${digits}) ${name}`).join(", ");
  const steps = works
    .map(({ key, lane }, index) => {
      const { id = 0, holder = 0 } = office.positions.get(lane) ?? {};
      return `SELECT ${index} AS k, '${key}' AS node, '${lane}' AS lane, ${id} AS position, ${holder} AS holder`;
    })
    .join(" UNION ALL ");
  const ofCopies = `FROM instance i JOIN (${steps}) s ON s.k = i.id % ${works.length}
    JOIN (${steps}) p ON p.k = (i.id + ${works.length - 1}) % ${works.length}
    WHERE i.id > ${office.templateId}`;
  const due = `${now - 168 * hour} + (i.id * 7919 % 20160) * ${minute}`;
  const columns = `sop_id, version_id, office_id, version, status, title, requester_name, started_by,
    started_at, last_event_at, state, head_hash`;
  return [
    `INSERT INTO instance (${columns}) SELECT ${columns
      .split(",")
      .map((name) => `i.${name.trim()}`)
      .join(
        ", ",
      )} FROM instance i, ${from} WHERE i.id = ${office.templateId} AND ${number} < ${count}`,
    `INSERT INTO task (instance_id, no, visit, node_key, lane_key, position_id, status, is_open,
      assignee_id, opened_at, claimed_at, closed_at, closed_by, due_at, due_sort)
      SELECT i.id, 2, 2, p.node, p.lane, p.position, 'DONE', 0, p.holder, ${now - 200 * hour},
        ${now - 199 * hour}, ${now - 190 * hour} + i.id, p.holder, ${due}, ${due} ${ofCopies}`,
    `INSERT INTO task (instance_id, no, visit, node_key, lane_key, position_id, status, is_open,
      assignee_id, opened_at, claimed_at, due_at, due_sort)
      SELECT i.id, 3, 3, s.node, s.lane, s.position,
        CASE WHEN i.id % 3 = 0 THEN 'CLAIMED' ELSE 'OPEN' END, 1,
        CASE WHEN i.id % 3 = 0 THEN s.holder END, ${now - 180 * hour},
        CASE WHEN i.id % 3 = 0 THEN ${now - 170 * hour} END, ${due}, ${due} ${ofCopies}`,
    `INSERT INTO case_participant (person_id, instance_id) SELECT t.closed_by, t.instance_id
      FROM task t WHERE t.no = 2 AND t.status = 'DONE' AND t.instance_id > ${office.templateId}`,
  ];
}

/** Codes of the positions that the lanes of the benchmark's SOP are bound to. */
export const positionCodes: ReadonlyMap<string, string> = new Map(
  benchLanes.map(({ key, position }) => [key, position]),
);
