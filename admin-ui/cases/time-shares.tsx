import { useTranslation } from "react-i18next";
import type { CaseQuery } from "../generated/graphql.js";
import { workingAmount } from "../worklist/working-amount.js";
import type { CaseView } from "./case-operations.js";
import { lanesOfShares } from "./lanes-of-shares.js";
import "./time-shares.css";

export type TimeShare = Extract<
  NonNullable<CaseQuery["node"]>,
  { __typename: "Instance" }
>["timeShares"][number];

/** Where a case's working time went, lane by lane: as bars to look at and in words beside them. */
export function TimeShares({ item }: { item: CaseView }) {
  const { t } = useTranslation();
  const lanes = lanesOfShares(item.timeShares);
  const longest = Math.max(1, ...lanes.map(({ working }) => working));
  if (lanes.length === 0) return null;
  const wordsOf = ({ state, isRework, workingParts }: TimeShare): string => {
    const amount = workingAmount(workingParts, t) ?? t("timeShare.less");
    const words = t(`timeShare.states.${state}`, { amount });
    return isRework ? t("timeShare.again", { words }) : words;
  };
  return (
    <section className="sheet sheet-pad" aria-label={t("timeShare.title")}>
      <h2 className="section-title">{t("timeShare.title")}</h2>
      <ul className="time-shares">
        {lanes.map(({ lane, shares, working }) => (
          <li key={lane?.key ?? ""}>
            <h3>{lane?.name ?? t("timeShare.nobody")}</h3>
            <div className="time-bar" aria-hidden="true">
              {working > 0 &&
                shares.map((share) => (
                  <span
                    key={`${share.state} ${share.isRework}`}
                    data-state={share.state}
                    data-again={share.isRework || undefined}
                    style={{ width: `${(100 * share.working) / longest}%` }}
                  />
                ))}
            </div>
            <div className="quiet">{shares.map(wordsOf).join(" · ")}</div>
          </li>
        ))}
      </ul>
      <p className="quiet time-shares-note">{t("timeShare.note")}</p>
    </section>
  );
}
