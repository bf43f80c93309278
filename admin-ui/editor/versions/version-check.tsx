import { useTranslation } from "react-i18next";
import type { Graph, Problem } from "../../../domain/index.js";
import { VerdictLine } from "../gate/verdict-line.js";
import { useProblemTeller } from "../gate/use-problem-teller.js";
import type { Verdict } from "../gate/verdict.js";
import type { FoundProblems } from "../panels/draft-problems.js";
import { inOrderOfForm } from "../panels/group-problems.js";
import { ProblemLine } from "../panels/problem-line.js";
import { PlayRunButton } from "../playback/play-run-button.js";
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
  const { problems, verdict } = props;
  const { errors, warnings } = problems;
  return (
    <div data-testid="version-check">
      <VerdictLine verdict={verdict} />
      {verdict === "sound" && <p className="quiet">{t("verdict.soundHint")}</p>}
      {errors.length > 0 && (
        <section aria-labelledby="check-errors">
          <h3 className="problem-heading" id="check-errors">
            {t("problems.errorsHeading")}
          </h3>
          <Lines {...props} shown={errors} />
        </section>
      )}
      {warnings.length > 0 && (
        <section aria-labelledby="check-warnings">
          <h3 className="problem-heading" id="check-warnings">
            {t("problems.warningsHeading")}
          </h3>
          <p className="quiet problem-hint">{t("problems.warningsHint")}</p>
          <Lines {...props} shown={warnings} />
        </section>
      )}
    </div>
  );
}

function Lines(props: {
  graph: Graph;
  shown: readonly Problem[];
  onNode: (node: string) => void;
  onPlay: (problem: Playable) => void;
}) {
  const { graph, shown, onNode, onPlay } = props;
  const tell = useProblemTeller(graph);
  return (
    <ul className="note-list">
      {inOrderOfForm(graph, shown).map((problem, index) => (
        <ProblemLine
          key={index}
          graph={graph}
          problem={problem}
          level={problem.level}
          text={tell(problem)}
          onNode={onNode}
          onLane={null}
        >
          <PlayRunButton problem={problem} onPlay={onPlay} />
        </ProblemLine>
      ))}
    </ul>
  );
}
