import { kindOf } from "../../kinds/node-kinds.js";
import type { EdgeKey, Graph, NodeKey } from "../../sop/graph.js";
import type { GraphIndex } from "../../sop/graph-index.js";
import { reachable } from "../../sop/reachable.js";
import { oneStep, type Stretch } from "./stretch.js";

/** What a token goes through, or is divided or waited for at. */
export interface FlowPart {
  readonly no: number;
  readonly key: NodeKey;
  readonly does: "STRETCH" | "DIVIDE" | "MEET";
  /** Of what divides or meets, it takes no time. */
  readonly stretch: Stretch;
  out: FlowArrow[];
  into: FlowArrow[];
}

export interface FlowArrow {
  from: FlowPart;
  to: FlowPart;
  readonly outcome: EdgeKey | null;
}

/** A drawing as what tokens do in it; parts of it are made into one, from the inside out. */
export class TokenFlow {
  readonly parts: FlowPart[] = [];
  first: FlowPart;

  constructor(graph: Graph, index: GraphIndex, minutesOf: (node: NodeKey) => number) {
    const start = graph.nodes.find((node) => kindOf(node).begins)!;
    const used = reachable([start.key], (key) => index.edgesFrom(key).map(({ to }) => to));
    const parts = new Map<NodeKey, FlowPart>();
    for (const node of graph.nodes.filter(({ key }) => used.has(key))) {
      const kind = kindOf(node);
      const divides = kind.leaves === "EVERY_EDGE" && index.edgesFrom(node.key).length > 1;
      const does = kind.waitsForAll ? "MEET" : divides ? "DIVIDE" : "STRETCH";
      parts.set(node.key, this.add(node.key, does, oneStep(node.key, minutesOf(node.key))));
    }
    this.first = parts.get(start.key)!;
    for (const edge of graph.edges) {
      const [from, to] = [parts.get(edge.from), parts.get(edge.to)];
      if (!from || !to) continue;
      const isChosen = kindOf(index.nodes.get(edge.from)!).leaves === "CHOSEN_EDGE";
      const arrow = { from, to, outcome: isChosen ? edge.key : null };
      from.out.push(arrow);
      to.into.push(arrow);
    }
  }

  add(key: NodeKey, does: FlowPart["does"], stretch: Stretch): FlowPart {
    const part: FlowPart = { no: this.parts.length, key, does, stretch, out: [], into: [] };
    this.parts.push(part);
    return part;
  }

  /** Puts one part in the place of all between, and with, two. */
  replace(first: FlowPart, last: FlowPart, key: NodeKey, stretch: Stretch): void {
    const part = this.add(key, "STRETCH", stretch);
    part.into = first.into;
    part.out = last.out;
    for (const arrow of part.into) arrow.to = part;
    for (const arrow of part.out) arrow.from = part;
    if (this.first === first) this.first = part;
  }

  /** What is come to from a part, itself first, without going on from another. */
  between(first: FlowPart, last: FlowPart | null): FlowPart[] {
    const found = new Set([first]);
    for (const part of found) {
      if (part !== last) for (const { to } of part.out) found.add(to);
    }
    return [...found];
  }
}
