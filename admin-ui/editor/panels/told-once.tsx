import { useTranslation } from "react-i18next";
import { useFormat } from "../../app/use-format.js";
import type { ProblemGroup } from "./group-problems.js";
import { ProblemSign } from "./problem-sign.js";

/** The sentence over the links to all the places of which it is said. */
export function ToldOnce({ group, count }: { group: ProblemGroup; count: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [first] = group.problems;
  if (first === undefined) return null;
  const { rule, level } = first;
  if (group.place.type === "rows") {
    const words = group.place.follows ? t(`problemRows.${rule}`) : t(`problemRowsAlone.${rule}`);
    return <div className="note-place">{words}</div>;
  }
  return (
    <p className="told-once">
      <ProblemSign level={level} />
      {t(`problemAlike.${rule}`, { number: format.number(count) })}
    </p>
  );
}
