import { compilePlan, type Graph } from "../../domain/index.js";
import type { EnactedVersion } from "../../server/runtime/enacted-version.js";

/** A graph as an enacted version of an SOP, without any database. */
export const enactedGraph = (graph: Graph, sopId: number): EnactedVersion => ({
  versionId: sopId,
  sopId,
  officeId: 1,
  graph,
  plan: compilePlan(graph),
  positionIds: new Map(),
});
