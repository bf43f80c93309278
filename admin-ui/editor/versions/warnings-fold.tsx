import { useTranslation } from "react-i18next";
import type { Graph, Problem } from "../../../domain/index.js";
import { inOrderOfForm } from "../panels/group-problems.js";
import { ProblemLine } from "../panels/problem-line.js";
import "../panels/problems-panel.css";

/** What the rules advise against, and what an SOP is enacted with all the same; folded. */
export function WarningsFold(props: {
  warnings: readonly Problem[];
  graph: Graph;
  tell: (problem: Problem) => string;
  onNode: (node: string) => void;
  onLane: (lane: string) => void;
}) {
  const { t } = useTranslation();
  const { warnings, graph, tell, onNode, onLane } = props;
  if (warnings.length === 0) return null;
  return (
    <details className="warnings-fold" data-testid="enact-warnings">
      <summary>{t("enact.warnings", { count: warnings.length })}</summary>
      <ul className="note-list">
        {inOrderOfForm(graph, warnings).map((problem, index) => (
          <ProblemLine
            key={index}
            graph={graph}
            problem={problem}
            level={problem.level}
            text={tell(problem)}
            onNode={onNode}
            onLane={onLane}
          />
        ))}
      </ul>
    </details>
  );
}
