import { useEffect, useState, useSyncExternalStore } from "react";
import type { Graph, RuleLevels } from "../../../domain/index.js";
import { FlowChecker, type FlowCheck } from "./flow-checker.js";
import { startGateWorker } from "./start-gate-worker.js";

/**
 * Whether cases of this drawing always come to an end, as far as that is known yet; `null` asks
 * nothing.
 */
export function useFlowCheck(graph: Graph | null, levels: RuleLevels): FlowCheck {
  const [checker] = useState(() => new FlowChecker(startGateWorker));
  useEffect(() => {
    if (graph !== null) checker.look(graph, levels);
  }, [checker, graph, levels]);
  useEffect(() => () => checker.stop(), [checker]);
  return useSyncExternalStore(checker.subscribe, checker.check);
}
