import type { CaseCommand } from "../../domain/engine/case-command.js";
import { type CaseState, isOpenTask, type TaskState } from "../../domain/engine/case-state.js";
import type { Plan } from "../../domain/plan/plan.js";
import type { EdgeKey, Graph, NodeKey } from "../../domain/sop/graph.js";
import { certainPapers } from "./link-outputs.js";
import type { TokenGame } from "./token-game.js";
import { WalkFault } from "./walk-fault.js";
import type { Transition } from "./walk-run.js";

type Completion = Extract<CaseCommand, { type: "COMPLETE" }>;

/**
 * Brings cases to their end as an office would that wants to be done: whoever has waited longest
 * goes first, decides for the shortest way out and gives every paper.
 */
export class FairEnd {
  readonly #nearest: ReadonlyMap<NodeKey, EdgeKey>;
  /** Whether every paper that a step needs must be there when it is reached. */
  readonly #isCertain: boolean;

  constructor(
    readonly game: TokenGame,
    readonly plan: Plan,
    readonly transition: Transition,
  ) {
    this.#nearest = nearestArrows(game.graph);
    this.#isCertain = certainPapers(game.graph);
  }

  /** Throws a WalkFault where the case cannot be brought to its end, or something is left over. */
  check(from: CaseState): void {
    let state = from;
    let left = 20 + 4 * this.game.graph.nodes.length;
    for (let next = this.#next(state); next; next = this.#next(state)) {
      const result = this.transition(this.plan, state, next);
      if (!result.ok) {
        throw new WalkFault(`on the way to the end ${JSON.stringify(next)} is ${result.refusal}`);
      }
      state = result.state;
      left -= 1;
      if (left < 0) throw new WalkFault("the shortest way to the end has no end");
    }
    const open = state.visits.filter(({ status }) => status === "OPEN");
    if (state.status === "CANCELLED" && open.length === 0) return;
    if (state.status !== "COMPLETED" || state.tokens.length > 0 || open.length > 0) {
      const rest = JSON.stringify({ tokens: state.tokens, open });
      throw new WalkFault(`nothing can be done, but the case is ${state.status}: ${rest}`);
    }
  }

  #next(state: CaseState): CaseCommand | null {
    if (state.status === "HELD") return { type: "RESUME", byParent: state.heldByParent === true };
    const call = state.visits.find(
      ({ status, node }) => status === "OPEN" && this.game.node(node).kind === "connector",
    );
    if (call) {
      const { no: visit, child } = call;
      return child === undefined
        ? { type: "CHILD_STARTED", visit, instance: 100_000 + visit }
        : { type: "CHILD_COMPLETED", visit, instance: child };
    }
    const task = state.tasks.find(isOpenTask);
    return task ? this.completion(state, task, 1) : null;
  }

  /** How a task is done on the way out; by `somebody` where nobody has it. */
  completion(state: CaseState, task: TaskState, somebody: number): Completion {
    const node = this.game.node(state.visits[task.visit - 1]!.node);
    return {
      type: "COMPLETE",
      task: task.no,
      by: task.assignee ?? somebody,
      outcome: node.kind === "decision" ? this.#nearest.get(node.key)! : null,
      given: node.outputs.map((output) => ({ output, reference: "ada" })),
      comment: null,
      ...(!this.#isCertain && { lenient: true }),
    };
  }
}

/** From each node, the arrow on which an end is nearest. */
export function nearestArrows(graph: Graph): Map<NodeKey, EdgeKey> {
  const nearest = new Map<NodeKey, EdgeKey>();
  let reached = graph.nodes.filter(({ kind }) => kind === "end").map(({ key }) => key);
  const known = new Set(reached);
  while (reached.length > 0) {
    const before = graph.edges.filter(({ from, to }) => reached.includes(to) && !known.has(from));
    for (const { key, from } of before) if (!nearest.has(from)) nearest.set(from, key);
    reached = [...new Set(before.map(({ from }) => from))];
    for (const key of reached) known.add(key);
  }
  return nearest;
}
