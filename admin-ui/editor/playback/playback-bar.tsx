import { ActionIcon } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useEffect, useRef, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { ArrowLeftIcon, ArrowRightIcon, CloseIcon } from "../../app/icons.js";
import { PauseIcon, PlayIcon } from "../../cases/story-icons.js";
import type { Playable } from "./playback.js";
import { TraceSign, type LegendSign } from "./trace-sign.js";
import type { PlayedRun } from "./use-playback.js";
import "./playback-bar.css";

/** Frames; of more, one wants to get to any of them at once. */
const longRun = 9;

/** Under the form while a run is played on it: what is seen, and ways to another step of it. */
export function PlaybackBar({ played }: { played: PlayedRun }) {
  const { t } = useTranslation();
  const { at, count, frame, sentence, isPlaying, go, toggle, close } = played;
  const last = count - 1;
  const play = useRef<HTMLButtonElement>(null);
  const { ref, height } = useElementSize();
  // The form above it ends where it begins.
  useEffect(() => {
    const place = play.current?.closest<HTMLElement>(".canvas-place");
    place?.style.setProperty("--playback", `${height}px`);
    return () => void place?.style.removeProperty("--playback");
  }, [height]);
  useEffect(() => {
    const opener = document.activeElement;
    // Once what it was begun from, which may lie over the form, is out of the way.
    const timer = setTimeout(() => {
      play.current?.focus({ preventScroll: true });
      play.current?.closest(".playback-bar")?.scrollIntoView({ block: "nearest" });
    }, 60);
    return () => {
      clearTimeout(timer);
      const isNowhere = document.activeElement === document.body;
      if (isNowhere && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);
  useKeysOfPage(played);
  return (
    <div className="playback-bar" ref={ref}>
      <div
        className="playback-inner"
        role="group"
        aria-label={t("trace.group")}
        data-testid="playback"
        onKeyDown={(event) => onKey(event, played)}
      >
        <div className="playback-buttons">
          <Step label={t("trace.back")} disabled={at === 0} onPress={() => go(at - 1)}>
            <ArrowLeftIcon />
          </Step>
          <ActionIcon
            ref={play}
            variant="filled"
            size={36}
            aria-label={t(isPlaying ? "trace.pause" : "trace.play")}
            onClick={toggle}
          >
            {isPlaying ? <PauseIcon /> : <PlayIcon />}
          </ActionIcon>
          <Step label={t("trace.next")} disabled={at >= last} onPress={() => go(at + 1)}>
            <ArrowRightIcon />
          </Step>
        </div>
        <span className="playback-place" aria-hidden="true">
          {at + 1} / {count}
        </span>
        <p className="playback-sentence" data-trouble={frame.isTrouble || undefined}>
          {sentence}
        </p>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          className="playback-close"
          aria-label={t("trace.close")}
          onClick={close}
        >
          <CloseIcon />
        </ActionIcon>
        {count > longRun && (
          <input
            type="range"
            className="playback-range"
            aria-label={t("trace.range")}
            aria-valuetext={t("trace.said", { number: at + 1, count, sentence })}
            min={0}
            max={last}
            value={at}
            onChange={(event) => go(Number(event.currentTarget.value))}
          />
        )}
        <TraceLegend played={played} />
        <div className="visually-hidden" aria-live="polite">
          {t("trace.said", { number: at + 1, count, sentence })}
        </div>
      </div>
    </div>
  );
}

/** What the signs on the form mean, of those that are on it. */
function TraceLegend({ played: { frame, problem } }: { played: PlayedRun }) {
  const { t } = useTranslation();
  const isMissing = ({ edgeKeys }: Playable) => edgeKeys.some((key) => !frame.waiting.has(key));
  const signs: LegendSign[] = [
    "done",
    ...([...frame.marks.values()].includes("open") ? (["open"] as const) : []),
    ...(frame.waiting.size > 0 ? (["waiting"] as const) : []),
    ...(frame.isTrouble && isMissing(problem) ? (["missing"] as const) : []),
  ];
  return (
    <ul className="playback-legend">
      {signs.map((sign) => (
        <li key={sign} data-of={sign}>
          <TraceSign of={sign} />
          {t(`trace.legend.${sign}`)}
        </li>
      ))}
    </ul>
  );
}

function Step(props: {
  label: string;
  disabled: boolean;
  onPress: () => void;
  children: React.ReactNode;
}) {
  return (
    <ActionIcon
      variant="default"
      size={36}
      aria-label={props.label}
      // It keeps the focus at the end of the run, from where one goes back.
      aria-disabled={props.disabled}
      {...(props.disabled && { "data-disabled": true })}
      onClick={() => !props.disabled && props.onPress()}
    >
      {props.children}
    </ActionIcon>
  );
}

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

const ways: Readonly<Record<string, (played: PlayedRun) => void>> = {
  ArrowRight: ({ go, at }) => go(at + 1),
  ArrowLeft: ({ go, at }) => go(at - 1),
  Home: ({ go }) => go(0),
  End: ({ go, count }) => go(count - 1),
  Escape: ({ close }) => close(),
};

const wayOf = (event: Key): ((played: PlayedRun) => void) | undefined =>
  event.ctrlKey || event.metaKey || event.altKey || event.shiftKey ? undefined : ways[event.key];

function onKey(event: KeyboardEvent, played: PlayedRun): void {
  const way = wayOf(event);
  if (way === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  way(played);
}

/** The same keys where the keyboard is nowhere; the space bar too, which on a button presses it. */
function useKeysOfPage(played: PlayedRun): void {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || event.target !== document.body) return;
      const way = event.key === " " ? ({ toggle }: PlayedRun) => toggle() : wayOf(event);
      if (way === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      way(played);
    };
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, [played]);
}
