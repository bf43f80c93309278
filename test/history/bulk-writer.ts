import { isOpenTask } from "../../domain/index.js";
import type { Context } from "../../server/kernel/context.js";
import type { Database, SqlValue, Tx } from "../../server/persistence/database.js";
import { historyTable, instanceColumns, type PlayedCase, taskTable } from "./played-case.js";

type Row = readonly SqlValue[];

/** Rows in one INSERT. */
const rowsInStatement = 100;
/** Rows in one transaction, about. */
const rowsInTransaction = 20_000;

/** Writes whole cases, many rows in a statement and many statements in a transaction. */
export class BulkWriter {
  #waiting: PlayedCase[] = [];
  #waitingRows = 0;
  /** What it has written. */
  rows = 0;
  cases = 0;
  finishedTasks = 0;
  openTasks = 0;

  constructor(
    private readonly database: Database,
    private readonly ctx: Context,
  ) {}

  async write(cases: readonly PlayedCase[]): Promise<void> {
    for (const it of cases) {
      this.#waiting.push(it);
      this.#waitingRows += 1 + it.tasks.length + it.entries.length;
      if (this.#waitingRows >= rowsInTransaction) await this.flush();
    }
  }

  async flush(): Promise<void> {
    const cases = this.#waiting;
    if (cases.length === 0) return;
    this.rows += this.#waitingRows;
    this.cases += cases.length;
    for (const { finished, state } of cases) {
      this.finishedTasks += finished;
      this.openTasks += state.tasks.filter(isOpenTask).length;
    }
    this.#waiting = [];
    this.#waitingRows = 0;
    await this.database.unitOfWork.run(this.ctx, async (tx) => {
      const rows = (of: (it: PlayedCase) => readonly Row[]): Row[] => cases.flatMap(of);
      await insertAll(
        tx,
        "instance",
        instanceColumns,
        rows((it) => [it.instanceRow()]),
      );
      await insertAll(
        tx,
        "task",
        taskTable.columns,
        rows((it) => it.taskRows()),
      );
      await insertAll(
        tx,
        "history_entry",
        historyTable.columns,
        rows((it) => it.entries),
      );
      const participants = rows((it) => it.participantRows());
      await insertAll(tx, "case_participant", ["person_id", "instance_id"], participants);
    });
  }
}

async function insertAll(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  const values = `(${columns.map(() => "?").join(", ")})`;
  for (let from = 0; from < rows.length; from += rowsInStatement) {
    const some = rows.slice(from, from + rowsInStatement);
    await tx.run(
      `INSERT INTO ${table} (${columns.join(", ")}) VALUES ${some.map(() => values).join(", ")}`,
      some.flat(),
    );
  }
}
