import { useCallback } from "react";
import { useSearchParams } from "react-router";

/** Where on the page the moment is shown. */
export const caseFormId = "formulir";

/** Which entry of the log the page stands at, kept in its address; `null` is now. */
export function useMomentSeq(): readonly [number | null, (seq: number | null) => void] {
  const [params, setParams] = useSearchParams();
  const text = params.get("seq");
  const seq = text === null || !/^\d{1,9}$/.test(text) ? null : Number(text);
  const setSeq = useCallback(
    (next: number | null) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          if (next === null) after.delete("seq");
          else after.set("seq", String(next));
          return after;
        },
        // At once: a slider that is moved again before it was drawn would go on from where it was.
        { replace: true, preventScrollReset: true, flushSync: true },
      ),
    [setParams],
  );
  return [seq, setSeq];
}
