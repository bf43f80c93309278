import { VisuallyHidden } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../app/use-format.js";
import { useProblems } from "./draft-problems.js";

/** How many problems there are, in a dot; a change is said once the drawing rests. */
export function ProblemCount({ count }: { count: number }) {
  const format = useFormat();
  if (count === 0) return null;
  return (
    <span className="count-dot" data-tone="late">
      {format.number(count)}
    </span>
  );
}

/** How many problems the draft has, and how many warnings. */
export function ProblemCounts() {
  const { errors, warnings } = useProblems();
  return (
    <>
      <ProblemCount count={errors.length} />
      <WarningCount count={warnings.length} />
    </>
  );
}

/** How many things the rules only advise against. */
function WarningCount({ count }: { count: number }) {
  const format = useFormat();
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <span className="count-dot" data-tone="calm">
      <span aria-hidden="true">{format.number(count)}</span>
      <VisuallyHidden>{t("problems.warnings", { count })}</VisuallyHidden>
    </span>
  );
}

/** Tells who hears the page how many problems are left. */
export function ProblemAnnouncer() {
  const { t } = useTranslation();
  const count = useProblems().errors.length;
  const [settled] = useDebouncedValue(count, 1500);
  return (
    <VisuallyHidden aria-live="polite" data-testid="problem-count">
      {t("problems.count", { count: settled })}
    </VisuallyHidden>
  );
}
