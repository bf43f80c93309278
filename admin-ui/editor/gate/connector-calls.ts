import {
  callsAtOnce,
  connectorRules,
  kindOf,
  type ConnectorRule,
  type Graph,
  type NodeKey,
  type Problem,
} from "../../../domain/index.js";

/** What each connector runs, and how, by its key; one that does not say it yet is not in it. */
export type ConnectorCalls = ReadonlyMap<NodeKey, string>;

/** What the server says of connectors, and of which. */
export interface CallAnswer {
  readonly calls: ConnectorCalls;
  readonly problems: readonly Problem[];
}

/** What was told last, which may be of other calls, and whether asking about the present ones failed. */
export interface CallsTold {
  readonly answer: CallAnswer | null;
  readonly hasFailed: boolean;
}

/** What is known of the SOPs that a drawing's connectors run. */
export interface CallCheck {
  /** `failed`: of some of them nothing is known, and the server does not say. */
  readonly state: "checking" | "told" | "failed";
  readonly problems: readonly Problem[];
}

const none: ReadonlyMap<NodeKey, string> = new Map();

/** All that an answer about a connector hangs on, as far as it stands in the drawing. */
export function connectorCalls(graph: Graph | null): ConnectorCalls {
  const callers = (graph?.nodes ?? []).filter(
    (node) => node.call !== null && kindOf(node).opens(node) === "CALL",
  );
  if (graph === null || callers.length === 0) return none;
  const first = callsAtOnce(graph);
  return new Map(
    callers.map(({ key, call }) => [key, JSON.stringify([call?.sop, call?.waits, first.has(key)])]),
  );
}

/** Whether the answer is about each of the calls as it is now. */
export const isAnswered = (calls: ConnectorCalls, answer: CallAnswer | null): boolean =>
  [...calls].every(([node, call]) => answer?.calls.get(node) === call);

/** What is known of these calls: of an answer to older ones only what is said of calls that still stand. */
export function callCheckOf(calls: ConnectorCalls, { answer, hasFailed }: CallsTold): CallCheck {
  const unknown = hasFailed ? "failed" : "checking";
  const stands = ({ nodeKeys }: Problem): boolean =>
    nodeKeys.every((key) => calls.has(key) && calls.get(key) === answer?.calls.get(key));
  return {
    state: isAnswered(calls, answer) ? "told" : unknown,
    problems: (answer?.problems ?? []).filter(stands),
  };
}

/** A problem as the server tells it. */
export interface ToldProblem {
  readonly rule: string;
  readonly nodeIds: readonly string[];
  readonly sopTitles: readonly string[];
}

/** The same as one of the drawing's own; what an older page has no words for is left out. */
export function connectorProblem({ rule, nodeIds, sopTitles }: ToldProblem): Problem[] {
  if (!isConnectorRule(rule)) return [];
  const titles = sopTitles.map((title) => (title === "…" ? title : `“${title}”`));
  return [
    {
      rule,
      level: "ERROR",
      nodeKeys: nodeIds,
      edgeKeys: [],
      laneKeys: [],
      params: { titles: titles.join(" → "), count: titles.length },
      run: null,
    },
  ];
}

const isConnectorRule = (rule: string): rule is ConnectorRule =>
  connectorRules.some((one) => one === rule);
