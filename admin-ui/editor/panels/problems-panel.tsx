import { useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../../domain/index.js";
import { CheckIcon } from "../../app/icons.js";
import { useFormat } from "../../app/use-format.js";
import { useDraft } from "../editor-context.js";
import { useProblems, useVerdict } from "./draft-problems.js";
import { groupProblems } from "./group-problems.js";
import { ProblemGroupItem } from "./problem-group-item.js";
import { useCures, type OfferedCures } from "./use-cures.js";
import "./problems-panel.css";

/** Cures are tried before they are offered; a form with more faults is mended from the top. */
const shownAtMost = 60;

/** Everything that keeps the form from being enacted, and what the rules only advise, live. */
export function ProblemsPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  // Typing goes first; the list follows.
  const { errors, warnings } = useDeferredValue(useProblems());
  const shown = useMemo(() => [...errors, ...warnings].slice(0, shownAtMost), [errors, warnings]);
  const cures = useCures(shown);
  const rest = errors.length + warnings.length - shown.length;
  const shownErrors = shown.slice(0, errors.length);
  const shownWarnings = shown.slice(errors.length);
  return (
    <div data-testid="problems">
      {errors.length === 0 && <NothingStands hasWarnings={warnings.length > 0} />}
      {errors.length > 0 && warnings.length > 0 && (
        <h2 className="problem-heading">{t("problems.errorsHeading")}</h2>
      )}
      <Groups problems={shownErrors} cures={cures} />
      {shownWarnings.length > 0 && (
        <section className="problem-warnings" aria-labelledby="warnings-heading">
          <h2 className="problem-heading" id="warnings-heading">
            {t("problems.warningsHeading")}
          </h2>
          <p className="quiet problem-hint">{t("problems.warningsHint")}</p>
          <Groups problems={shownWarnings} cures={cures} />
        </section>
      )}
      {rest > 0 && <p className="quiet">{t("problems.more", { number: format.number(rest) })}</p>}
    </div>
  );
}

/** No error is left: it can be enacted, or that is not known yet, or cannot be told here. */
function NothingStands({ hasWarnings }: { hasWarnings: boolean }) {
  const { t } = useTranslation();
  const verdict = useVerdict();
  if (verdict === "checking") return <p className="quiet">{t("verdict.checking")}</p>;
  if (verdict === "unknown") return <p className="quiet">{t("verdict.unknownHint")}</p>;
  if (verdict === "unheard") return <p className="quiet">{t("verdict.unheardHint")}</p>;
  return (
    <div className="all-fine">
      <CheckIcon />
      <p>{t(hasWarnings ? "editor.nothingStands" : "editor.noProblems")}</p>
    </div>
  );
}

function Groups({ problems, cures }: { problems: readonly Problem[]; cures: OfferedCures }) {
  const graph = useDraft((draft) => draft.document.graph);
  if (problems.length === 0) return null;
  return (
    <ul className="problem-groups">
      {groupProblems(graph, problems).map((group) => (
        <ProblemGroupItem key={JSON.stringify(group.place)} group={group} cures={cures} />
      ))}
    </ul>
  );
}
