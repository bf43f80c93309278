import type { CaseEffect } from "../../domain/engine/case-run.js";
import type { CaseState } from "../../domain/engine/case-state.js";
import type { CaseOracle, OracleEffect } from "./case-oracle.js";

/** A case's state in one order, without what nobody needs to be right: how a token is numbered. */
export interface ToldState {
  readonly status: string;
  readonly heldByParent: boolean;
  readonly tokens: readonly string[];
  readonly visits: readonly object[];
  readonly tasks: readonly object[];
}

/** What the engine's state says. */
export const shownBy = (state: CaseState): ToldState => ({
  status: state.status,
  heldByParent: state.heldByParent === true,
  tokens: state.tokens.map(({ edge, causes }) => nameOf(edge, causes)).toSorted(),
  visits: state.visits.map(({ no, node, causes, status, outcome, closedBy, child }) => ({
    no,
    node,
    from: causes.toSorted((a, b) => a - b),
    status,
    outcome,
    closedBy: closedBy ?? null,
    child: child ?? null,
  })),
  tasks: state.tasks.map(({ no, visit, lane, label, status, assignee, gave }) => ({
    no,
    visit,
    lane,
    label,
    status,
    assignee,
    gave: gave ?? [],
  })),
});

/** What the history says that it must be. */
export const toldBy = (oracle: CaseOracle): ToldState => ({
  status: oracle.status === "NEW" ? "RUNNING" : oracle.status,
  heldByParent: oracle.heldByParent,
  tokens: oracle.marking.waiting.map(({ edge, from }) => nameOf(edge, from)).toSorted(),
  visits: [...oracle.visits.values()]
    .toSorted((a, b) => a.no - b.no)
    .map(({ no, node, from, status, outcome, closedBy, child }) => ({
      no,
      node,
      from: [...from],
      status,
      outcome,
      closedBy,
      child,
    })),
  tasks: [...oracle.tasks.values()]
    .toSorted((a, b) => a.no - b.no)
    .map(({ no, visit, lane, label, status, assignee, gave }) => ({
      no,
      visit,
      lane,
      label,
      status,
      assignee,
      gave: [...gave],
    })),
});

const nameOf = (edge: string, from: readonly number[]): string =>
  `${edge} from ${from.toSorted((a, b) => a - b).join()}`;

export const nameOfEffect = (effect: CaseEffect | OracleEffect): string =>
  "visit" in effect
    ? `${effect.type} for visit ${effect.visit}`
    : `${effect.type} ${effect.instance}`;

/** The first place where two values differ, as `tasks.2.status: "OPEN", not "DONE"`. */
export function firstDifference(found: unknown, wanted: unknown): string | null {
  // Nearly always they are the same, which this sees much sooner.
  return JSON.stringify(found) === JSON.stringify(wanted) ? null : differenceAt("", found, wanted);
}

function differenceAt(path: string, found: unknown, wanted: unknown): string | null {
  if (Object.is(found, wanted)) return null;
  const areObjects = [found, wanted].every((one) => typeof one === "object" && one !== null);
  if (!areObjects) return `${path}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`;
  const [one, other] = [found, wanted] as Record<string, unknown>[];
  for (const key of new Set([...Object.keys(wanted as object), ...Object.keys(found as object)])) {
    const at = path === "" ? key : `${path}.${key}`;
    const difference = differenceAt(at, one?.[key], other?.[key]);
    if (difference !== null) return difference;
  }
  return null;
}
