import { isOpenTask } from "../../domain/index.js";
import type { Context } from "../../server/kernel/context.js";
import type { Database, SqlValue, Tx } from "../../server/persistence/database.js";
import { historyTable, instanceColumns, type PlayedCase, taskTable } from "./played-case.js";

type Row = readonly SqlValue[];

/** Rows in one INSERT. */
const rowsInStatement = 500;
/** Rows in one transaction, about. */
const rowsInTransaction = 20_000;

/** Writes whole cases, many rows in a statement and many statements in a transaction. */
export class BulkWriter {
  #waiting: PlayedCase[] = [];
  #waitingRows = 0;
  #sent: Promise<void> = Promise.resolve();
  /** What it has written. */
  rows = 0;
  cases = 0;
  finishedTasks = 0;
  openTasks = 0;

  constructor(
    private readonly database: Database,
    private readonly ctx: Context,
  ) {}

  /** Resolves when there is room for more: what was taken last may still be on its way. */
  async write(cases: readonly PlayedCase[]): Promise<void> {
    for (const it of cases) {
      this.#waiting.push(it);
      this.#waitingRows += 1 + it.tasks.length + it.entries.length;
      if (this.#waitingRows >= rowsInTransaction) await this.#send();
    }
  }

  async flush(): Promise<void> {
    await this.#send();
    await this.#sent;
  }

  async #send(): Promise<void> {
    await this.#sent;
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
    this.#sent = this.#insert(cases);
    // Whoever waits for it next hears of its error.
    this.#sent.catch(() => undefined);
  }

  #insert(cases: readonly PlayedCase[]): Promise<void> {
    const rows = (of: (it: PlayedCase) => readonly Row[]): readonly Row[] => cases.flatMap(of);
    const instances = rows((it) => [it.instanceRow()]);
    const tasks = rows((it) => it.taskRows());
    const entries = rows((it) => it.entries);
    const participants = rows((it) => it.participantRows());
    const held = rows((it) => it.heldRows());
    return this.database.unitOfWork.run(this.ctx, async (tx) => {
      await insertAll(tx, "instance", instanceColumns, instances);
      await insertAll(tx, "task", taskTable.columns, tasks);
      await insertAll(tx, "history_entry", historyTable.columns, entries);
      await insertAll(tx, "case_participant", ["person_id", "instance_id"], participants);
      await insertAll(tx, "held_case", ["instance_id", "since", "by_parent"], held);
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
