import { kindOf } from "../kinds/node-kinds.js";
import type { Graph, NodeKey } from "../sop/graph.js";
import { indexGraph } from "../sop/graph-index.js";
import { officeMinutes } from "./office-minutes.js";

/** How long an SOP takes the office by its standard times. */
export interface LongestTime {
  /** Working minutes on the longest way from the start to an end. */
  readonly minutes: number;
  /** Whether a step of the office on that way, or on any other, states no time. */
  readonly isPartial: boolean;
}

/**
 * The longest way through the graph without going round in it: branches that run side by side take
 * as long as the longest, and of the outcomes of a decision the longest counts. The requester's own
 * steps take the office no time. `null` where no step states one.
 */
export function longestStandardTime(
  graph: Graph,
  minutesPerWorkingDay: number,
): LongestTime | null {
  const index = indexGraph(graph);
  const { minutes: times, untimed } = officeMinutes(graph, minutesPerWorkingDay);
  const start = graph.nodes.find((node) => kindOf(node).begins);
  if (times.size === 0 || start === undefined) return null;

  const longest = new Map<NodeKey, number>();
  const onTheWay = new Set<NodeKey>();
  const from = (key: NodeKey): number => {
    const known = longest.get(key);
    if (known !== undefined) return known;
    onTheWay.add(key);
    let rest = 0;
    for (const { to } of index.edgesFrom(key)) {
      // An arrow back to where the way came from is a loop, and is gone through once only.
      if (!onTheWay.has(to)) rest = Math.max(rest, from(to));
    }
    onTheWay.delete(key);
    const whole = (times.get(key) ?? 0) + rest;
    longest.set(key, whole);
    return whole;
  };
  return {
    minutes: Math.round(from(start.key)),
    isPartial: untimed.some((key) => longest.has(key)),
  };
}
