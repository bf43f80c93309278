import { add, edge, node, remove, update } from "./draft-desk.js";

type Edit = Readonly<Record<string, unknown>>;

/** A drawing as large as a document may be, in the shape of `editDraft`. */
export interface HostileDrawing {
  readonly nodes: readonly Edit[];
  readonly edges: readonly Edit[];
}

const lane = "pelaksana";
const step = (key: string): Edit => node(key, "ACTIVITY", lane);
const choice = (key: string): Edit => node(key, "DECISION", lane);
const bar = (key: string, kind: "FORK" | "JOIN"): Edit => node(key, kind, null, { text: "" });
const framed = (nodes: readonly Edit[]): Edit[] => [
  node("start", "START", lane),
  ...nodes,
  node("end", "END", lane),
];
const range = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

/** Activities of which each leads to as many others as there is room for: no drawing at all. */
export function everyPair(): HostileDrawing {
  const nodes = framed(range(998).map((at) => step(`n${at}`)));
  const edges: Edit[] = [];
  for (let from = 0; edges.length < 3000; from += 1) {
    for (let to = 0; to < 998 && edges.length < 3000; to += 1) {
      if (from !== to) edges.push(edge(`n${from}`, `n${to}`));
    }
  }
  return { nodes, edges };
}

/** Decisions of which each leads to three others, all over the drawing, and well formed. */
export function everyWay(): HostileDrawing {
  const count = 998;
  const to = (from: number, by: number): string => {
    const at = (from * 7 + by * 331 + 1) % count;
    return at === 0 ? "end" : `n${at}`;
  };
  const edges = range(count).flatMap((at) => [
    edge(`n${at}`, at + 1 < count ? `n${at + 1}` : "end", "Lanjut"),
    { key: `m${at}`, from: `n${at}`, to: to(at, 1), outcome: "Ulang" },
    { key: `k${at}`, from: `n${at}`, to: to(at, 2), outcome: "Loncat" },
  ]);
  return {
    nodes: framed(range(count).map((at) => choice(`n${at}`))),
    edges: [edge("start", "n0"), ...edges],
  };
}

/** Forks within forks, as deep as there is room; the innermost is a choice where they are `broken`. */
export function nestedForks({ broken = false } = {}): HostileDrawing {
  const depth = 332;
  const inner = "inner";
  const isChoice = (at: number) => broken && at === depth - 1;
  const edges = range(depth).flatMap((at) => {
    const [onward, back] = at + 1 < depth ? [`f${at + 1}`, `j${at + 1}`] : [inner, inner];
    return [
      edge(`f${at}`, `s${at}`, isChoice(at) ? "Satu" : null),
      edge(`f${at}`, onward, isChoice(at) ? "Lain" : null),
      edge(`s${at}`, `j${at}`),
      edge(back, `j${at}`),
    ];
  });
  return {
    nodes: framed([
      ...range(depth).flatMap((at) => [
        isChoice(at) ? choice(`f${at}`) : bar(`f${at}`, "FORK"),
        step(`s${at}`),
      ]),
      step(inner),
      ...range(depth).map((at) => bar(`j${depth - 1 - at}`, "JOIN")),
    ]),
    edges: [edge("start", "f0"), ...edges, edge("j0", "end")],
  };
}

/**
 * Many branches at once, in each of which a case goes round as it likes: the states are as many as
 * the steps of one branch, to the power of the branches. Where they are `crossed`, each branch forks
 * once more into a join with the next one, so that nothing of it can be looked at by itself. Where
 * they are `broken`, one branch comes to the join by either of two ways, which waits for both.
 */
export function stateBomb({ crossed = false, broken = false } = {}): HostileDrawing {
  const [branches, length] = [30, 30];
  const nodes: Edit[] = [bar("f", "FORK")];
  const edges: Edit[] = [edge("start", "f")];
  for (const branch of range(branches)) {
    const at = (index: number) => `b${branch}s${index}`;
    edges.push(edge("f", at(0)));
    for (const index of range(length)) {
      nodes.push(choice(at(index)));
      const onward = index + 1 < length ? at(index + 1) : crossed ? `c${branch}` : "j";
      edges.push(edge(at(index), onward, "Lanjut"));
      const isBroken = broken && branch === 7 && index === length - 1;
      const back = isBroken ? onward : at(Math.floor(index / 2));
      edges.push({ key: `${at(index)}r`, from: at(index), to: back, outcome: "Ulang" });
    }
    if (!crossed) continue;
    nodes.push(bar(`c${branch}`, "FORK"), bar(`m${branch}`, "JOIN"));
    edges.push(edge(`c${branch}`, `m${branch}`), edge(`c${branch}`, `m${(branch + 1) % branches}`));
    edges.push(edge(`m${branch}`, "j"));
  }
  nodes.push(bar("j", "JOIN"));
  edges.push(edge("j", "end"));
  return { nodes: framed(nodes), edges };
}

/** The edits that put a drawing in place of that of a new SOP, in calls as large as one may be. */
export function editsOf({ nodes, edges }: HostileDrawing): Edit[][] {
  const edits = [
    update("LANES", { key: lane, name: "Pemohon", bindingType: "REQUESTER" }),
    remove("EDGES", "start-end"),
    ...nodes
      .filter(({ key }) => key !== "start" && key !== "end")
      .map((one, at) => add("NODES", 1 + at, one)),
    ...edges.map((one, at) => add("EDGES", at, one)),
  ];
  return range(Math.ceil(edits.length / 500)).map((at) => edits.slice(at * 500, at * 500 + 500));
}
