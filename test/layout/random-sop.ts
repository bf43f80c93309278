import { makeNode } from "../../domain/sop/build-graph.js";
import type { Edge, Graph, GraphNode, NodeKind } from "../../domain/sop/graph.js";

/** Numbers in [0, 1) from a seed (mulberry32): the same seed, the same numbers, everywhere. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface RandomSopOptions {
  /** Number of lanes; else 1 to 12. */
  readonly lanes?: number;
  /** The most outcomes of one decision, 2 to 5. */
  readonly outcomes?: number;
}

const outcomeNames = ["Ya", "Tidak", "Perlu perbaikan", "Ditunda", "Bukan wewenang kami"];

/**
 * An SOP of `steps` numbered steps, for tests and benchmarks: a chain with joint steps, connectors,
 * decisions of two to five outcomes that loop back, skip ahead or end the procedure, and pairs of
 * forks and joins. Sound or not: it is only drawn.
 */
export function randomSop(seed: number, steps: number, options: RandomSopOptions = {}): Graph {
  const random = seededRandom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const laneCount = options.lanes ?? 1 + below(12);
  const mostOutcomes = options.outcomes ?? 5;
  const nodes: GraphNode[] = [];
  const edges: Edge[] = [];
  const add = (kind: NodeKind, lanes: readonly number[]): string => {
    const key = `n${nodes.length}`;
    const long = "Menelaah permohonan dan menyiapkan konsep jawaban ".repeat(below(3));
    const isWork = kind === "activity" || kind === "decision" || kind === "connector";
    const node = makeNode({
      key,
      kind,
      text: isWork ? `Langkah ${nodes.length}. ${long}`.trim() : "",
      parts: lanes.map((lane) => ({
        lane: `l${lane}`,
        label: lanes.length > 1 && random() < 0.4 ? "Dokumentasi" : null,
      })),
    });
    const standard = {
      standardTime: random() < 0.8 ? { value: 5 * (1 + below(12)), unit: "MINUTE" as const } : null,
      requirements: random() < 0.5 ? [{ text: `Berkas permohonan ${key}`, output: null }] : [],
      outputs: random() < 0.5 ? ["o1"] : [],
    };
    nodes.push(isWork ? { ...node, ...standard } : node);
    return key;
  };
  const link = (from: string, to: string, outcome: string | null = null): void => {
    edges.push({ key: `e${edges.length}`, from, to, outcome });
  };
  const lanesOfStep = (): number[] => {
    const first = below(laneCount);
    if (laneCount < 2 || random() > 0.15) return [first];
    return Array.from({ length: laneCount }, (_, lane) => lane).filter(
      (lane) => lane === first || random() < 0.4,
    );
  };

  let last = add("start", [below(laneCount)]);
  /** The outcome under which `last` goes on to the next step. */
  let goesOn: string | null = null;
  const targets: string[] = [];
  const skips: { from: string; outcome: string; rows: number }[] = [];
  let count = 0;
  const goOn = (to: string): void => {
    link(last, to, goesOn);
    last = to;
    goesOn = null;
  };
  while (count < steps) {
    const roll = random();
    if (roll < 0.1 && count + 3 < steps) {
      const fork = add("fork", []);
      goOn(fork);
      const branches = Array.from({ length: 2 + below(2) }, () =>
        add("activity", [below(laneCount)]),
      );
      const join = add("join", []);
      for (const branch of branches) {
        link(fork, branch);
        link(branch, join);
      }
      count += branches.length;
      last = join;
      continue;
    }
    const isDecision = roll < 0.35 && count > 0;
    const lanes = lanesOfStep();
    const kind = isDecision ? "decision" : roll > 0.95 ? "connector" : "activity";
    const key = add(kind, kind === "activity" ? lanes : lanes.slice(0, 1));
    goOn(key);
    for (const skip of skips.filter(({ rows }) => rows === count)) {
      link(skip.from, key, skip.outcome);
    }
    if (isDecision) {
      goesOn = "Ya";
      const more = random() < 0.7 ? 1 : 1 + below(mostOutcomes - 1);
      for (let at = 1; at <= more; at++) {
        const outcome = outcomeNames[at] ?? "Lain";
        const where = random();
        if (where < 0.6) link(key, targets[below(targets.length)] ?? key, outcome);
        else if (where < 0.9) skips.push({ from: key, outcome, rows: count + 2 + below(6) });
        else link(key, add("end", [below(laneCount)]), outcome);
      }
    }
    targets.push(key);
    count++;
  }
  const end = add("end", [below(laneCount)]);
  goOn(end);
  for (const skip of skips.filter(({ rows }) => rows >= count)) {
    link(skip.from, end, skip.outcome);
  }
  const lanes = Array.from({ length: laneCount }, (_, lane) => ({
    key: `l${lane}`,
    name: `Pelaksana ${lane + 1}`,
    binding: null,
  }));
  return { lanes, nodes, edges, outputs: [{ key: "o1", name: "Berkas yang sudah diperiksa" }] };
}
