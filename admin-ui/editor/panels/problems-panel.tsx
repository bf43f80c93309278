import { useTranslation } from "react-i18next";
import type { Graph, Problem } from "../../../domain/index.js";
import { ProblemLine } from "./problem-line.js";
import { problemParams } from "./problem-text.js";

/** Everything that keeps the form from being enacted, live while it is drawn. */
export function ProblemsPanel(props: {
  problems: readonly Problem[];
  graph: Graph;
  onNode: (node: string) => void;
  onLane: (lane: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <div data-testid="problems">
      {props.problems.length === 0 ? (
        <p className="quiet">{t("editor.noProblems")}</p>
      ) : (
        <ul className="note-list">
          {props.problems.map((problem, index) => (
            <ProblemLine
              key={index}
              {...props}
              problem={problem}
              text={t(`problem.${problem.rule}`, problemParams(problem))}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
