import { isRequesters, requesterLaneKeys } from "../rules/requester-lanes.js";
import type { Graph, NodeKey, StandardTime, TimeUnit } from "../sop/graph.js";
import { rowNumbers } from "../sop/row-numbers.js";

type ToMinutes = (value: number, minutesPerWorkingDay: number) => number;

const toMinutes: Record<TimeUnit, ToMinutes> = {
  MINUTE: (value) => value,
  HOUR: (value) => value * 60,
  WORKING_DAY: (value, perDay) => value * perDay,
  // Some of them are not worked; to promise too little is the better error.
  CALENDAR_DAY: (value, perDay) => value * perDay,
};

/** The working minutes of a standard time. */
export const standardMinutes = (time: StandardTime, minutesPerWorkingDay: number): number =>
  toMinutes[time.unit](time.value, minutesPerWorkingDay);

/** What the steps of the office take; the requester's own take it no time. */
export interface OfficeMinutes {
  /** Working minutes by step, of those that state a time. */
  readonly minutes: ReadonlyMap<NodeKey, number>;
  /** The steps that state none, in the order of the form. */
  readonly untimed: readonly NodeKey[];
}

export function officeMinutes(graph: Graph, minutesPerWorkingDay: number): OfficeMinutes {
  const requesters = requesterLaneKeys(graph);
  const numbers = rowNumbers(graph);
  const minutes = new Map<NodeKey, number>();
  const untimed: NodeKey[] = [];
  for (const node of graph.nodes) {
    if (!numbers.has(node.key) || isRequesters(node, requesters)) continue;
    if (node.standardTime !== null)
      minutes.set(node.key, standardMinutes(node.standardTime, minutesPerWorkingDay));
    // An SOP that is started and not waited for takes this one no time.
    else if (node.call?.waits !== false) untimed.push(node.key);
  }
  return { minutes, untimed };
}
