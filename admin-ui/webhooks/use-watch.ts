import { useCallback, useEffect, useState } from "react";

const everyMs = 1_000;
const looks = 20;

/** Something was sent and its outcome comes in a moment: `tick` changes while one should look again. */
export interface Watch {
  readonly tick: number;
  readonly begin: () => void;
}

export function useWatch(): Watch {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left === 0) return undefined;
    const timer = setTimeout(() => setLeft(left - 1), everyMs);
    return () => clearTimeout(timer);
  }, [left]);
  const begin = useCallback(() => setLeft(looks), []);
  return { tick: left, begin };
}
