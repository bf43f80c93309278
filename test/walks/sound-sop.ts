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
import type { Dice } from "./dice.js";
import { certainPapers, linkOutputs } from "./link-outputs.js";

/** Where the next arrow leaves: a node and, of a decision, its outcome. */
interface Stub {
  readonly from: NodeKey;
  readonly outcome: string | null;
}

/**
 * The way of one token. Arrows within a scope may jump as they like: whoever is in it is alone, and
 * every chain of it comes back to the backbone, which leads out.
 */
interface Scope {
  readonly isTop: boolean;
  /** Where a jump may land. */
  readonly entries: NodeKey[];
  /** Those of them from which the way out only goes forward. */
  readonly backbone: NodeKey[];
  /** Jumps ahead whose target is not drawn yet. */
  readonly ahead: Stub[];
}

export interface SoundSopOptions {
  readonly lanes: readonly Lane[];
  /** The SOPs that its connectors may run; none: it has no connector. */
  readonly calls: readonly string[];
  /** The most nodes, 3 or more. */
  readonly nodes: number;
  /** Whether every paper that a step needs has been given on every way there. */
  readonly onlyCertainPapers?: boolean;
}

const outcomeNames = ["Ya", "Tidak", "Perlu perbaikan", "Ditunda"];

/**
 * A random SOP that is sound by how it is drawn: each token's way is a graph in which one can get
 * out from everywhere, any step of which may be several ways at once between a fork and a join, or
 * a net of such ways that wait for one another without a circle.
 */
export function soundSop(dice: Dice, options: SoundSopOptions): Graph {
  for (;;) {
    const graph = new SoundDrawing(dice, options).draw();
    const isRight = options.onlyCertainPapers !== true || certainPapers(graph);
    if (isRight && graph.nodes.length <= options.nodes) return graph;
  }
}

class SoundDrawing {
  readonly #nodes: GraphNode[] = [];
  readonly #edges: Edge[] = [];
  #left: number;

  constructor(
    readonly dice: Dice,
    readonly options: SoundSopOptions,
  ) {
    this.#left = options.nodes - 2;
  }

  draw(): Graph {
    const { dice } = this;
    const start = this.#add("start", this.#oneLane(), { work: dice.chance(0.35) });
    const scope: Scope = { isTop: true, entries: [], backbone: [], ahead: [] };
    const last = this.#chain(scope, { from: start, outcome: null }, this.#left, true);
    const end = this.#end();
    for (const stub of [last, ...scope.ahead]) this.#link(stub, end);
    return linkOutputs(dice, {
      lanes: this.options.lanes,
      nodes: this.#nodes,
      edges: this.#edges,
      outputs: [],
    });
  }

  /** Steps one after another, with what leaves them; answers where the chain goes on. */
  #chain(scope: Scope, from: Stub, steps: number, isBackbone: boolean): Stub {
    const { dice } = this;
    let last = from;
    const until = Math.max(0, this.#left - steps);
    const arrive = (entry: NodeKey): void => {
      this.#link(last, entry);
      scope.entries.push(entry);
      if (!isBackbone) return;
      scope.backbone.push(entry);
      for (const stub of scope.ahead.splice(0)) {
        if (dice.chance(0.6)) this.#link(stub, entry);
        else scope.ahead.push(stub);
      }
    };
    while (this.#left > until) {
      const room = this.#left - until;
      const what = dice.weighted({
        step: 5,
        decision: 3.5,
        connector: this.options.calls.length > 0 ? 0.7 : 0,
        parallel: room >= 5 ? 1.6 : 0,
        net: room >= 8 ? 0.6 : 0,
      });
      if (what === "step") last = this.#passing(arrive, this.#step());
      else if (what === "connector") last = this.#passing(arrive, this.#connector());
      else if (what === "decision") last = this.#decision(scope, arrive);
      else if (what === "parallel") last = this.#parallel(arrive, room);
      else last = this.#net(arrive, room);
    }
    return last;
  }

