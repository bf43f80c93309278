import { useTranslation } from "react-i18next";
import type { LeftOut } from "../../../domain/index.js";
import { useFormat } from "../../app/use-format.js";

/** So many are listed; a whole column that is left out says so at its heading. */
const listed = 100;

/** The texts that are not taken, with the reason: nothing is dropped in silence. */
export function LeftOutList({ leftOut }: { leftOut: readonly LeftOut[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const real = leftOut.filter(({ why }) => why !== "HEADING" && why !== "NUMBERING");
  if (real.length === 0) return null;
  return (
    <details className="left-out">
      <summary>
        {t("paste.leftOut", { count: real.length, number: format.number(real.length) })}
      </summary>
      <ul>
        {real.slice(0, listed).map(({ row, column, text, why }) => (
          <li key={`${row}:${column}:${why}`}>
            <span className="quiet">
              {t("paste.leftOutWhere", { row: format.number(row + 1) })} {t(`paste.why.${why}`)}:
            </span>{" "}
            <span className="left-out-text">{text}</span>
          </li>
        ))}
        {real.length > listed && (
          <li className="quiet">
            {t("paste.leftOutMore", { number: format.number(real.length - listed) })}
          </li>
        )}
      </ul>
    </details>
  );
}
