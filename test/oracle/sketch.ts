import { makeNode } from "../../domain/sop/build-graph.js";
import type {
  Edge,
  EdgeKey,
  Graph,
  GraphNode,
  Lane,
  NodeKey,
  NodeKind,
  Part,
} from "../../domain/sop/graph.js";
import type { Dice } from "../walks/dice.js";
import { arrowCounts } from "./is-well-formed.js";

/** An arrow while it is drawn: it can be led elsewhere. */
export interface Arrow {
  readonly key: EdgeKey;
  from: NodeKey;
  to: NodeKey;
}

const outcomeNames = ["Ya", "Tidak", "Perlu perbaikan", "Ditunda"];

/** A graph while it is drawn, by dice where nothing else says how. */
export class Sketch {
  nodes: GraphNode[];
  arrows: Arrow[];
  #numbered = 0;

  constructor(
    readonly dice: Dice,
    readonly lanes: readonly Lane[],
    graph?: Graph,
  ) {
    this.nodes = [...(graph?.nodes ?? [])];
    this.arrows = (graph?.edges ?? []).map(({ key, from, to }) => ({ key, from, to }));
  }

  add(kind: NodeKind): NodeKey {
    const key = this.#freshKey("s");
    this.nodes.push(this.#draw(key, kind));
    return key;
  }

  link(from: NodeKey, to: NodeKey): Arrow {
    const arrow = { key: this.#freshKey("a"), from, to };
    this.arrows.push(arrow);
    return arrow;
  }

  drop(arrow: Arrow): void {
    this.arrows = this.arrows.filter((one) => one !== arrow);
  }

  /** Takes a node away; whatever led to it leads to where it led, or nowhere. */
  bridge(key: NodeKey): void {
    const [onward] = this.out(key).filter(({ to }) => to !== key);
    this.nodes = this.nodes.filter((node) => node.key !== key);
    this.arrows = this.arrows.filter(({ from }) => from !== key);
    for (const arrow of this.into(key)) {
      if (onward) arrow.to = onward.to;
      else this.drop(arrow);
    }
  }

  /** Draws another symbol in its place. */
  become(key: NodeKey, kind: NodeKind): void {
    this.nodes = this.nodes.map((node) => (node.key === key ? this.#draw(key, kind) : node));
  }

  change(key: NodeKey, change: Partial<GraphNode>): void {
    this.nodes = this.nodes.map((node) => (node.key === key ? { ...node, ...change } : node));
  }

  kind(key: NodeKey): NodeKind {
    return this.nodes.find((node) => node.key === key)!.kind;
  }

  of(...kinds: readonly NodeKind[]): NodeKey[] {
    return this.nodes.filter(({ kind }) => kinds.includes(kind)).map(({ key }) => key);
  }

  out(key: NodeKey): Arrow[] {
    return this.arrows.filter(({ from }) => from === key);
  }

  into(key: NodeKey): Arrow[] {
    return this.arrows.filter(({ to }) => to === key);
  }

  /**
   * Gives every symbol as many arrows as it needs, here and there another symbol to the arrows that
   * are there. What cannot be mended stays as it is.
   */
  tidy(): void {
    for (let rounds = 0; rounds < 6; rounds += 1) {
      const wrong = this.nodes.filter((node) => this.#mend(node));
      if (wrong.length === 0) return;
    }
  }

  /** The graph, its outcomes named. */
  graph(): Graph {
    const named = new Map<NodeKey, number>();
    const edges = this.arrows.map(({ key, from, to }): Edge => {
      if (this.kind(from) !== "decision") return { key, from, to, outcome: null };
      const already = named.get(from) ?? 0;
      named.set(from, already + 1);
      return { key, from, to, outcome: outcomeNames[already] ?? `Pilihan ${already + 1}` };
    });
    const outputs = this.nodes.flatMap((node) => node.outputs);
    return {
      lanes: this.lanes,
      nodes: this.nodes,
      edges,
      outputs: [...new Set(outputs)].map((key) => ({ key, name: `Berkas ${key}` })),
    };
  }

  #mend({ key, kind }: GraphNode): boolean {
    const { dice } = this;
    const { into, out } = arrowCounts[kind];
    const [leaving, arriving] = [this.out(key), this.into(key)];
    if (leaving.length > out[1]) {
      for (const arrow of leaving.slice(out[1])) this.drop(arrow);
    } else if (leaving.length < out[0]) {
      if (leaving.length === 1 && dice.chance(0.5)) this.become(key, "activity");
      else this.link(key, this.#anywhere());
    } else if (arriving.length > into[1]) {
      for (const arrow of arriving) arrow.to = this.#anywhere();
    } else if (arriving.length < into[0]) {
      if (arriving.length === 1) this.become(key, "activity");
      else if (kind === "end" ? this.of("end").length > 1 : dice.chance(0.6)) this.bridge(key);
      else this.#lead(key);
    } else return false;
    return true;
  }

  /** Leads an arrow to a node to which none leads. */
  #lead(key: NodeKey): void {
    const branching = this.of("fork", "decision").filter((one) => one !== key);
    const from = this.dice.pick(branching);
    if (from !== undefined && this.dice.chance(0.5)) this.link(from, key);
    else {
      const arrow = this.dice.pick(this.arrows.filter((one) => one.from !== key));
      if (arrow) arrow.to = key;
    }
  }

  /** Where an arrow may lead. */
  #anywhere(): NodeKey {
    return this.dice.pick(this.nodes.filter(({ kind }) => kind !== "start"))?.key ?? "";
  }

  #freshKey(letter: string): string {
    const taken = letter === "s" ? this.nodes : this.arrows;
    do this.#numbered += 1;
    while (taken.some(({ key }) => key === `${letter}${this.#numbered}`));
    return `${letter}${this.#numbered}`;
  }

  #draw(key: NodeKey, kind: NodeKind): GraphNode {
    const { dice } = this;
    const isBar = kind === "fork" || kind === "join";
    return makeNode({
      key,
      kind,
      text: isBar ? "" : `Langkah ${key}`,
      parts: isBar ? [] : this.#parts(kind),
      mode: dice.chance(0.5) ? "ALL" : "ANY",
      work: (kind === "start" || kind === "end") && dice.chance(0.35),
      call: kind === "connector" ? { sop: "sop-a", waits: dice.chance(0.6) } : null,
    });
  }

  #parts(kind: NodeKind): Part[] {
    const isJoint = kind === "activity" && this.dice.chance(0.2);
    const lanes = isJoint ? this.dice.some(this.lanes, 3) : [this.dice.pick(this.lanes)!];
    return lanes.map(({ key }) => ({ lane: key, label: isJoint ? `Bagian ${key}` : null }));
  }
}
