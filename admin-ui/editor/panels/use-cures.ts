import { useCallback, useDeferredValue, useEffect, useState } from "react";
import {
  type Cure,
  type DocumentEdit,
  type Graph,
  type NodeKey,
  type Problem,
} from "../../../domain/index.js";
import { useDraft, useDraftApi, useEditor } from "../editor-context.js";
import type {
  CureAllQuestion,
  CureAnswer,
  CureQuestion,
  Curing,
  Holder,
} from "../gate/gate-questions.js";
import { NewestAsked } from "../gate/newest-asked.js";
import { startGateWorker } from "../gate/start-gate-worker.js";
import { KnownCures } from "./known-cures.js";
import { useCureContext } from "./use-cure-context.js";

/** ms without a change after which cures are looked for: each is tried on the whole drawing. */
const restAfter = 200;

export interface OfferedCures {
  /** `null`: there is none. `undefined`: that is not known, yet or at all. */
  of(problem: Problem): Cure | null | undefined;
  /** Makes the edits that cure these problems, as one change of the drawing as it is now. */
  mend(...problems: readonly Problem[]): void;
}

interface Known {
  readonly graph: Graph | null;
  readonly cures: KnownCures;
}

/** The cures of the problems that are shown, found beside the thread that draws. */
export function useCures(problems: readonly Problem[]): OfferedCures {
  const { levels, view } = useEditor();
  const store = useDraftApi();
  const context = useCureContext();
  const graph = useDeferredValue(useDraft((draft) => draft.document.graph));
  const [known, setKnown] = useState<Known>({ graph: null, cures: new KnownCures() });
  const [list] = useState(() => new NewestAsked<CureQuestion, CureAnswer>(startGateWorker));
  const [mending] = useState(
    () => new NewestAsked<CureAllQuestion, readonly DocumentEdit[]>(startGateWorker),
  );
  useEffect(
    () => () => {
      list.stop();
      mending.stop();
    },
    [list, mending],
  );
  const question = useCallback(
    (of: Graph, which: readonly Problem[]): Curing => ({
      graph: of,
      levels,
      problems: which,
      outcomes: context.outcomes,
      holders: holdersIn(of, context.holderOf),
    }),
    [levels, context],
  );
  useEffect(() => {
    if (problems.length === 0) return;
    const timer = setTimeout(
      () =>
        list.ask({ ask: "cures", ...question(graph, problems) }, (answer) => {
          setKnown((before) =>
            answer === null
              ? { graph: before.graph, cures: before.cures.without(problems) }
              : { graph, cures: new KnownCures(problems, answer) },
          );
        }),
      restAfter,
    );
    return () => clearTimeout(timer);
  }, [list, graph, problems, question]);

  const mend = (...which: readonly Problem[]): void => {
    const [first] = which;
    if (first === undefined) return;
    // The list may be a keystroke behind the drawing, and a cure must not take that back.
    const now = store.getState().document.graph;
    const make = (edits: readonly DocumentEdit[] | null | undefined): void => {
      if (!edits || edits.length === 0 || store.getState().document.graph !== now) return;
      store.getState().edit(edits);
      const place = placeOf(first, now, store.getState().document.graph);
      if (place !== null) view.getState().bringIntoView(place);
    };
    if (which.length === 1 && known.graph === now) make(known.cures.of(first)?.edits);
    else mending.ask({ ask: "cure-all", ...question(now, which) }, make);
  };
  return { of: (problem) => known.cures.of(problem), mend };
}

/** Where it shows that a problem was mended: the step that it took, or else where the problem was. */
function placeOf(problem: Problem, before: Graph, after: Graph): NodeKey | null {
  const known = new Set(before.nodes.map(({ key }) => key));
  const left = new Set(after.nodes.map(({ key }) => key));
  const added = after.nodes.find(({ key }) => !known.has(key));
  return added?.key ?? problem.nodeKeys.find((key) => left.has(key)) ?? null;
}

function holdersIn(
  { lanes }: Graph,
  holderOf: (laneName: string) => Holder | null,
): Record<string, Holder> {
  const unbound = lanes.filter(({ binding }) => binding === null);
  return Object.fromEntries(
    unbound.flatMap(({ name }) => {
      const holder = holderOf(name);
      return holder === null ? [] : [[name, holder] as const];
    }),
  );
}
