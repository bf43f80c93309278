import { useTranslation } from "react-i18next";
import { useFormat } from "../app/use-format.js";

interface Vacancy {
  readonly from: string;
  readonly until: string | null;
  readonly isNow: boolean;
}

/** That nobody holds it, or from when nobody will; and when it is held again. */
export function VacancyState({ vacancy }: { vacancy: Vacancy }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { from, until, isNow } = vacancy;
  return (
    <span className={isNow ? "state late" : "state"} data-tone={isNow ? "late" : "confirm"}>
      {isNow ? t("positions.vacant") : t("positions.vacantFrom", { date: format.date(from) })}
      {until !== null && t("positions.heldAgain", { date: format.date(until) })}
    </span>
  );
}
