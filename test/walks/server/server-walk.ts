import type { CaseCommand } from "../../../domain/engine/case-command.js";
import { isOpenTask } from "../../../domain/engine/case-state.js";
import type { Graph } from "../../../domain/sop/graph.js";
import { parseGlobalId, toGlobalId } from "../../../server/kernel/global-id.js";
import { Dice } from "../dice.js";
import { RandomCommands } from "../random-command.js";
import { soundSop } from "../sound-sop.js";
import { WalkFault } from "../walk-fault.js";
import { type CaseRequest, requestFor } from "./case-requests.js";
import { CaseUnderTest } from "./case-under-test.js";
import { officeLanes, type WalkOffice } from "./walk-office.js";

export interface ServerWalkResult {
  /** How many requests were sent. */
  readonly steps: number;
  /** What came of each. */
  readonly answers: readonly string[];
  readonly fault: string | null;
}

/** Rounds in which several people do something with one case at once, until it is brought to its end. */
export async function serverWalk(
  office: WalkOffice,
  seed: number,
  calls: readonly string[],
): Promise<ServerWalkResult> {
  const walk = new ServerWalk(office, new Dice(seed), calls);
  try {
    await walk.go();
    return { ...walk.result(), fault: null };
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    return { ...walk.result(), fault };
  }
}

class ServerWalk {
  steps = 0;
  #one: CaseUnderTest | null = null;
  readonly #random: RandomCommands;

  constructor(
    readonly office: WalkOffice,
    readonly dice: Dice,
    readonly calls: readonly string[],
  ) {
    this.#random = new RandomCommands(dice, false, office.people);
  }

  result(): Omit<ServerWalkResult, "fault"> {
    return { steps: this.steps, answers: this.#one?.answers ?? [] };
  }

  async go(): Promise<void> {
    const { dice, office } = this;
    const graph = this.#graph();
    const sopId = await office.enact(graph);
    const starter = dice.pick(office.people)!;
    const started = await office.ask(
      starter,
      "startInstance",
      { sopId },
      { fields: "instance { id }" },
    );
    const instanceId = parseGlobalId(started.payload.instance.id)!.id;
    const one = new CaseUnderTest(office, instanceId, graph);
    this.#one = one;
    await one.follow();
    for (let left = dice.between(3, 14); left > 0 && isAlive(one); left -= 1) {
      await this.#send(one, await this.#randomRound(one));
    }
    for (let left = 40 + graph.nodes.length; isAlive(one); left -= 1) {
      if (left === 0) throw new WalkFault("the case cannot be brought to its end");
      await this.#send(one, await this.#lastRound(one));
    }
  }

  #graph(): Graph {
    const { dice } = this;
    return soundSop(dice, {
      lanes: officeLanes(dice.between(1, 5)),
      calls: dice.chance(0.4) ? this.calls : [],
      nodes: dice.between(4, 22),
      onlyCertainPapers: true,
    });
  }

  async #send(one: CaseUnderTest, requests: readonly CaseRequest[]): Promise<void> {
    this.steps += requests.length;
    await one.together(requests);
  }

  /** Several requests at once, often about the same task, some of them sent twice under one key. */
  async #randomRound(one: CaseUnderTest): Promise<CaseRequest[]> {
    const { dice } = this;
    const rows = { instanceId: one.instanceId, tasks: one.tasks };
    const drawn: CaseCommand[] = Array.from({ length: 12 }, () =>
      this.#random.next(one.run.oracle),
    );
    const [first] = drawn;
    const isSame = (command: CaseCommand): boolean =>
      "task" in command && first !== undefined && "task" in first && command.task === first.task;
    if (dice.chance(0.5)) drawn.sort((a, b) => Number(isSame(b)) - Number(isSame(a)));
    const asked = drawn
      .flatMap((command) => requestFor(command, rows, this.office.people, dice) ?? [])
      .slice(0, dice.between(2, 5));
    const twice = asked.flatMap((request): CaseRequest[] => {
      if (!takesKey.has(request.mutation) || dice.chance(0.7)) return [request];
      const idempotencyKey = `${one.instanceId}-${this.steps}-${dice.below(1_000_000)}`;
      const keyed = { ...request, input: { ...request.input, idempotencyKey } };
      return [keyed, keyed];
    });
    return [...twice, ...(await this.#childRequests(one, 0.5))];
  }

  /** Everybody does what is open, all at once. */
  async #lastRound(one: CaseUnderTest): Promise<CaseRequest[]> {
    const { state, end } = one.run;
    const { dice, office } = this;
    const rows = { instanceId: one.instanceId, tasks: one.tasks };
    const commands: CaseCommand[] =
      state.status === "HELD"
        ? [{ type: "RESUME" }]
        : state.tasks
            .filter(isOpenTask)
            .map((task) => end.completion(state, task, dice.pick(office.people)!));
    const asked = commands.flatMap(
      (command) => requestFor(command, rows, office.people, dice) ?? [],
    );
    return [...asked, ...(await this.#childRequests(one, 0))];
  }

  /** What is done meanwhile with the cases that this one waits for. */
  async #childRequests(one: CaseUnderTest, cancelling: number): Promise<CaseRequest[]> {
    const requests: CaseRequest[] = [];
    for (const { child } of one.run.oracle.connectors().waiting) {
      if (child === null) continue;
      if (this.dice.chance(cancelling * 0.3)) {
        requests.push({
          who: "manajer",
          mutation: "cancelInstance",
          type: "InstanceReasonInput",
          input: { instanceId: toGlobalId("Instance", child), reason: "Keliru" },
          command: null,
        });
        continue;
      }
      for (const task of await one.tasksOfChild(child)) {
        requests.push({
          who: this.dice.pick(this.office.people)!,
          mutation: "completeTask",
          type: "CompleteTaskInput",
          input: { taskId: toGlobalId("Task", task) },
          command: null,
        });
      }
    }
    return requests;
  }
}

const takesKey = new Set(["completeTask", "returnTask", "recallTask", "commentOnInstance"]);

const isAlive = ({ run }: CaseUnderTest): boolean =>
  run.state.status === "RUNNING" || run.state.status === "HELD";
