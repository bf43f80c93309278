import {
  kindOf,
  type DocumentEdit,
  type Graph,
  type GraphNode,
  type Lane,
  type LaneBinding,
} from "../../../domain/index.js";
import { addLane, changeLane, changeNode, type NewKey } from "./graph-changes.js";

/** Words as they are compared: whatever the case and the blanks. */
export const plainWords = (text: string): string => text.trim().replace(/\s+/g, " ").toLowerCase();

export interface LaneNaming {
  /** Whom a lane of this name belongs to, where that is beyond doubt. */
  readonly bindingOf: (name: string) => LaneBinding | null;
  /** The name of the lane that a new SOP has before anybody is named. */
  readonly placeholder: string;
  readonly newKey: NewKey;
}

/**
 * The step in the lanes of these names, in the order of the columns. A name that no lane has makes
 * one, at the right end; the only lane of a new SOP, which is nobody's yet, takes the name instead.
 * A kind that stands in one lane takes the first.
 */
export function placeByNames(
  graph: Graph,
  node: GraphNode,
  names: readonly string[],
  naming: LaneNaming,
): DocumentEdit[] {
  const { max } = kindOf(node).parts;
  const wanted = names.filter((name) => plainWords(name) !== "").slice(0, max ?? names.length);
  if (wanted.length === 0) return [];
  const edits: DocumentEdit[] = [];
  let lanes: readonly Lane[] = graph.lanes;
  const chosen = new Set<string>();
  for (const name of wanted) {
    const known = lanes.find((lane) => plainWords(lane.name) === plainWords(name));
    if (known !== undefined) {
      chosen.add(known.key);
      continue;
    }
    const written = name.trim().replace(/\s+/g, " ");
    const binding = naming.bindingOf(written);
    const [only] = lanes;
    if (lanes.length === 1 && only !== undefined && isNobodys(only, naming.placeholder)) {
      const named = { ...only, name: written, binding };
      edits.push(changeLane(named));
      lanes = [named];
      chosen.add(only.key);
      continue;
    }
    const lane = { key: naming.newKey(), name: written, binding };
    edits.push(addLane({ ...graph, lanes }, lane));
    lanes = [...lanes, lane];
    chosen.add(lane.key);
  }
  const known = new Map(node.parts.map((part) => [part.lane, part]));
  const parts = lanes
    .filter(({ key }) => chosen.has(key))
    .map(({ key }) => known.get(key) ?? { lane: key, label: null });
  const isSame =
    parts.length === node.parts.length &&
    parts.every(({ lane }, index) => lane === node.parts[index]?.lane);
  return isSame ? edits : [...edits, changeNode({ ...node, parts })];
}

const isNobodys = (lane: Lane, placeholder: string): boolean =>
  lane.binding === null && plainWords(lane.name) === plainWords(placeholder);
