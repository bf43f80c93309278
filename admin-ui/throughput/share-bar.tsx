import { useTranslation } from "react-i18next";
import type { ReportLane } from "./throughput-operations.js";
import type { ReportWords } from "./use-words.js";

const states = ["queue", "work", "rework", "requester", "childSop", "held"] as const;

/** How much of all time a lane had, and what it was: drawn, and said to whoever does not see it. */
export function ShareBar(props: {
  working: ReportLane["working"];
  /** Of all lanes' working time, 0 to 1. */
  share: number;
  largest: number;
  words: ReportWords;
}) {
  const { t } = useTranslation();
  const { working, share, largest, words } = props;
  const parts = states.filter((state) => working[state] > 0);
  const said = parts
    .map((state) =>
      t("throughput.stateTime", {
        state: t(`throughput.states.${state}`),
        time: words.workingTime(working[state]),
      }),
    )
    .join(", ");
  return (
    <div className="share" title={said}>
      <span className="share-number">{words.part(share)}</span>
      <span className="share-bar" aria-hidden="true">
        {largest > 0 &&
          parts.map((state) => (
            <span
              key={state}
              data-state={state}
              style={{
                width: `${(100 * (share / largest) * working[state]) / Math.max(1, working.total)}%`,
              }}
            />
          ))}
      </span>
      <span className="visually-hidden">{said}</span>
    </div>
  );
}

export function ShareLegend() {
  const { t } = useTranslation();
  return (
    <ul className="chart-legend">
      {states.map((state) => (
        <li key={state}>
          <span className="share-sample" data-state={state} aria-hidden="true" />
          {t(`throughput.states.${state}`)}
        </li>
      ))}
    </ul>
  );
}
