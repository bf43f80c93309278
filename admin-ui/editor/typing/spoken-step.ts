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

export type SpokenSteps = ReadonlyMap<NodeKey, SpokenStep>;

/** `spokenSteps`, with a memory of what it returned last: a row that says the same is the same. */
export function rememberedSpokenSteps(): (graph: Graph, t: TFunction) => SpokenSteps {
  let before: SpokenSteps = new Map();
  return (graph, t) => {
    before = spokenSteps(graph, t, before);
    return before;
  };
}

/** Every row of the form in words. */
export function spokenSteps(
  graph: Graph,
  t: TFunction,
  before: SpokenSteps = new Map(),
): SpokenSteps {
  const index = indexGraph(graph);
  const numbers = rowNumbers(graph);
  return new Map(
    graph.nodes.map((node) => {
      const label = stepInWords(node, index, numbers, t);
      const lanes = node.parts.map((part) => part.lane);
      const known = before.get(node.key);
      const isSame = known?.label === label && known.lanes.join() === lanes.join();
      return [node.key, isSame && known !== undefined ? known : { label, lanes }] as const;
    }),
  );
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
