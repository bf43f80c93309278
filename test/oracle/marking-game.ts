import type { EdgeKey, Graph, NodeKey } from "../../domain/sop/graph.js";
import { holdsToken } from "../walks/token-game.js";

/**
 * Where a token is at rest: the number of a node that is open, or of an arrow before a join, which
 * come after those of the nodes.
 */
type Place = number;

/** What a case has come to, once all that passes by itself has passed. */
export interface Marking {
  /** In order; a place with two tokens is there twice. */
  readonly tokens: readonly Place[];
  /** How many tokens have come to an end. */
  readonly ended: number;
}

/** What can be done next: the token of an open node, and the arrow of a decision by which it goes. */
export interface Way {
  readonly node: number;
  /** `null` on everything but a decision. */
  readonly arrow: number | null;
}

/**
 * The token game over a graph as it is drawn, without a past: it reads the kinds by a table of the
 * tests' own, moves one token after another, and knows nothing of nets. For well-formed graphs.
 */
export class MarkingGame {
  /** By the numbers of arrows: the node to which each leads. */
  readonly #target: readonly number[];
  /** By the numbers of nodes: the arrows of each. */
  readonly #out: readonly number[][];
  readonly #into: readonly number[][];
  /** The nodes that some token has come to or, of joins, gone through, in any play so far. */
  readonly come = new Set<number>();

  constructor(readonly graph: Graph) {
    const number = new Map(graph.nodes.map(({ key }, at) => [key, at]));
    this.#target = graph.edges.map(({ to }) => number.get(to)!);
    this.#out = graph.nodes.map(() => []);
    this.#into = graph.nodes.map(() => []);
    for (const [arrow, { from, to }] of graph.edges.entries()) {
      this.#out[number.get(from)!]!.push(arrow);
      this.#into[number.get(to)!]!.push(arrow);
    }
  }

  nodeKey = (node: number): NodeKey => this.graph.nodes[node]!.key;
  edgeKey = (arrow: number): EdgeKey => this.graph.edges[arrow]!.key;

  start(): Marking {
    const start = this.graph.nodes.findIndex(({ kind }) => kind === "start");
    this.come.add(start);
    if (this.holds(start)) return { tokens: [start], ended: 0 };
    return this.#settle([], [...this.#out[start]!]);
  }

  holds(node: number): boolean {
    const one = this.graph.nodes[node]!;
    return holdsToken[one.kind](one);
  }

  ways({ tokens }: Marking): Way[] {
    const ways: Way[] = [];
    for (const [at, node] of tokens.entries()) {
      if (node >= this.graph.nodes.length || node === tokens[at - 1]) continue;
      ways.push(...this.waysOf(node));
    }
    return ways;
  }

  waysOf(node: number): Way[] {
    const isDecision = this.graph.nodes[node]!.kind === "decision";
    return isDecision
      ? this.#out[node]!.map((arrow) => ({ node, arrow }))
      : [{ node, arrow: null }];
  }

  go({ tokens, ended }: Marking, { node, arrow }: Way): Marking {
    const left = [...tokens];
    left.splice(left.indexOf(node), 1);
    if (this.graph.nodes[node]!.kind === "end") return { tokens: left, ended: ended + 1 };
    return this.#settle(left, arrow === null ? [...this.#out[node]!] : [arrow], ended);
  }

  /** Moves the tokens on these arrows, one after another, until each is at rest or at its end. */
  #settle(tokens: Place[], moving: number[], already = 0): Marking {
    const { nodes } = this.graph;
    let ended = already;
    for (let arrow = moving.pop(); arrow !== undefined; arrow = moving.pop()) {
      const node = this.#target[arrow]!;
      const { kind } = nodes[node]!;
      if (kind === "join") {
        tokens.push(nodes.length + arrow);
        const wanted = this.#into[node]!.map((one) => nodes.length + one);
        if (!wanted.every((place) => tokens.includes(place))) continue;
        for (const place of wanted) tokens.splice(tokens.indexOf(place), 1);
      } else if (this.holds(node)) {
        tokens.push(node);
        this.come.add(node);
        continue;
      } else if (kind === "end") ended += 1;
      this.come.add(node);
      moving.push(...this.#out[node]!);
    }
    tokens.sort((a, b) => a - b);
    return { tokens, ended };
  }
}
