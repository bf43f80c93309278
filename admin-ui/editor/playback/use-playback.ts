import { useReducedMotion } from "@mantine/hooks";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Graph } from "../../../domain/index.js";
import { isSameFlow } from "../gate/is-same-flow.js";
import { frameTeller } from "./frame-sentence.js";
import { playbackOf, type Playable, type PlaybackFrame } from "./playback.js";

/** ms that a frame stands: long enough to read its sentence, and less where there are many. */
const frameMs = (count: number): number => Math.max(900, Math.min(2200, 45_000 / count));

/** A run that is being played on a form. */
export interface PlayedRun {
  readonly at: number;
  readonly count: number;
  readonly frame: PlaybackFrame;
  readonly sentence: string;
  /** What is played. */
  readonly problem: Playable;
  readonly isPlaying: boolean;
  /** To another frame; it stands there. */
  go(at: number): void;
  /** Goes on by itself, from the beginning where it stands at the end; or stops. */
  toggle(): void;
  close(): void;
}

/**
 * Plays the run of `problem` on the form; `null` where there is none. It is played on the drawing
 * that it was found in: once cases go other ways, it is over. Whoever wants no motion steps through.
 */
export function usePlayback(
  graph: Graph,
  problem: Playable | null,
  onClose: () => void,
): PlayedRun | null {
  const { t, i18n } = useTranslation();
  const isStill = useReducedMotion() === true;
  const [opened, setOpened] = useState<{ problem: Playable; graph: Graph } | null>(null);
  const [at, setAt] = useState(0);
  const [isWished, setPlaying] = useState(false);
  if (problem !== (opened?.problem ?? null)) {
    setOpened(problem === null ? null : { problem, graph });
    setAt(0);
    setPlaying(!isStill);
  }
  const shown = problem === null || opened?.problem !== problem ? null : opened;
  const playback = useMemo(
    () => (shown === null ? null : playbackOf(shown.graph, shown.problem)),
    [shown],
  );
  const tell = useMemo(
    () => (shown === null ? null : frameTeller(graph, shown.problem, t, i18n.language)),
    [shown, graph, t, i18n.language],
  );
  const isOver = shown !== null && !isSameFlow(shown.graph, graph);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  }, [onClose]);
  useEffect(() => {
    if (isOver) close.current();
  }, [isOver]);
  const last = (playback?.count ?? 1) - 1;
  const isPlaying = isWished && at < last && shown !== null;
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => setAt(at + 1), frameMs(last + 1));
    return () => clearTimeout(timer);
  }, [isPlaying, at, last]);
  const go = useCallback(
    (to: number) => {
      setPlaying(false);
      setAt(Math.max(0, Math.min(last, to)));
    },
    [last],
  );
  const toggle = useCallback(() => {
    setPlaying(!isPlaying);
    if (!isPlaying && at === last) setAt(0);
  }, [isPlaying, at, last]);
  return useMemo(() => {
    if (shown === null || playback === null || tell === null || isOver) return null;
    const frame = playback.frame(Math.min(at, last));
    return {
      at,
      count: playback.count,
      frame,
      sentence: tell(frame),
      problem: shown.problem,
      isPlaying,
      go,
      toggle,
      close: () => close.current(),
    };
  }, [shown, playback, tell, isOver, at, last, isPlaying, go, toggle]);
}
