import { lazy, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Loading } from "../app/states.js";
import { eventsOf } from "./case-log.js";
import { type Moment, momentAt } from "./case-moments.js";
import { MomentSlider } from "./moment-slider.js";
import { MomentWords } from "./moment-words.js";
import { markKey, type StepMarks, type StepVisits } from "./step-marks.js";
import type { CaseReading } from "./use-case-reading.js";
import { caseFormId, useMomentSeq } from "./use-moment-seq.js";
import { visitCounts, visitMarks } from "./visit-marks.js";
import { VisitsDialog } from "./visits-dialog.js";

const CaseForm = lazy(async () => ({
  default: (await import("../editor/canvas/case-form.js")).CaseForm,
}));

/** The form with the state of every step, now or at the moment that the slider stands at. */
export function CaseOnForm({ reading }: { reading: CaseReading }) {
  const { t } = useTranslation();
  const { item, graph, moments } = reading;
  const [seq, setSeq] = useMomentSeq();
  const [asked, setAsked] = useState<string | null>(null);
  const past = momentAt(moments, seq);
  const shown = past ?? moments.at(-1) ?? null;
  const marks = useMemo(() => marksOf(reading, past, shown), [reading, past, shown]);
  const visits = useMemo<StepVisits>(() => {
    const counts = shown === null ? new Map() : visitCounts(shown.state);
    return {
      counts,
      label: (node, lane) =>
        t("visits.stepLabel", {
          step: reading.names.node(node, 1),
          lane: reading.names.lane(lane),
          mark: t(`mark.${marks.get(markKey(node, lane)) ?? "done"}`),
          count: counts.get(node) ?? 0,
        }),
      open: setAsked,
    };
  }, [shown, marks, reading, t]);
  // By its key: what is read anew while the case goes on must not move the form again.
  const node = past === null ? null : nodeOf(reading, past);
  const reveal = useMemo(() => (node === null ? null : { node }), [node]);
  return (
    <section
      id={caseFormId}
      className="case-form"
      aria-label={t("case.onTheForm")}
      data-past={past !== null || undefined}
    >
      <h2 className="section-title">{t("case.onTheForm")}</h2>
      <Suspense fallback={<Loading />}>
        <CaseForm version={item.version} marks={marks} visits={visits} reveal={reveal} />
      </Suspense>
      <MomentSlider reading={reading} past={past} onSeek={setSeq} />
      {shown !== null && <MomentWords reading={reading} moment={shown} isPast={past !== null} />}
      <VisitsDialog
        reading={reading}
        node={graph.nodes.find(({ key }) => key === asked) ?? null}
        until={past?.seq ?? null}
        onClose={() => setAsked(null)}
      />
    </section>
  );
}

/** Where the reader can act themselves, they are; nobody is in the past. */
function marksOf(reading: CaseReading, past: Moment | null, shown: Moment | null): StepMarks {
  if (shown === null) return new Map();
  const marks = new Map(visitMarks(reading.graph, shown.state));
  if (past !== null) return marks;
  for (const { canComplete, node, lane } of reading.item.openTasks) {
    if (canComplete) marks.set(markKey(node.key, lane.key), "here");
  }
  return marks;
}

/** The step that the entry of a moment is about. */
function nodeOf({ item }: CaseReading, { seq, state }: Moment): string | null {
  const entry = item.history.find((one) => one.seq === seq);
  if (entry === undefined) return null;
  for (const event of eventsOf(entry)) {
    const task = "task" in event ? state.tasks[(event.task ?? 0) - 1] : undefined;
    const visit = task?.visit ?? ("visit" in event ? event.visit : 0);
    const node = state.visits[visit - 1]?.node;
    if (node !== undefined) return node;
  }
  return null;
}
