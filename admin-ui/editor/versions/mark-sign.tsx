import type { ChangeMark } from "./change-marks.js";

const strokes: Record<ChangeMark, string> = {
  added: "M8 3.5v9M3.5 8h9",
  removed: "M3.5 8h9",
  changed: "M3 9c1.6-2.6 3.3-2.6 5-1s3.4 1.6 5-1",
  moved: "M8 3v10M5 5.8L8 2.8l3 3M5 10.2l3 3 3-3",
};

/** In a square of 16 units. */
export const signPath = (mark: ChangeMark): string => strokes[mark];

/** The sign of a kind of change: a plus, a minus, a wave, an arrow up and down. */
export function MarkSign({ mark }: { mark: ChangeMark }) {
  return (
    <span className="mark-sign" data-mark={mark} aria-hidden="true">
      <svg width="16" height="16" viewBox="0 0 16 16">
        <path d={signPath(mark)} />
      </svg>
    </span>
  );
}
