import { useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Graph, StandardTimes } from "../../../domain/index.js";
import { useFormat } from "../../app/use-format.js";
import { pathWords } from "./path-words.js";

/** Ways that are shown at first. */
const few = 5;

/** The ways of a case by the outcomes of its decisions, the most likely first, and the rest in one line. */
export function TimesPaths(props: {
  graph: Graph;
  times: StandardTimes;
  words: (minutes: number) => string;
}) {
  const { graph, times, words } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const title = useId();
  const [isWhole, setWhole] = useState(false);
  const { paths, others } = times;
  const wordsOf = useMemo(() => pathWords(graph, t), [graph, t]);
  // Without a decision there is one way, and its time is what stands above.
  if (paths.every(({ outcomes }) => outcomes.length === 0)) return null;
  const shown = isWhole ? paths : paths.slice(0, few);
  return (
    <section aria-labelledby={title}>
      <h3 id={title} className="times-title">
        {t("times.paths")}
      </h3>
      <ol className="times-paths">
        {shown.map((path) => (
          <li key={path.outcomes.map(({ edge }) => edge).join(" ")}>
            <div className="times-path-head">
              <strong>{words(path.minutes)}</strong>
              <span className="quiet">{format.percent(path.likelihood)}</span>
            </div>
            <div className="times-path-words">{wordsOf(path)}</div>
          </li>
        ))}
        {others.likelihood > 0 && (isWhole || paths.length <= few) && (
          <li>
            <div className="times-path-head">
              <span className="quiet">
                {others.count === null
                  ? t("times.others")
                  : t("times.othersCounted", { count: others.count })}
              </span>
              <span className="quiet">{format.percent(others.likelihood)}</span>
            </div>
          </li>
        )}
      </ol>
      {!isWhole && paths.length > few && (
        <button type="button" className="link-button" onClick={() => setWhole(true)}>
          {t("times.showAll", { count: paths.length - few })}
        </button>
      )}
      <p className="quiet times-note">{t("times.odds")}</p>
    </section>
  );
}
