import type { AnyData } from "../../harness/test-api.js";
import type { Dice } from "../../walks/dice.js";
import { type CaseDriver, HOUR, MINUTE, type ProcedureName } from "../cases/case-driver.js";

/** People at work at random: cases that loop, are held and cancelled, and some that still run. */
export class BusyOffice {
  readonly #running: AnyData[] = [];
  #started = 0;

  constructor(
    readonly driver: CaseDriver,
    private readonly dice: Dice,
    private readonly procedures: readonly ProcedureName[],
  ) {}

  /** A case comes in. */
  async start(): Promise<void> {
    const procedure = this.procedures[this.#started % this.procedures.length]!;
    this.#started += 1;
    this.#running.push(await this.driver.start(procedure));
    this.driver.api.clock.advance(this.dice.below(5 * HOUR));
  }

  /** Somebody does something to one of the cases. */
  async step(): Promise<void> {
    const { driver, dice } = this;
    if (this.#running.length === 0) return this.start();
    driver.api.clock.advance(dice.below(4 * HOUR) + MINUTE);
    const at = dice.below(this.#running.length);
    const next = await this.#act(this.#running[at]!);
    if (next.status === "RUNNING") this.#running[at] = next;
    else this.#running.splice(at, 1);
  }

  async #act(instance: AnyData): Promise<AnyData> {
    const { driver, dice } = this;
    const task = instance.openTasks[dice.below(instance.openTasks.length)];
    if (dice.below(3) === 0 && !task.assignee) {
      await driver.mutate(driver.workerOf(task), "claimTask", { taskId: task.id }, "task { id }");
      driver.api.clock.advance(dice.below(3 * HOUR));
    }
    if (dice.below(12) === 0) await this.#holdOvernight(instance.id);
    if (dice.below(40) === 0) {
      const input = { instanceId: instance.id, reason: "dibatalkan pemohon" };
      const fields = "instance { id status }";
      return (await driver.mutate("admin", "cancelInstance", input, fields)).instance;
    }
    const key = `${task.node.key}@${task.lane.key}`;
    const outcome = task.outcomes?.at(dice.below(task.outcomes.length))?.key;
    return driver.step(instance, outcome === undefined ? key : `${key}:${outcome}`);
  }

  async #holdOvernight(instanceId: string): Promise<void> {
    const { driver } = this;
    const reason = "menunggu";
    await driver.mutate("admin", "holdInstance", { instanceId, reason }, "instance { id }");
    driver.api.clock.advance(9 * HOUR);
    await driver.mutate("admin", "resumeInstance", { instanceId }, "instance { id }");
  }
}
