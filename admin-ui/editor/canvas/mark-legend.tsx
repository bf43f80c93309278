import { useTranslation } from "react-i18next";
import type { StepMark, StepMarks } from "../../cases/step-marks.js";

const order: readonly StepMark[] = ["here", "claimed", "open", "done", "undone", "withdrawn"];

/** What the colours on the form mean; only those that are on it. `here` says who or what is there. */
export function MarkLegend(props: { marks: StepMarks; here?: string }) {
  const { t } = useTranslation();
  const present = new Set(props.marks.values());
  return (
    <ul className="mark-legend">
      {order
        .filter((mark) => present.has(mark))
        .map((mark) => (
          <li key={mark}>
            <span className="symbol legend-symbol" data-mark={mark}>
              <svg width="22" height="13" aria-hidden="true">
                <rect x="0.75" y="0.75" width="20.5" height="11.5" />
              </svg>
            </span>
            {mark === "here" && props.here !== undefined ? props.here : t(`mark.${mark}`)}
          </li>
        ))}
    </ul>
  );
}
