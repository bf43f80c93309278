import type { Edge, NodeKey } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";

/** Nodes and arrows by number: what follows outputs through a drawing goes past each of them often. */
export class NumberedArrows {
  readonly nodes: readonly NodeKey[];
  readonly edges: readonly Edge[];
  /** By the number of an arrow, the numbers of its nodes. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** By the number of a node, the numbers of its arrows. */
  readonly into: readonly (readonly number[])[];
  readonly out: readonly (readonly number[])[];
  readonly #numbers: ReadonlyMap<NodeKey, number>;

  constructor(index: GraphIndex) {
    this.nodes = [...index.nodes.keys()];
    this.#numbers = new Map(this.nodes.map((key, at) => [key, at]));
    this.edges = this.nodes
      .flatMap((key) => index.edgesFrom(key))
      .filter(({ to }) => index.nodes.has(to));
    this.from = this.edges.map((edge) => this.numberOf(edge.from));
    this.to = this.edges.map((edge) => this.numberOf(edge.to));
    const into: number[][] = this.nodes.map(() => []);
    const out: number[][] = this.nodes.map(() => []);
    for (const at of this.edges.keys()) {
      out[this.from[at]!]!.push(at);
      into[this.to[at]!]!.push(at);
    }
    this.into = into;
    this.out = out;
  }

  numberOf(node: NodeKey): number {
    return this.#numbers.get(node)!;
  }
}
