import { callsAtOnce, type Graph, kindOf } from "../../../domain/index.js";
import { parseGlobalId } from "../../kernel/global-id.js";

/** A connector of a drawing: where it stands, and the SOP that it runs. */
export interface CallSite {
  readonly node: string;
  /** `null`: none that this installation could know. */
  readonly sopId: number | null;
  readonly waits: boolean;
  /** Whether a case comes to it in the moment in which it is started. */
  readonly atOnce: boolean;
}

/** The connectors that say what they run; one that does not is another rule's. */
export function callSites(graph: Graph): CallSite[] {
  const first = callsAtOnce(graph);
  return graph.nodes.flatMap((node) => {
    if (kindOf(node).opens(node) !== "CALL" || node.call === null) return [];
    const parsed = parseGlobalId(node.call.sop);
    const sopId = parsed?.type === "Sop" ? parsed.id : null;
    return [{ node: node.key, sopId, waits: node.call.waits, atOnce: first.has(node.key) }];
  });
}
