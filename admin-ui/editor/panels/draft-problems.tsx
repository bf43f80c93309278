import {
  createContext,
  useContext,
  useDeferredValue,
  useMemo,
  useState,
  type ReactNode,
} from "react";
import { findProblems, isSameValue, type Graph, type Problem } from "../../../domain/index.js";
import { useDraft } from "../editor-context.js";

const ProblemsContext = createContext<readonly Problem[]>([]);

/** What keeps the draft from being enacted; the same list for as long as it says the same. */
export const useProblems = (): readonly Problem[] => useContext(ProblemsContext);

/** Finds the problems of the open draft for all that shows them. */
export function DraftProblems({ children }: { children: ReactNode }) {
  // A letter is on the form before the rules have been asked about it.
  const graph = useDeferredValue(useDraft((draft) => draft.document.graph));
  const [problemsOf] = useState(rememberedProblems);
  const problems = useMemo(() => problemsOf(graph), [problemsOf, graph]);
  return <ProblemsContext value={problems}>{children}</ProblemsContext>;
}

function rememberedProblems(): (graph: Graph) => readonly Problem[] {
  let before: readonly Problem[] = [];
  return (graph) => {
    const problems = findProblems(graph);
    if (!isSameValue(problems, before)) before = problems;
    return before;
  };
}
