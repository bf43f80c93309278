import type { Edge, Graph, GraphNode, NodeKind, Part } from "../../domain/sop/graph.js";

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

/**
 * An SOP of `steps` numbered steps, for tests and benchmarks: a chain with joint steps, decisions
 * that loop back or skip ahead, and pairs of forks and joins. Sound or not: it is only drawn.
 */
export function randomSop(seed: number, steps: number): Graph {
  const random = seededRandom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const laneCount = 1 + below(8);
  const nodes: GraphNode[] = [];
  const edges: Edge[] = [];
  const add = (kind: NodeKind, lanes: readonly number[]): string => {
    const key = `n${nodes.length}`;
    const long = "Menelaah permohonan dan menyiapkan konsep jawaban ".repeat(below(3));
    const text =
      kind === "start" || kind === "end" ? "" : `Langkah ${nodes.length}. ${long}`.trim();
    const parts = lanes.map((lane): Part => {
      const label = lanes.length > 1 && random() < 0.4 ? "Dokumentasi" : null;
      return { lane: `l${lane}`, label };
    });
    nodes.push({
      key,
      kind,
      text,
      parts,
      mode: "ALL",
      work: false,
      requirements: [],
      standardTime: null,
      outputs: [],
      remarks: null,
      call: null,
    });
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
  const targets: string[] = [];
  const skips: { from: string; rows: number }[] = [];
  let count = 0;
  while (count < steps) {
    const roll = random();
    if (roll < 0.1 && count + 3 < steps) {
      const fork = add("fork", []);
      link(last, fork);
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
    const kind = isDecision ? "decision" : roll > 0.95 ? "connector" : "activity";
    const lanes = lanesOfStep();
    const key = add(kind, kind === "activity" ? lanes : lanes.slice(0, 1));
    const outcome = edges.some((edge) => edge.from === last && edge.outcome === "Tidak")
      ? "Ya"
      : null;
    link(last, key, outcome);
    for (const skip of skips.filter(({ rows }) => rows === count)) link(skip.from, key, "Lewati");
    if (isDecision) {
      if (random() < 0.6) link(key, targets[below(targets.length)] ?? key, "Tidak");
      else skips.push({ from: key, rows: count + 2 + below(6) });
      if (random() < 0.15) link(key, targets[below(targets.length)] ?? key, "Perlu perbaikan");
    }
    targets.push(key);
    count++;
    last = key;
  }
  const end = add("end", [below(laneCount)]);
  link(last, end);
  for (const skip of skips.filter(({ rows }) => rows >= count)) link(skip.from, end, "Batal");
  const lanes = Array.from({ length: laneCount }, (_, lane) => ({
    key: `l${lane}`,
    name: `Pelaksana ${lane + 1}`,
    binding: null,
  }));
  return { lanes, nodes, edges, outputs: [] };
}
