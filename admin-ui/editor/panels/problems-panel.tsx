import { Button } from "@mantine/core";
import { useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import {
  cureOf,
  problemId,
  rowNumbers,
  type Cure,
  type Graph,
  type Problem,
} from "../../../domain/index.js";
import { CheckIcon } from "../../app/icons.js";
import { useFormat } from "../../app/use-format.js";
import { useDraft, useDraftApi } from "../editor-context.js";
import { useProblems } from "./draft-problems.js";
import { groupProblems, type ProblemGroup } from "./group-problems.js";
import { mendByHand } from "./mend-by-hand.js";
import { problemParams, rowName } from "./problem-text.js";
import { useCureContext } from "./use-cure-context.js";
import { useLookAt } from "./use-look-at.js";
import "./problems-panel.css";

/** Cures are tried before they are offered; a form with more faults is mended from the top. */
const shownAtMost = 60;

/** Everything that keeps the form from being enacted, live while it is drawn. */
export function ProblemsPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const graph = useDraft((draft) => draft.document.graph);
  // Typing goes first; the list follows.
  const seen = useDeferredValue(useProblems());
  const shown = useMemo(() => seen.slice(0, shownAtMost), [seen]);
  const groups = groupProblems(graph, shown);
  const cures = useCures(shown);
  const rest = seen.length - shown.length;
  if (seen.length === 0) {
    return (
      <div data-testid="problems" className="all-fine">
        <CheckIcon />
        <p>{t("editor.noProblems")}</p>
      </div>
    );
  }
  return (
    <div data-testid="problems">
      <ul className="problem-groups">
        {groups.map((group) => (
          <ProblemGroupItem key={JSON.stringify(group.place)} group={group} cures={cures} />
        ))}
      </ul>
      {rest > 0 && <p className="quiet">{t("problems.more", { number: format.number(rest) })}</p>}
    </div>
  );
}

function useCures(problems: readonly Problem[]): ReadonlyMap<string, Cure> {
  const graph = useDeferredValue(useDraft((draft) => draft.document.graph));
  const context = useCureContext();
  return useMemo(() => {
    const cures = new Map<string, Cure>();
    for (const problem of problems) {
      const cure = cureOf(problem, graph, context);
      if (cure !== null) cures.set(problemId(problem), cure);
    }
    return cures;
  }, [problems, graph, context]);
}

function ProblemGroupItem(props: { group: ProblemGroup; cures: ReadonlyMap<string, Cure> }) {
  return props.group.place.type === "rows" ? (
    <FollowingProblems group={props.group} />
  ) : (
    <PlaceProblems {...props} />
  );
}

/** One thing that is wrong with many rows, because of something else. */
function FollowingProblems({ group }: { group: ProblemGroup }) {
  const { t } = useTranslation();
  const graph = useDraft((draft) => draft.document.graph);
  const look = useLookAt("problems");
  const [first] = group.problems;
  if (first === undefined) return null;
  return (
    <li className="problem-group">
      <div className="note-place">{t(`problemRows.${first.rule}`)}</div>
      <p className="problem-rows">
        {group.problems.flatMap(({ nodeKeys: [key = ""] }, index) => [
          index === 0 ? "" : ", ",
          <button key={key} type="button" className="link-button" onClick={() => look.node(key)}>
            {rowNumber(graph, key) ?? rowName(graph, key, (kind) => t(`kind.${kind}`))}
          </button>,
        ])}
      </p>
    </li>
  );
}

const rowNumber = (graph: Graph, key: string): string | null => {
  const number = rowNumbers(graph).get(key);
  return number === undefined ? null : String(number);
};

function PlaceProblems(props: { group: ProblemGroup; cures: ReadonlyMap<string, Cure> }) {
  const { t } = useTranslation();
  const { place, problems } = props.group;
  const store = useDraftApi();
  const graph = useDraft((draft) => draft.document.graph);
  const look = useLookAt("problems");
  const context = useCureContext();
  const mend = (problem: Problem) => {
    // The list may be a keystroke behind the drawing.
    const cure = cureOf(problem, store.getState().document.graph, context);
    if (cure !== null) store.getState().edit(cure.edits);
  };
  const places = {
    form: () => ({ name: t("notes.wholeForm"), go: null }),
    rows: () => ({ name: "", go: null }),
    lane: (key: string) => ({
      name: graph.lanes.find((lane) => lane.key === key)?.name ?? key,
      go: mendByHand(problems[0]!, look) ?? (() => look.lane(key)),
    }),
    node: (key: string) => ({
      name: rowName(graph, key, (kind) => t(`kind.${kind}`)),
      go: () => look.node(key),
    }),
  };
  const { name, go } = places[place.type]("key" in place ? place.key : "");
  // Two faults of one step often have one cure; it is offered once.
  const offered = new Set<string>();
  return (
    <li className="problem-group">
      <div className="note-place">
        {go === null ? (
          name
        ) : (
          <button type="button" className="link-button" onClick={go}>
            {name}
          </button>
        )}
      </div>
      <ul className="problem-lines">
        {problems.map((problem) => {
          const id = problemId(problem);
          const cure = props.cures.get(id);
          const label = cure === undefined ? "" : t(`cure.${cure.name}`, cure.params);
          const isNew = cure !== undefined && !offered.has(label);
          offered.add(label);
          const byHand = cure === undefined ? mendByHand(problem, look) : null;
          return (
            <li key={id}>
              <p>{t(`problem.${problem.rule}`, problemParams(problem))}</p>
              {isNew && (
                <Button
                  size="compact-sm"
                  variant="light"
                  className="cure-button"
                  onClick={() => mend(problem)}
                >
                  {label}
                </Button>
              )}
              {byHand !== null && (
                <Button size="compact-sm" variant="light" className="cure-button" onClick={byHand}>
                  {t(`mendByHand.${problem.rule}`)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </li>
  );
}
