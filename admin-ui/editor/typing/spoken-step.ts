import type { TFunction } from "i18next";
import {
  indexGraph,
  kindOf,
  rowNumbers,
  type Graph,
  type GraphIndex,
  type GraphNode,
  type LaneKey,
  type NodeKey,
} from "../../../domain/index.js";

/** What is heard on a step's symbol, and in which lanes the symbol stands. */
export interface SpokenStep {
  /** "langkah 4, keputusan, Kepala Dinas, Ya ke langkah 5, Tidak ke langkah 2" */
  readonly label: string;
  readonly lanes: readonly LaneKey[];
}

/** Every row of the form in words; a row's are made when they are asked for. */
export interface SpokenSteps {
  get(node: NodeKey): SpokenStep | undefined;
}

/**
 * `spokenSteps`, with a memory of what was said last: a row that says the same is the same, and
 * where only texts were typed, which nobody hears on a symbol, all of it is the same.
 */
export function rememberedSpokenSteps(): (graph: Graph, t: TFunction) => SpokenSteps {
  let last: { readonly graph: Graph; readonly t: TFunction; readonly steps: SpokenSteps } | null =
    null;
  const said = new Map<NodeKey, SpokenStep>();
  return (graph, t) => {
    if (last !== null && last.t === t && soundsAlike(last.graph, graph)) return last.steps;
    const steps = keptSteps(spokenSteps(graph, t), said);
    last = { graph, t, steps };
    return steps;
  };
}

/** Each row asked for once; it is the one in `said`, and stays there, if it says the same. */
function keptSteps(steps: SpokenSteps, said: Map<NodeKey, SpokenStep>): SpokenSteps {
  const asked = new Map<NodeKey, SpokenStep | undefined>();
  const ask = (key: NodeKey): SpokenStep | undefined => {
    const step = steps.get(key);
    const known = said.get(key);
    const isSame = known?.label === step?.label && known?.lanes.join() === step?.lanes.join();
    if (isSame) return known;
    if (step !== undefined) said.set(key, step);
    return step;
  };
  return {
    get(key) {
      if (!asked.has(key)) asked.set(key, ask(key));
      return asked.get(key);
    },
  };
}

const soundsAlike = (a: Graph, b: Graph): boolean =>
  a.lanes === b.lanes &&
  a.edges === b.edges &&
  a.nodes.length === b.nodes.length &&
  a.nodes.every((node, at) => isHeardAlike(node, b.nodes[at]!));

const isHeardAlike = (a: GraphNode, b: GraphNode): boolean =>
  a === b ||
  (a.key === b.key &&
    a.kind === b.kind &&
    a.work === b.work &&
    a.mode === b.mode &&
    a.parts === b.parts);

/** Most rows are out of view: typing must not wait until all of them are put into words. */
export function spokenSteps(graph: Graph, t: TFunction): SpokenSteps {
  const index = indexGraph(graph);
  const numbers = rowNumbers(graph);
  return {
    get(key) {
      const node = index.nodes.get(key);
      if (node === undefined) return undefined;
      const lanes = node.parts.map((part) => part.lane);
      return { label: stepInWords(node, index, numbers, t), lanes };
    },
  };
}

function stepInWords(
  node: GraphNode,
  index: GraphIndex,
  numbers: ReadonlyMap<NodeKey, number>,
  t: TFunction,
): string {
  const number = numbers.get(node.key);
  const kind = t(`kind.${node.kind}`);
  const head =
    number === undefined ? [kind] : [t("typing.spokenStep", { number }), kind.toLowerCase()];
  const names = node.parts.map(({ lane }) => index.lanes.get(lane)?.name ?? lane);
  const lanes = names.length < 2 ? names : [jointNames(names, node.mode, t)];
  const arrows = index.edgesFrom(node.key).map((edge) => {
    const place = placeInWords(edge.to, index, numbers, t);
    const outcome = edge.outcome?.trim() ?? "";
    return outcome === ""
      ? t("typing.spokenArrow", { place })
      : t("typing.spokenOutcome", { outcome, place });
  });
  return [...head, ...lanes, ...arrows].join(", ");
}

function jointNames(names: readonly string[], mode: GraphNode["mode"], t: TFunction): string {
  const params = { lanes: names.slice(0, -1).join(", "), last: names.at(-1) };
  return mode === "ALL" ? t("typing.spokenAll", params) : t("typing.spokenAny", params);
}

/** "langkah 5", or the kind of a row or bar that has no number: "selesai". */
function placeInWords(
  key: NodeKey,
  index: GraphIndex,
  numbers: ReadonlyMap<NodeKey, number>,
  t: TFunction,
): string {
  const number = numbers.get(key);
  if (number !== undefined) return t("typing.spokenStep", { number });
  const node = index.nodes.get(key);
  if (node === undefined) return t("typing.spokenNowhere");
  const kind = t(`kind.${node.kind}`).toLowerCase();
  return kindOf(node).standsInRow ? kind : t("typing.spokenBar", { kind });
}
