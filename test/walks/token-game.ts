import type { EdgeKey, Graph, GraphNode, NodeKey, NodeKind } from "../../domain/sop/graph.js";

/**
 * The plainest token game over a graph as it is drawn. It shares nothing with the engine: it knows
 * the kinds by a table of its own and each token carries all that it has come through.
 */

/** Where a token has been: every visit before it, and those of them that sent it here. */
interface Travelled {
  readonly past: ReadonlySet<number>;
  readonly from: readonly number[];
}

/** A token at a node where something must be done. */
export interface Rest extends Travelled {
  readonly node: NodeKey;
}

/** A token on an arrow before a join. */
export interface Waiting extends Travelled {
  readonly edge: EdgeKey;
}

export interface Marking {
  readonly resting: readonly Rest[];
  readonly waiting: readonly Waiting[];
  /** How many tokens have come to an end. */
  readonly ended: number;
}

const always = (): boolean => true;
const never = (): boolean => false;
const withWork = ({ work }: GraphNode): boolean => work;

/** Whether somebody, or another case, must do something at a node before its token goes on. */
export const holdsToken: Readonly<Record<NodeKind, (node: GraphNode) => boolean>> = {
  start: withWork,
  end: withWork,
  activity: always,
  decision: always,
  connector: always,
  fork: never,
  join: never,
};

export class TokenGame {
  readonly #nodes: ReadonlyMap<NodeKey, GraphNode>;
  readonly #out = new Map<NodeKey, Graph["edges"][number][]>();
  readonly #into = new Map<NodeKey, EdgeKey[]>();

  constructor(readonly graph: Graph) {
    this.#nodes = new Map(graph.nodes.map((node) => [node.key, node]));
    for (const edge of graph.edges) {
      this.#out.set(edge.from, [...(this.#out.get(edge.from) ?? []), edge]);
      this.#into.set(edge.to, [...(this.#into.get(edge.to) ?? []), edge.key]);
    }
  }

  node(key: NodeKey): GraphNode {
    const node = this.#nodes.get(key);
    if (!node) throw new Error(`There is no node ${key}`);
    return node;
  }

  arrowsFrom(key: NodeKey): Graph["edges"] {
    return this.#out.get(key) ?? [];
  }

  start(): Marking {
    const start = this.graph.nodes.find(({ kind }) => kind === "start");
    if (!start) throw new Error("There is no start");
    return this.#enter({ resting: [], waiting: [], ended: 0 }, start.key, {
      past: new Set(),
      from: [],
    });
  }

  /** The token that rests here is done, as visit `no`; on a decision by the arrow `outcome`. */
  finish(marking: Marking, rest: Rest, no: number, outcome: EdgeKey | null): Marking {
    const resting = marking.resting.filter((one) => one !== rest);
    const travelled = { past: new Set([...rest.past, no]), from: [no] };
    return this.#leave({ ...marking, resting }, rest.node, travelled, outcome);
  }

  #leave(marking: Marking, key: NodeKey, how: Travelled, outcome: EdgeKey | null): Marking {
    const node = this.node(key);
    if (node.kind === "end") return { ...marking, ended: marking.ended + 1 };
    let after = marking;
    for (const edge of this.arrowsFrom(key)) {
      if (node.kind === "decision" && edge.key !== outcome) continue;
      after =
        this.node(edge.to).kind === "join"
          ? this.#arrive(after, edge.to, { ...how, edge: edge.key })
          : this.#enter(after, edge.to, how);
    }
    return after;
  }

  #enter(marking: Marking, key: NodeKey, how: Travelled): Marking {
    const node = this.node(key);
    if (!holdsToken[node.kind](node)) return this.#leave(marking, key, how, null);
    const rest = { node: key, past: how.past, from: how.from };
    return { ...marking, resting: [...marking.resting, rest] };
  }

  #arrive(marking: Marking, join: NodeKey, token: Waiting): Marking {
    const waiting = [...marking.waiting, token];
    const met = (this.#into.get(join) ?? []).map((edge) =>
      waiting.find((one) => one.edge === edge),
    );
    if (met.some((one) => one === undefined)) return { ...marking, waiting };
    const tokens = met.filter((one) => one !== undefined);
    const how = {
      past: new Set(tokens.flatMap(({ past }) => [...past])),
      from: [...new Set(tokens.flatMap(({ from }) => from))].toSorted((a, b) => a - b),
    };
    const left = waiting.filter((one) => !tokens.includes(one));
    return this.#leave({ ...marking, waiting: left }, join, how, null);
  }
}
