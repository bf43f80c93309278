import type { CaseCommand } from "../../domain/engine/case-command.js";
import type { CaseEvent } from "../../domain/engine/case-event.js";
import { type CaseState, isOpenTask, unstarted } from "../../domain/engine/case-state.js";
import { transition } from "../../domain/engine/transition.js";
import type { Plan } from "../../domain/plan/plan.js";
import type { EdgeKey, Graph, NodeKey } from "../../domain/sop/graph.js";
import type { Dice } from "../walks/dice.js";

const request = {
  sop: 0,
  version: 0,
  office: 0,
  title: null,
  requester: null,
  requesterName: "",
  startedBy: null,
} as const;

/** What somebody, or a called case, can do next. */
export type Move =
  | { readonly node: NodeKey; readonly task: number }
  | { readonly node: NodeKey; readonly call: number };

/** What is open and what waits in a case, each once for every visit and token. */
export interface Rest {
  readonly nodes: readonly NodeKey[];
  readonly edges: readonly EdgeKey[];
}

/** The arrows that lead into each node, and those that lead out of it. */
export interface Arrows {
  readonly into: ReadonlyMap<NodeKey, Graph["edges"]>;
  readonly out: ReadonlyMap<NodeKey, Graph["edges"]>;
}

export const arrowsOf = ({ nodes, edges }: Graph): Arrows => ({
  into: new Map(nodes.map(({ key }) => [key, edges.filter(({ to }) => to === key)])),
  out: new Map(nodes.map(({ key }) => [key, edges.filter(({ from }) => from === key)])),
});

/** A case of a graph in the real engine, played command by command; the arrivals at ends are counted from its log. */
export class EngineCase {
  state: CaseState = unstarted;
  /** How many tokens have come to an end. */
  ended = 0;
  readonly #nodes: ReadonlyMap<NodeKey, Graph["nodes"][number]>;

  constructor(
    readonly graph: Graph,
    readonly plan: Plan,
    readonly arrows: Arrows,
  ) {
    this.#nodes = new Map(graph.nodes.map((node) => [node.key, node]));
  }

  start(): this {
    this.#command({ type: "START", request, by: null });
    return this;
  }

  /** The same case once more, to be played on in another way. */
  copy(): EngineCase {
    const copy = new EngineCase(this.graph, this.plan, this.arrows);
    copy.state = this.state;
    copy.ended = this.ended;
    return copy;
  }

  rest(): Rest {
    return {
      nodes: this.state.visits.filter(({ status }) => status === "OPEN").map(({ node }) => node),
      edges: this.state.tokens.map(({ edge }) => edge),
    };
  }

  /** All that can be done now. */
  moves(): Move[] {
    const { tasks, visits } = this.state;
    const moves: Move[] = tasks
      .filter(isOpenTask)
      .map(({ no, visit }) => ({ node: visits[visit - 1]!.node, task: no }));
    for (const { no, node, status } of visits) {
      if (status === "OPEN" && this.node(node).kind === "connector") moves.push({ node, call: no });
    }
    return moves;
  }

  /** Does it; a decision by this outcome, another node by none. */
  make(move: Move, outcome: EdgeKey | null): void {
    if ("task" in move) {
      this.#command({
        type: "COMPLETE",
        task: move.task,
        by: null,
        outcome,
        given: this.node(move.node).outputs.map((output) => ({ output, reference: "ada" })),
        comment: null,
        lenient: true,
      });
      return;
    }
    const { child } = this.state.visits[move.call - 1]!;
    this.#command({
      type: child === undefined ? "CHILD_STARTED" : "CHILD_COMPLETED",
      visit: move.call,
      instance: child ?? 1000 + move.call,
    });
  }

  /** Does a step of a run as a whole: of a joint step all that is asked of anybody. */
  finish(node: NodeKey, outcome: EdgeKey | null, dice: Dice): void {
    const visit = this.state.visits.find((one) => one.status === "OPEN" && one.node === node);
    if (!visit) throw new Error(`${node} is not open`);
    const isIts = (move: Move): boolean =>
      "call" in move ? move.call === visit.no : this.state.tasks[move.task - 1]?.visit === visit.no;
    while (this.state.visits[visit.no - 1]?.status === "OPEN") {
      const move = dice.pick(this.moves().filter(isIts));
      if (!move) throw new Error(`${node} is open, and nothing can be done there`);
      this.make(move, outcome);
    }
  }

  node(key: NodeKey): Graph["nodes"][number] {
    return this.#nodes.get(key)!;
  }

  #command(command: CaseCommand): void {
    const result = transition(this.plan, this.state, command);
    if (!result.ok) throw new Error(`the engine refuses ${command.type}: ${result.refusal}`);
    this.state = result.state;
    for (const event of result.events) this.#count(event);
  }

  #count(event: CaseEvent): void {
    if (event.type === "CASE_STARTED") {
      const start = this.graph.nodes.find(({ kind }) => kind === "start")!;
      if (!start.work) this.#leave(start.key);
    } else if (event.type === "VISIT_DONE") {
      const { key, kind } = this.node(this.state.visits[event.visit - 1]!.node);
      if (kind === "end") this.ended += 1;
      else this.#leave(key, event.outcome);
    } else if (event.type === "TOKEN_TAKEN") {
      // A join takes a token from each arrow into it, and goes on once.
      const { to } = this.graph.edges.find(({ key }) => key === event.edge)!;
      if (this.arrows.into.get(to)![0]!.key === event.edge) this.#leave(to);
    }
  }

  /** Follows tokens to the ends that they pass into without anybody's doing. */
  #leave(from: NodeKey, outcome: EdgeKey | null = null): void {
    for (const { key, to } of this.arrows.out.get(from)!) {
      if (outcome !== null && key !== outcome) continue;
      const { kind, work } = this.node(to);
      if (kind === "end" && !work) this.ended += 1;
      else if (kind === "fork") this.#leave(to);
    }
  }
}
