import { useTranslation } from "react-i18next";
import type { Graph, Problem } from "../../../domain/index.js";
import { ProblemLines } from "../panels/problem-lines.js";
import "../panels/problems-panel.css";

/** What the rules advise against, and what an SOP is enacted with all the same; folded. */
export function WarningsFold(props: {
  warnings: readonly Problem[];
  graph: Graph;
  onNode: (node: string) => void;
  onLane: (lane: string) => void;
}) {
  const { t } = useTranslation();
  const { warnings, ...places } = props;
  if (warnings.length === 0) return null;
  return (
    <details className="warnings-fold" data-testid="enact-warnings">
      <summary>{t("enact.warnings", { count: warnings.length })}</summary>
      <ProblemLines {...places} problems={warnings} onPlay={null} />
    </details>
  );
}
