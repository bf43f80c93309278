import type { CaseReading } from "../use-case-reading.js";
import { visitRecords, type VisitRecord, type TaskRecord } from "../visit-records.js";

/** One line of the record: one lane's work at one visit, or the called case of a connector. */
export interface RecordRow {
  readonly key: string;
  /** The printed number of the step; null where it has none. */
  readonly number: number | null;
  readonly visit: VisitRecord;
  /** `null`: a connector, which no task stands for. */
  readonly task: TaskRecord | null;
  readonly dueAt: string | null;
  readonly overdue: boolean;
}

/** The lines of the record in the order of coming; only the first of a visit names the step. */
export function recordRows({ item, rows }: CaseReading): readonly RecordRow[] {
  return visitRecords(item.history).flatMap((visit): RecordRow[] => {
    const number = rows.get(visit.node) ?? null;
    const alone = { key: `${visit.no}`, number, visit, task: null, dueAt: null, overdue: false };
    if (visit.tasks.length === 0) return [alone];
    return visit.tasks.map((task) => {
      // The log counts a case's tasks from 1, in the order of opening.
      const { dueAt = null, overdue = false } = item.tasks[task.no - 1] ?? {};
      return { key: `${visit.no} ${task.no}`, number, visit, task, dueAt, overdue };
    });
  });
}
