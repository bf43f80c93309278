const size = 9;

/** What stands on an arrow: a branch that has come and waits, or that none ever comes. */
export const TraceMark = { waiting: Waiting, missing: Missing } as const;

/** `count`: how many wait there. */
function Waiting({ count = 1 }: { count?: number }) {
  return (
    <g className="trace-token">
      <circle r={count > 1 ? size : 6.5} />
      {count > 1 && <text y={4}>{count}</text>}
    </g>
  );
}

function Missing() {
  return (
    <g className="trace-cross">
      <circle r={size} />
      <path d="M-4 -4L4 4M4 -4L-4 4" />
    </g>
  );
}

/** What a box is filled with once its step is done, and while it is open. */
const boxes = {
  done: () => <rect className="trace-box" data-of="done" x={-8} y={-6} width={16} height={12} />,
  open: () => <rect className="trace-box" data-of="open" x={-8} y={-6} width={16} height={12} />,
} as const;

const legend = { ...boxes, ...TraceMark };

export type LegendSign = keyof typeof legend;

/** The same in a legend. */
export function TraceSign({ of }: { of: LegendSign }) {
  const Mark = legend[of];
  return (
    <svg width="18" height="18" viewBox="-11 -11 22 22" aria-hidden="true">
      <Mark />
    </svg>
  );
}
