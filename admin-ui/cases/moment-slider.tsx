import { ActionIcon, Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ArrowLeftIcon, ArrowRightIcon } from "../app/icons.js";
import type { Moment } from "./case-moments.js";
import { PauseIcon, PlayIcon } from "./story-icons.js";
import type { CaseReading } from "./use-case-reading.js";

/** How long each entry of the log stays on the screen while the case is played. */
const stepMs = 1_400;

/** One stop per entry of the log; the last one is now. */
export function MomentSlider(props: {
  reading: CaseReading;
  /** `null`: the slider stands at now. */
  past: Moment | null;
  onSeek: (seq: number | null) => void;
}) {
  const { t } = useTranslation();
  const { past, onSeek } = props;
  const { moments, format } = props.reading;
  const [isPlaying, setPlaying] = useState(false);
  const last = moments.length - 1;
  const index = past === null ? last : moments.indexOf(past);
  const isPlayed = isPlaying && index < last;
  const seek = (to: number) => onSeek(to >= last ? null : (moments[Math.max(0, to)]?.seq ?? null));
  const next = moments[index + 1];
  useEffect(() => {
    if (!isPlayed || next === undefined) return;
    const timer = setTimeout(() => onSeek(index + 1 >= last ? null : next.seq), stepMs);
    return () => clearTimeout(timer);
  }, [isPlayed, next, index, last, onSeek]);
  if (last < 1) return null;
  const step = (to: number) => {
    setPlaying(false);
    seek(to);
  };
  const play = () => {
    setPlaying(!isPlayed);
    if (!isPlayed && index === last) seek(0);
  };
  const { at } = moments[index]!;
  return (
    <div className="moment-slider" role="group" aria-label={t("moment.group")}>
      <div className="moment-buttons">
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t("moment.previous")}
          disabled={index === 0}
          onClick={() => step(index - 1)}
        >
          <ArrowLeftIcon />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t(isPlayed ? "moment.pause" : "moment.play")}
          onClick={play}
        >
          {isPlayed ? <PauseIcon /> : <PlayIcon />}
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t("moment.next")}
          disabled={index === last}
          onClick={() => step(index + 1)}
        >
          <ArrowRightIcon />
        </ActionIcon>
      </div>
      <input
        type="range"
        className="moment-range"
        aria-label={t("moment.slider")}
        aria-valuetext={t("moment.value", {
          number: index + 1,
          count: moments.length,
          time: format.dateTime(at),
        })}
        min={0}
        max={last}
        step={1}
        value={index}
        onChange={(event) => step(Number(event.currentTarget.value))}
      />
      <Button
        variant={past === null ? "default" : "filled"}
        disabled={past === null}
        onClick={() => step(last)}
      >
        {t("moment.backToNow")}
      </Button>
    </div>
  );
}
