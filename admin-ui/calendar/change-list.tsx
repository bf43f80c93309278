import { useTranslation } from "react-i18next";
import { useFormat } from "../app/use-format.js";
import { fieldLabel } from "./calendar-words.js";

/** What changed, each as it was and as it is. */
export function ChangeList(props: {
  changes: readonly {
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className="change-list">
      {props.changes.map(({ field, before, after }) => (
        <li key={field}>
          <div className="quiet">{fieldLabel(field, t, format)}</div>
          {before !== null && <del>{before}</del>} {before !== null && after !== null && "→"}{" "}
          {after === null ? <em>{t("calendar.removed")}</em> : <ins>{after}</ins>}
        </li>
      ))}
    </ul>
  );
}
