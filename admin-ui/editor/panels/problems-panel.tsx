import { useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { isError } from "../../../domain/index.js";
import { CheckIcon } from "../../app/icons.js";
import { useFormat } from "../../app/use-format.js";
import { useDraft } from "../editor-context.js";
import { useProblems, useVerdict } from "./draft-problems.js";
import { useHasBegun } from "../gate/use-has-begun.js";
import { VerdictIcon } from "../gate/verdict-icon.js";
import { firstGroups, groupProblems, type ProblemGroup } from "./group-problems.js";
import { ProblemGroupItem } from "./problem-group-item.js";
import { useCures, type OfferedCures } from "./use-cures.js";
import "./problems-panel.css";

/** Cures are tried before they are offered; a form with more faults is mended from the top. */
const shownAtMost = 60;

const problemsIn = (groups: readonly ProblemGroup[]) => groups.flatMap(({ problems }) => problems);

/** Everything that keeps the form from being enacted, and what the rules only advise, live. */
export function ProblemsPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  // Typing goes first; the list follows.
  const { errors, warnings } = useDeferredValue(useProblems());
  const graph = useDeferredValue(useDraft((draft) => draft.document.graph));
  const shown = useMemo(
    () =>
      firstGroups(
        [...groupProblems(graph, errors), ...groupProblems(graph, warnings)],
        shownAtMost,
      ),
    [graph, errors, warnings],
  );
  const tried = useMemo(() => {
    // What is wrong on many rows for something else is mended there.
    const own = shown.filter(({ place }) => place.type !== "rows");
    return problemsIn(own).slice(0, shownAtMost);
  }, [shown]);
  const cures = useCures(tried);
  const rest = errors.length + warnings.length - problemsIn(shown).length;
  const shownErrors = shown.filter(({ problems }) => problems.some(isError));
  const shownWarnings = shown.filter((group) => !shownErrors.includes(group));
  const hasBegun = useHasBegun();
  return (
    <div data-testid="problems">
      {!hasBegun && <Beginning isLacking={errors.length > 0} />}
      {hasBegun && errors.length === 0 && <NothingStands hasWarnings={warnings.length > 0} />}
      {hasBegun && errors.length > 0 && warnings.length > 0 && (
        <h2 className="problem-heading">{t("problems.errorsHeading")}</h2>
      )}
      <Groups groups={shownErrors} cures={cures} />
      {shownWarnings.length > 0 && (
        <section className="problem-warnings" aria-labelledby="warnings-heading">
          <h2 className="problem-heading" id="warnings-heading">
            {t("problems.warningsHeading")}
          </h2>
          <p className="quiet problem-hint">{t("problems.warningsHint")}</p>
          <Groups groups={shownWarnings} cures={cures} />
        </section>
      )}
      {rest > 0 && <p className="quiet">{t("problems.more", { number: format.number(rest) })}</p>}
    </div>
  );
}

/** Nothing is drawn yet: where to begin, and what is to be done besides before it is enacted. */
function Beginning({ isLacking }: { isLacking: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="problem-beginning">
      <VerdictIcon verdict="unfinished" />
      <div>
        <h2 className="problem-heading">{t("verdict.unfinished")}</h2>
        <p className="quiet">{t(isLacking ? "problems.beginLacking" : "problems.begin")}</p>
      </div>
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

function Groups({ groups, cures }: { groups: readonly ProblemGroup[]; cures: OfferedCures }) {
  if (groups.length === 0) return null;
  return (
    <ul className="problem-groups">
      {groups.map((group) => (
        <ProblemGroupItem key={JSON.stringify(group.place)} group={group} cures={cures} />
      ))}
    </ul>
  );
}
