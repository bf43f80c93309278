import type { NodeKind } from "../../../domain/index.js";
import { activityView } from "./activity.js";
import { connectorView } from "./connector.js";
import { decisionView } from "./decision.js";
import { endView } from "./end.js";
import { forkView } from "./fork.js";
import { joinView } from "./join.js";
import type { NodeKindView } from "./node-kind-view.js";
import { startView } from "./start.js";

/** The editor's registry: a new kind is one file beside this one and one line here. */
export const nodeKindViews = {
  activity: activityView,
  decision: decisionView,
  connector: connectorView,
  fork: forkView,
  join: joinView,
  start: startView,
  end: endView,
} satisfies Record<NodeKind, NodeKindView>;

/** In the order of the palette: the most used first. */
export const paletteViews: readonly NodeKindView[] = Object.values(nodeKindViews);