  #passing(arrive: (entry: NodeKey) => void, key: NodeKey): Stub {
    arrive(key);
    return { from: key, outcome: null };
  }

  #decision(scope: Scope, arrive: (entry: NodeKey) => void): Stub {
    const { dice } = this;
    const key = this.#add("decision", this.#oneLane());
    arrive(key);
    const more = dice.chance(0.7) ? 1 : dice.between(2, outcomeNames.length - 1);
    for (const outcome of outcomeNames.slice(1, 1 + more)) {
      this.#leave(scope, { from: key, outcome });
    }
    return { from: key, outcome: outcomeNames[0]! };
  }

  /** Another outcome: back, ahead, to an end, or by steps of its own. */
  #leave(scope: Scope, stub: Stub): void {
    const { dice } = this;
    const how = dice.weighted({
      jump: 4,
      ahead: 3,
      arm: this.#left > 1 ? 3 : 0,
      end: this.#mayEnd(scope),
    });
    if (how === "jump") this.#link(stub, dice.pick(scope.entries)!);
    else if (how === "ahead") scope.ahead.push(stub);
    else if (how === "end") this.#link(stub, this.#end());
    else {
      const arm = this.#chain(scope, stub, dice.between(1, Math.min(4, this.#left)), false);
      const way = dice.weighted({ back: 2, ahead: 3, end: this.#mayEnd(scope) });
      // A chain beside the backbone must come back to it: two could else lead into each other.
      const target = dice.pick(scope.backbone);
      if (way === "end") this.#link(arm, this.#end());
      else if (way === "back" && target !== undefined) this.#link(arm, target);
      else scope.ahead.push(arm);
    }
  }

  #mayEnd(scope: Scope): number {
    return scope.isTop && this.#left > 1 ? 1.5 : 0;
  }

  /** Ways at once between a fork and a join. */
  #parallel(arrive: (entry: NodeKey) => void, room: number): Stub {
    const { dice } = this;
    const fork = this.#add("fork", []);
    arrive(fork);
    const count = dice.chance(0.7) ? 2 : 3;
    const share = Math.max(1, Math.floor(dice.between(2, Math.max(2, room - 2)) / count));
    const ends = Array.from({ length: count }, (_, at) => {
      const stub = { from: fork, outcome: null };
      const isEmpty = at === count - 1 && dice.chance(0.05);
      return isEmpty ? stub : this.#branch(stub, dice.between(1, share));
    });
    const join = this.#add("join", []);
    for (const stub of ends) this.#link(stub, join);
    return { from: join, outcome: null };
  }

  /** One token's way between two bars, of one step at least; one arrow leads in and one out. */
  #branch(from: Stub, steps: number): Stub {
    const scope: Scope = { isTop: false, entries: [], backbone: [], ahead: [] };
    const last = this.#chain(scope, from, Math.max(1, Math.min(steps, this.#left)), true);
    if (scope.entries.length > 0 && scope.ahead.length === 0) return last;
    const meeting = this.#step();
    for (const stub of [last, ...scope.ahead]) this.#link(stub, meeting);
    return { from: meeting, outcome: null };
  }

  /** Ways that begin at one fork and wait for each other as a random order says, until one join. */
  #net(arrive: (entry: NodeKey) => void, room: number): Stub {
    const { dice } = this;
    const count = dice.between(3, Math.min(6, Math.floor(room / 2)));
    const sink = count + 1;
    const arrows: [number, number][] = [];
    for (let unit = 1; unit <= count; unit += 1) {
      const before = Array.from({ length: unit }, (_, at) => at);
      // The first two start at once, else the fork would be none.
      for (const from of unit <= 2 ? [0] : dice.some(before, 2)) arrows.push([from, unit]);
    }
    for (let unit = 0; unit <= count; unit += 1) {
      const isLoose = !arrows.some(([from]) => from === unit);
      if (isLoose || dice.chance(0.15)) arrows.push([unit, sink]);
    }
    const fork = this.#add("fork", []);
    arrive(fork);
    const outOf = new Map<number, Stub>([[0, { from: fork, outcome: null }]]);
    for (let unit = 1; unit <= sink; unit += 1) {
      const into = arrows.filter(([, to]) => to === unit).map(([from]) => outOf.get(from)!);
      const entry = into.length > 1 ? this.#joined(into) : into[0]!;
      if (unit === sink) return entry;
      const last = this.#branch(entry, 2);
      const leads = arrows.filter(([from]) => from === unit).length;
      outOf.set(
        unit,
        leads > 1 ? this.#passing((key) => this.#link(last, key), this.#add("fork", [])) : last,
      );
    }
    throw new Error("unreachable");
  }

  #joined(into: readonly Stub[]): Stub {
    const join = this.#add("join", []);
    for (const stub of into) this.#link(stub, join);
    return { from: join, outcome: null };
  }

  #step(): NodeKey {
    const { dice } = this;
    const isJoint = dice.chance(0.2);
    const lanes = isJoint ? dice.some(this.options.lanes, 3) : [dice.pick(this.options.lanes)!];
    const parts = lanes.map(({ key }) => ({ lane: key, label: isJoint ? `Bagian ${key}` : null }));
    return this.#add("activity", parts, { mode: dice.chance(0.5) ? "ALL" : "ANY" });
  }

  #connector(): NodeKey {
    const { dice } = this;
    const sop = dice.pick(this.options.calls)!;
    return this.#add("connector", this.#oneLane(), { call: { sop, waits: dice.chance(0.6) } });
  }

  #end(): NodeKey {
    return this.#add("end", this.#oneLane(), { work: this.dice.chance(0.35) });
  }

  #oneLane(): Part[] {
    return [{ lane: this.dice.pick(this.options.lanes)!.key, label: null }];
  }

  #add(kind: NodeKind, parts: readonly Part[], more: Partial<GraphNode> = {}): NodeKey {
    const key = `n${this.#nodes.length}`;
    this.#nodes.push(makeNode({ key, kind, text: `Langkah ${key}`, parts, ...more }));
    if (kind !== "start") this.#left -= 1;
    return key;
  }

  #link({ from, outcome }: Stub, to: NodeKey): void {
    const key: EdgeKey = `e${this.#edges.length}`;
    this.#edges.push({ key, from, to, outcome });
  }
}
