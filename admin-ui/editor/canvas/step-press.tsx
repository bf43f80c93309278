import { useContext } from "react";
import { StepVisitsContext } from "./step-visits-context.js";

/** Over a box that a case has come to: opens its visits, and counts them where there are several. */
export function StepPress({ node, lane }: { node: string; lane: string }) {
  const visits = useContext(StepVisitsContext);
  const count = visits?.counts.get(node) ?? 0;
  if (visits === null || count === 0) return null;
  const badge = visits.badge === undefined ? timesOf(count) : visits.badge(node, lane);
  return (
    <>
      {badge !== null && (
        <span className="symbol-count" aria-hidden="true">
          {badge}
        </span>
      )}
      <button
        type="button"
        className="symbol-press"
        aria-label={visits.label(node, lane)}
        title={visits.label(node, lane)}
        onClick={() => visits.open(node, lane)}
      />
    </>
  );
}

const timesOf = (count: number): string | null => (count > 1 ? `${count}×` : null);
