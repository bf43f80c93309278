import { useTranslation } from "react-i18next";
import type { ChangeGroup } from "../../../domain/index.js";
import { useFormat } from "../../app/use-format.js";
import { allMarks, countMarks } from "./change-marks.js";
import { MarkSign } from "./mark-sign.js";

/** How much changed, by kind; also says what the signs on the form mean. */
export function ChangeCounts({ groups }: { groups: readonly ChangeGroup[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const counts = countMarks(groups);
  return (
    <ul className="change-counts">
      {allMarks
        .filter((mark) => counts.has(mark))
        .map((mark) => (
          <li key={mark} data-mark={mark}>
            <MarkSign mark={mark} />
            {t(`compare.count.${mark}`, { number: format.number(counts.get(mark) ?? 0) })}
          </li>
        ))}
    </ul>
  );
}
