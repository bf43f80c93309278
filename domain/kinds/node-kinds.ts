import type { GraphNode } from "../sop/graph.js";
import { activity } from "./activity.js";
import { connector } from "./connector.js";
import { decision } from "./decision.js";
import { end } from "./end.js";
import { fork } from "./fork.js";
import { join } from "./join.js";
import type { KindDefinition } from "./kind-definition.js";
import { start } from "./start.js";

/** The registry: a new kind is one file beside this one and one line here. */
export const nodeKinds = {
  start,
  end,
  activity,
  decision,
  fork,
  join,
  connector,
} satisfies Record<string, KindDefinition>;

export type NodeKind = keyof typeof nodeKinds;

export const kindOf = (node: GraphNode): KindDefinition => nodeKinds[node.kind];

export const isNodeKind = (value: unknown): value is NodeKind =>
  typeof value === "string" && Object.hasOwn(nodeKinds, value);
