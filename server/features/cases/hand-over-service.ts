import type { CaseState } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { authorize, requirePerson } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import { findTaskHead } from "../../persistence/case-store.js";
import type { Database, Row } from "../../persistence/database.js";
import type { CaseRunner } from "../../runtime/case-runner.js";
import type { HandedOn, HandOver } from "../people/people-service.js";
import { abandoned } from "./abandoned-task.js";

const batch = 100;

/** Gives the tasks that somebody has claimed and can no longer work back to their lanes. */
export class HandOverService implements HandOver {
  constructor(
    private readonly database: Database,
    private readonly runner: CaseRunner,
  ) {}

  /** One unit of work for each task, each with its entry in the case's log by whoever asks. */
  async handOn(ctx: Context, personId: number): Promise<HandedOn> {
    let [released, left] = [0, 0];
    let after = 0;
    for (;;) {
      const ids = await this.#abandonedBy(ctx, personId, after);
      for (const id of ids) {
        const result = await this.#release(ctx, personId, id);
        if (result === "RELEASED") released += 1;
        else if (result === "REFUSED") left += 1;
      }
      if (ids.length < batch) return { released, left };
      after = ids.at(-1)!;
    }
  }

  #abandonedBy(ctx: Context, personId: number, after: number): Promise<number[]> {
    const condition = abandoned(ctx);
    // In a unit of work: on a cluster another node may lag behind what was just committed.
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const rows = await tx.all<Row & { id: number }>(
        `SELECT t.id FROM task t WHERE t.assignee_id = ? AND t.is_open = 1 AND t.id > ?
          AND ${condition.sql} ORDER BY t.id LIMIT ${batch}`,
        [personId, after, ...condition.params],
      );
      return rows.map(({ id }) => id);
    });
  }

  async #release(
    ctx: Context,
    personId: number,
    taskId: number,
  ): Promise<"RELEASED" | "REFUSED" | "GONE"> {
    const { personId: by } = requirePerson(ctx);
    try {
      return await this.database.unitOfWork.run(ctx, async (tx) => {
        const head = await findTaskHead(tx, taskId);
        if (!head) return "GONE";
        authorize(ctx, "task.release", { officeId: head.officeId });
        const { tasks } = JSON.parse(head.state) as CaseState;
        const task = tasks[head.taskNo - 1];
        if (task?.assignee !== personId || task.status !== "CLAIMED") return "GONE";
        const command = { type: "RELEASE", task: head.taskNo, by, force: true } as const;
        await this.runner.run(ctx, tx, head, command, []);
        return "RELEASED";
      });
    } catch (error) {
      // A case that is held takes no such command; its task can be claimed over once it goes on.
      if (error instanceof Refusal) return "REFUSED";
      throw error;
    }
  }
}
