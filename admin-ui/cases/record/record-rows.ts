import type { HoldingCapacity } from "../../generated/graphql.js";
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
  /** As what whoever has it or did it stood in. */
  readonly capacity: HoldingCapacity | null;
}

/** The lines of the record in the order of coming; only the first of a visit names the step. */
export function recordRows({ item, rows }: CaseReading): readonly RecordRow[] {
  return visitRecords(item.history).flatMap((visit): RecordRow[] => {
    const number = rows.get(visit.node) ?? null;
    if (visit.tasks.length === 0) {
      const nobody = { task: null, dueAt: null, overdue: false, capacity: null };
      return [{ key: `${visit.no}`, number, visit, ...nobody }];
    }
    return visit.tasks.map((task) => {
      // The log counts a case's tasks from 1, in the order of opening.
      const told = item.tasks[task.no - 1];
      const { dueAt = null, overdue = false, assigneeCapacity: capacity = null } = told ?? {};
      return { key: `${visit.no} ${task.no}`, number, visit, task, dueAt, overdue, capacity };
    });
  });
}
