import { VisuallyHidden } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../app/use-format.js";
import { useHasBegun } from "../gate/use-has-begun.js";
import { useProblems } from "./draft-problems.js";

/** How many problems there are, in a dot; before the first step is drawn, how much is to be done. */
export function ProblemCount({ count }: { count: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const hasBegun = useHasBegun();
  if (count === 0) return null;
  if (!hasBegun) return <CalmCount count={count} words={t("problems.lacking", { count })} />;
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
  const { t } = useTranslation();
  return count === 0 ? null : <CalmCount count={count} words={t("problems.warnings", { count })} />;
}

/** A number that is no cause for alarm, and what it counts in words. */
function CalmCount({ count, words }: { count: number; words: string }) {
  const format = useFormat();
  return (
    <span className="count-dot" data-tone="calm">
      <span aria-hidden="true">{format.number(count)}</span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}

/** Tells who hears the page how many problems are left, once the drawing rests. */
export function ProblemAnnouncer() {
  const { t } = useTranslation();
  const count = useProblems().errors.length;
  const hasBegun = useHasBegun();
  const [settled] = useDebouncedValue(count, 1500);
  return (
    <VisuallyHidden aria-live="polite" data-testid="problem-count">
      {t(hasBegun ? "problems.count" : "problems.lacking", { count: settled })}
    </VisuallyHidden>
  );
}
