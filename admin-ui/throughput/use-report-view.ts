import { useCallback, useEffect, useMemo } from "react";
import { useSearchParams } from "react-router";
import { useMe } from "../app/session.js";
import { keepView, keptView } from "./kept-view.js";
import { readView, type ReportView, writeView } from "./report-view.js";

/**
 * What is looked at, as the address has it. An address that says nothing is what was looked at last
 * in this browser.
 */
export function useReportView(): [ReportView, (change: Partial<ReportView>) => void] {
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const search = params.toString();
  const view = useMemo(() => readView(new URLSearchParams(search)), [search]);
  useEffect(() => {
    const kept = keptView(me.id);
    if (search === "" && kept !== "") setParams(kept, { replace: true });
    // Only on arrival: whoever empties the address later wants it so.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const change = useCallback(
    (changed: Partial<ReportView>) => {
      const next = writeView({ ...view, ...changed });
      keepView(me.id, next.toString());
      setParams(next, { replace: true });
    },
    [view, me.id, setParams],
  );
  return [view, change];
}
