import {
  createContext,
  useCallback,
  useContext,
  useDeferredValue,
  useMemo,
  useState,
  type ReactNode,
} from "react";
import {
  findDrawingProblems,
  hasNumberedStep,
  isError,
  isSameValue,
  type Graph,
  type Problem,
  type RuleLevels,
} from "../../../domain/index.js";
import type { Draft } from "../draft/draft-store.js";
import { useDraft, useEditor, useView } from "../editor-context.js";
import type { SeenDrawing } from "../gate/call-checker.js";
import type { CallCheck } from "../gate/connector-calls.js";
import type { FlowCheck } from "../gate/flow-checker.js";
import { useCallCheck } from "../gate/use-call-check.js";
import { useFlowCheck } from "../gate/use-flow-check.js";
import { problemsOf, verdictOf, type Verdict } from "../gate/verdict.js";

/** What the rules say of the open draft. */
export interface FoundProblems {
  readonly all: readonly Problem[];
  /** Keep the draft from being enacted. */
  readonly errors: readonly Problem[];
  /** Are only shown. */
  readonly warnings: readonly Problem[];
}

const none: FoundProblems = { all: [], errors: [], warnings: [] };
const ProblemsContext = createContext<FoundProblems>(none);
const VerdictContext = createContext<Verdict>("checking");

/** What the rules find in the draft; the same object for as long as they say the same. */
export const useProblems = (): FoundProblems => useContext(ProblemsContext);

/** Whether the draft's cases always come to an end; what is said while it is checked is not old. */
export const useVerdict = (): Verdict => useContext(VerdictContext);

/** Finds the problems of the open draft for all that shows them. */
export function DraftProblems({ versionId, children }: { versionId: string; children: ReactNode }) {
  const { levels, draft } = useEditor();
  // A letter is on the form before the rules have been asked about it.
  const graph = useDeferredValue(useDraft((draft) => draft.document.graph));
  const follow = useCallback(
    (look: (seen: SeenDrawing) => void) => {
      look(seenOf(draft.getState()));
      return draft.subscribe((state) => look(seenOf(state)));
    },
    [draft],
  );
  const isEnacting = useView(({ dialog }) => dialog === "enact");
  const calls = useCallCheck(versionId, graph, follow, isEnacting);
  const { problems, verdict } = useFoundProblems(graph, levels, calls);
  return (
    <ProblemsContext value={problems}>
      <VerdictContext value={verdict}>{children}</VerdictContext>
    </ProblemsContext>
  );
}

const seenOf = ({ document, revision, saveState }: Draft): SeenDrawing => ({
  graph: document.graph,
  revision: saveState === "saved" ? revision : null,
  isStranded: saveState === "failed" || saveState === "conflict",
});

/**
 * What is read off the drawing, at once; what shows when cases are played through it, later; and what
 * the server says of its connectors. `null`: nobody wants to know.
 */
export function useFoundProblems(
  graph: Graph | null,
  levels: RuleLevels,
  calls: CallCheck,
): { readonly problems: FoundProblems; readonly verdict: Verdict } {
  const check = useFlowCheck(graph, levels);
  const drawn = useMemo(
    () => (graph === null ? [] : findDrawingProblems(graph, levels)),
    [graph, levels],
  );
  const [remember] = useState(rememberedProblems);
  const problems = useMemo(
    () => (graph === null ? none : remember(graph, drawn, check, calls)),
    [remember, graph, drawn, check, calls],
  );
  const hasBegun = graph === null || hasNumberedStep(graph);
  return { problems, verdict: hasBegun ? verdictOf(drawn, check, calls) : "unfinished" };
}

function rememberedProblems(): (
  graph: Graph,
  drawn: readonly Problem[],
  check: FlowCheck,
  calls: CallCheck,
) => FoundProblems {
  let before = none;
  return (graph, drawn, check, calls) => {
    const all = [...problemsOf(graph, drawn, check), ...calls.problems];
    if (isSameValue(all, before.all)) return before;
    const errors = all.filter(isError);
    before = { all, errors, warnings: all.filter((one) => !isError(one)) };
    return before;
  };
}
