import { useCallback, useEffect, useState } from "react";

const everyMs = 1_000;
const looks = 20;
/** What waits for longer is tried seldom. */
const waitingEveryMs = 5_000;

/**
 * Something was sent and its outcome comes in a moment, or something waits: `tick` grows while one
 * should look again.
 */
export interface Watch {
  readonly tick: number;
  readonly begin: () => void;
}

export function useWatch(waits: boolean): Watch {
  const [left, setLeft] = useState(0);
  const [tick, setTick] = useState(0);
  useEffect(() => {
    if (left === 0 && !waits) return undefined;
    const look = () => {
      setTick(tick + 1);
      setLeft(Math.max(0, left - 1));
    };
    const timer = setTimeout(look, left > 0 ? everyMs : waitingEveryMs);
    return () => clearTimeout(timer);
  }, [left, tick, waits]);
  const begin = useCallback(() => setLeft(looks), []);
  return { tick, begin };
}
