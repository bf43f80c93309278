import { ActionIcon } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  runOfPath,
  type Graph,
  type OutcomePath,
  type StandardTimes,
} from "../../../domain/index.js";
import { useFormat } from "../../app/use-format.js";
import { PlayIcon } from "../../cases/story-icons.js";
import { playableWay, type Playable } from "../playback/playback.js";
import { pathWords } from "./path-words.js";

/** Ways that are shown at first. */
const few = 5;

/** The ways of a case by the outcomes of its decisions, the most likely first, and the rest in one line. */
export function TimesPaths(props: {
  graph: Graph;
  times: StandardTimes;
  words: (minutes: number) => string;
  onPlay: (way: Playable) => void;
}) {
  const { graph, times, words, onPlay } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const title = useId();
  const [isWhole, setWhole] = useState(false);
  const { paths, others } = times;
  const wordsOf = useMemo(() => pathWords(graph, t), [graph, t]);
  // Without a decision there is one way, and its time is what stands above.
  if (paths.every(({ outcomes }) => outcomes.length === 0)) return null;
  const play = (path: OutcomePath): void => {
    const run = runOfPath(graph, path);
    // What was told of may be gone by now, or have a step that stands in no lane.
    if (run === null) notifications.show({ message: t("times.cannotPlay") });
    else onPlay(playableWay(run, t("trace.ends", { time: words(path.minutes) })));
  };
  const shown = isWhole ? paths : paths.slice(0, few);
  return (
    <section aria-labelledby={title}>
      <h3 id={title} className="times-title">
        {t("times.paths")}
      </h3>
      <ol className="times-paths">
        {shown.map((path) => (
          <li key={path.outcomes.map(({ edge }) => edge).join(" ")}>
            <strong>{words(path.minutes)}</strong>
            <span className="quiet">{format.percent(path.likelihood)}</span>
            <span className="times-path-words">{wordsOf(path)}</span>
            <ActionIcon
              variant="subtle"
              size={36}
              className="times-path-play"
              aria-label={t("times.play", { path: wordsOf(path) })}
              onClick={() => play(path)}
            >
              <PlayIcon />
            </ActionIcon>
          </li>
        ))}
        {others.likelihood > 0 && (isWhole || paths.length <= few) && (
          <li>
            <span className="quiet">
              {others.count === null
                ? t("times.others")
                : t("times.othersCounted", { count: others.count })}
            </span>
            <span className="quiet">{format.percent(others.likelihood)}</span>
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
