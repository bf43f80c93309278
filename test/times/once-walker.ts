import type { Edge, EdgeKey, Graph, NodeKey } from "../../domain/sop/graph.js";

/**
 * The choices of one case, in a drawing without forks, that goes along each arrow back once at most.
 * Told of every choice, it knows which of the next ones still lead to an end in that manner.
 */
export class OnceWalker {
  readonly #used = new Set<EdgeKey>();

  constructor(
    readonly graph: Graph,
    readonly back: ReadonlySet<EdgeKey>,
  ) {}

  allowed(outcomes: readonly EdgeKey[]): EdgeKey[] {
    return outcomes.filter((outcome) => {
      if (this.#used.has(outcome)) return false;
      const gone = new Set(this.#used);
      if (this.back.has(outcome)) gone.add(outcome);
      return this.#comesToEnd(this.#edge(outcome).to, gone);
    });
  }

  take(outcome: EdgeKey): void {
    for (let edge: Edge | undefined = this.#edge(outcome); edge;) {
      if (this.back.has(edge.key)) this.#used.add(edge.key);
      const out: Edge[] = this.#from(edge.to);
      edge = out.length === 1 ? out[0] : undefined;
    }
  }

  #comesToEnd(from: NodeKey, gone: ReadonlySet<EdgeKey>): boolean {
    const seen = new Set([from]);
    for (const key of seen) {
      const out = this.#from(key);
      if (out.length === 0) return true;
      for (const edge of out) if (!gone.has(edge.key)) seen.add(edge.to);
    }
    return false;
  }

  #edge(key: EdgeKey): Edge {
    return this.graph.edges.find((edge) => edge.key === key)!;
  }

  #from(node: NodeKey): Edge[] {
    return this.graph.edges.filter(({ from }) => from === node);
  }
}
