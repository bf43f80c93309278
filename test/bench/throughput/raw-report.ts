/** A lane of the report by plain SQL. */
export interface RawLane {
  readonly lane: string;
  readonly arrived: number;
  readonly finished: number;
  readonly waiting: number;
}

/** The least of a duration that so many of a hundred keep; its rows are numbered from the shortest. */
const percentile = (duration: string, number: string, percent: number): string =>
  `MIN(CASE WHEN ${number} * 100 >= n * ${percent} THEN ${duration} END) AS ${duration}_p${percent}`;

const percentiles = (duration: string, number: string): string =>
  [50, 90, 95].map((percent) => percentile(duration, number, percent)).join(", ");

/**
 * What somebody would write who has nothing but the tables of cases and tasks: arrived, finished and
 * waiting by lane, and how long the finished ones were unclaimed and claimed. In clock time, for SQL
 * knows no working hours.
 */
export const rawReport = `WITH stays AS (
    SELECT t.lane_key AS lane, t.opened_at, t.closed_at, t.closed_by,
      COALESCE(t.claimed_at, t.closed_at) - t.opened_at AS queue,
      t.closed_at - COALESCE(t.claimed_at, t.closed_at) AS work
      FROM instance i JOIN task t ON t.instance_id = i.id
      WHERE i.sop_id = ? AND t.opened_at < ?),
  counts AS (
    SELECT lane, SUM(CASE WHEN opened_at >= ? THEN 1 ELSE 0 END) AS arrived,
      SUM(CASE WHEN closed_by IS NOT NULL AND closed_at >= ? AND closed_at < ? THEN 1 ELSE 0 END)
        AS finished,
      SUM(CASE WHEN closed_at IS NULL OR closed_at >= ? THEN 1 ELSE 0 END) AS waiting
      FROM stays GROUP BY lane),
  numbered AS (
    SELECT lane, queue, work, COUNT(*) OVER (PARTITION BY lane) AS n,
      ROW_NUMBER() OVER (PARTITION BY lane ORDER BY queue) AS queue_no,
      ROW_NUMBER() OVER (PARTITION BY lane ORDER BY work) AS work_no
      FROM stays WHERE closed_by IS NOT NULL AND closed_at >= ? AND closed_at < ?),
  times AS (
    SELECT lane, AVG(queue) AS queue_mean, ${percentiles("queue", "queue_no")},
      AVG(work) AS work_mean, ${percentiles("work", "work_no")}
      FROM numbered GROUP BY lane)
  SELECT c.lane, c.arrived, c.finished, c.waiting, queue_mean, queue_p50, queue_p90, queue_p95,
    work_mean, work_p50, work_p90, work_p95
    FROM counts c LEFT JOIN times t ON t.lane = c.lane ORDER BY c.lane`;

export const rawParameters = (sopId: number, from: number, to: number): readonly number[] => [
  ...[sopId, to, from, from, to, to, from, to],
];
