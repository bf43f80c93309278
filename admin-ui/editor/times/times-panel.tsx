import { useTranslation } from "react-i18next";
import type { Graph, StandardTimes } from "../../../domain/index.js";
import { useTimeWords } from "../../catalogue/use-time-words.js";
import { rowNamer } from "../panels/problem-text.js";
import type { Playable } from "../playback/playback.js";
import { TimesPaths } from "./times-paths.js";
import type { TimesOfDrawing } from "./use-sop-times.js";
import "./times.css";

/** How long the SOP takes at the least, as is to be expected, and at the most; and by which way. */
export function TimesPanel(props: {
  graph: Graph;
  found: TimesOfDrawing;
  onNode: (node: string) => void;
  onPlay: (way: Playable) => void;
}) {
  const { t } = useTranslation();
  const { times, minutesPerWorkingDay } = props.found;
  const words = useTimeWords(minutesPerWorkingDay, true);
  if (typeof times === "string") return <p className="quiet">{t(`times.none.${times}`)}</p>;
  const { shortest, expected, longest } = times;
  return (
    <div className="times">
      {shortest === longest ? (
        <p className="times-only">{words(expected)}</p>
      ) : (
        <dl className="times-span">
          <div>
            <dt>{t("times.shortest")}</dt>
            <dd>{words(shortest)}</dd>
          </div>
          <div data-main>
            <dt>{t("times.expected")}</dt>
            <dd>{words(expected)}</dd>
          </div>
          <div>
            <dt>{t("times.longest")}</dt>
            <dd>{words(longest)}</dd>
          </div>
        </dl>
      )}
      {times.isEstimate && <p className="quiet">{t("times.estimate")}</p>}
      <Untimed {...props} times={times} />
      <TimesPaths {...props} times={times} words={words} />
    </div>
  );
}

/** Steps shown by name before the others are counted. */
const mostNamed = 4;

/** The steps without a time: what is shown is too little by them. */
function Untimed(props: { graph: Graph; times: StandardTimes; onNode: (node: string) => void }) {
  const { t } = useTranslation();
  // What was told of may be gone by now.
  const there = new Set(props.graph.nodes.map(({ key }) => key));
  const untimed = props.times.untimed.filter((key) => there.has(key));
  const nameOf = rowNamer(props.graph, (kind) => t(`kind.${kind}`));
  if (untimed.length === 0) return null;
  return (
    <div className="times-untimed">
      <p>{t("times.untimed", { count: untimed.length })}</p>
      <ul className="pick-list">
        {untimed.slice(0, mostNamed).map((key) => (
          <li key={key}>
            <button type="button" className="link-button" onClick={() => props.onNode(key)}>
              {nameOf(key)}
            </button>
          </li>
        ))}
      </ul>
      {untimed.length > mostNamed && (
        <p className="quiet">{t("times.moreUntimed", { count: untimed.length - mostNamed })}</p>
      )}
    </div>
  );
}
