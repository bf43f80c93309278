import { useTranslation } from "react-i18next";
import type { Graph } from "../../../domain/index.js";
import { VerdictLine } from "../gate/verdict-line.js";
import type { Verdict } from "../gate/verdict.js";
import type { FoundProblems } from "../panels/draft-problems.js";
import { ProblemLines } from "../panels/problem-lines.js";
import "../panels/problems-panel.css";
import type { Playable } from "../playback/playback.js";

/** What the rules say of a version that is only read. */
export function VersionCheck(props: {
  graph: Graph;
  problems: FoundProblems;
  verdict: Verdict;
  onNode: (node: string) => void;
  onPlay: (problem: Playable) => void;
}) {
  const { t } = useTranslation();
  const { graph, problems, verdict, onNode, onPlay } = props;
  const lines = { graph, onNode, onLane: null, onPlay };
  const { errors, warnings } = problems;
  return (
    <div data-testid="version-check">
      <VerdictLine verdict={verdict} />
      {verdict === "sound" && <p className="quiet">{t("verdict.soundHint")}</p>}
      {verdict === "unheard" && <p className="quiet">{t("verdict.unheardHint")}</p>}
      {errors.length > 0 && (
        <section className="check-section" aria-labelledby="check-errors">
          <h3 className="problem-heading" id="check-errors">
            {t("problems.errorsHeading")}
          </h3>
          <ProblemLines {...lines} problems={errors} />
        </section>
      )}
      {warnings.length > 0 && (
        <section aria-labelledby="check-warnings">
          <h3 className="problem-heading" id="check-warnings">
            {t("problems.warningsHeading")}
          </h3>
          <p className="quiet problem-hint">{t("problems.warningsHint")}</p>
          <ProblemLines {...lines} problems={warnings} />
        </section>
      )}
    </div>
  );
}
