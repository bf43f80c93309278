import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { vacantCountQuery } from "../positions/position-operations.js";
import { showsPositions } from "./shows-types.js";

/** How many positions nobody holds, or soon nobody will; nothing for none. */
export function VacantBadge() {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: vacantCountQuery, context: showsPositions });
  const count = data?.vacantPositions.length ?? 0;
  if (count === 0) return null;
  return (
    <span className="rail-badge">
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{t("nav.vacant", { count })}</span>
    </span>
  );
}
