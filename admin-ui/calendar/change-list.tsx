import { useTranslation } from "react-i18next";
import { useFormat } from "../app/use-format.js";
import { fieldLabel, fieldWording } from "./calendar-words.js";

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
          <div className="quiet">{fieldLabel(field, after ?? before, t, format)}</div>
          {before !== null && <del>{fieldWording(field, before)}</del>}{" "}
          {before !== null && after !== null && "→"}{" "}
          {after === null ? (
            <em>{t("calendar.removed")}</em>
          ) : (
            <ins>{fieldWording(field, after)}</ins>
          )}
        </li>
      ))}
    </ul>
  );
}
