import { useTranslation } from "react-i18next";
import { useFormat } from "../app/use-format.js";
import type { AppointmentFieldsFragment } from "../generated/graphql.js";

/** "1–5 Desember 2026", "sejak 1 Desember 2026", "s.d. …"; nothing for who has always held it. */
export function useDays(): (appointment: {
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ firstDay, lastDay }) => {
    if (firstDay !== null && lastDay !== null) return format.days(firstDay, lastDay);
    if (firstDay !== null) return t("positions.since", { date: format.day(firstDay) });
    return lastDay === null ? "" : t("positions.until", { date: format.day(lastDay) });
  };
}

/** Who holds a position, as what, for whom and on which days. */
export function HolderLine({ appointment }: { appointment: AppointmentFieldsFragment }) {
  const { t } = useTranslation();
  const days = useDays()(appointment);
  const { capacity, person, standsInFor } = appointment;
  return (
    <div className="holder-line">
      <span>
        {capacity !== "DEFINITIVE" && (
          <span className="capacity">{t(`capacity.${capacity}`)} </span>
        )}
        <strong>{person.name}</strong>
      </span>
      {(standsInFor !== null || days !== "") && (
        <span className="quiet">
          {standsInFor !== null && t("positions.for", { name: standsInFor.name })}
          {standsInFor !== null && days !== "" && " · "}
          {days}
        </span>
      )}
    </div>
  );
}
