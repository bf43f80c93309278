import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { groupBy } from "../app/group-by.js";
import { rate } from "./change-of.js";
import type { Figure } from "./figure.js";
import { type FigureRow, FigureTable } from "./figure-table.js";
import { Count, Measured } from "./figures.js";
import { LaneName } from "./lane-name.js";
import { isOver } from "./report-moment.js";
import type { Report, ReportStep } from "./throughput-operations.js";
import type { ReportWords } from "./use-words.js";

/** Step by step, what it took against what it should take; SOP by SOP where there are several. */
export function StepTable(props: {
  report: Report;
  words: ReportWords;
  /** Whether one SOP was asked for, and not whether one is all that had anything. */
  isOfOneSop: boolean;
  onSop: (sopId: string) => void;
}) {
  const { t } = useTranslation();
  const { report, words, isOfOneSop, onSop } = props;
  const bySop = [...groupBy(report.steps, ({ sop }) => sop.id).values()];
  if (bySop.length === 0) return null;
  const waits = isOver(report) ? t("throughput.waitingAtEnd") : t("throughput.waitingNow");
  return (
    <section className="sheet sheet-pad" aria-labelledby="langkah">
      <h2 id="langkah" className="section-title">
        {t("throughput.bySteps")}
      </h2>
      <p className="quiet section-hint">{t("throughput.stepsHint")}</p>
      {isOfOneSop ? (
        <Steps steps={report.steps} {...{ words, waits }} isOnly />
      ) : (
        bySop.map((steps) => (
          <StepsOfSop key={steps[0]?.sop.id} {...{ steps, words, waits, onSop }} />
        ))
      )}
    </section>
  );
}

const isSlow = ({ standard, times }: ReportStep): boolean =>
  standard !== null && times.p50 !== null && times.p50 > standard;

function StepsOfSop(props: {
  steps: readonly ReportStep[];
  words: ReportWords;
  waits: string;
  onSop: (sopId: string) => void;
}) {
  const { t } = useTranslation();
  const { steps, words, waits, onSop } = props;
  const [isUnfolded, setUnfolded] = useState(false);
  const sop = steps[0]?.sop;
  if (sop === undefined) return null;
  const slow = steps.filter(isSlow).length;
  const waiting = steps.reduce((sum, step) => sum + step.waiting, 0);
  return (
    <details className="steps-of-sop" onToggle={(event) => setUnfolded(event.currentTarget.open)}>
      <summary>
        <span className="steps-title">{sop.title}</span>
        <span className="quiet">
          {t("throughput.stepCount", { count: steps.length })}
          {" · "}
          {slow === 0 ? t("throughput.noneSlow") : t("throughput.slowSteps", { count: slow })}
          {" · "}
          {t("throughput.waitingCount", { count: waiting })}
        </span>
      </summary>
      {isUnfolded && (
        <>
          <Button size="xs" variant="default" my={6} onClick={() => onSop(sop.id)}>
            {t("throughput.onlyThisSop")}
          </Button>
          <Steps {...{ steps, words, waits }} isOnly={false} />
        </>
      )}
    </details>
  );
}

interface StepProps {
  readonly step: ReportStep;
  readonly words: ReportWords;
  /** Whether the report is of this SOP alone: lanes are then its own, and not positions. */
  readonly isOnly: boolean;
  /** Whether several lanes do it. */
  readonly isJoint: boolean;
}

function Steps(props: {
  steps: readonly ReportStep[];
  words: ReportWords;
  /** What waiting is called: now, or at the end of a period that is over. */
  waits: string;
  isOnly: boolean;
}) {
  const { t } = useTranslation();
  const { steps, words, waits, isOnly } = props;
  return (
    <FigureTable
      label={t("throughput.bySteps")}
      heading={t("throughput.step")}
      hasLongNames
      columns={[
        { key: "lane", heading: t("throughput.lane"), kind: "words" },
        { key: "standard", heading: t("throughput.standard") },
        { key: "p50", heading: <Percentile name="p50">{t("throughput.actual")}</Percentile> },
        { key: "p90", heading: <Percentile name="p90">{t("throughput.actual")}</Percentile> },
        { key: "against", heading: t("throughput.againstStandard") },
        { key: "finished", heading: t("throughput.finished") },
        { key: "waiting", heading: waits },
        { key: "onTime", heading: t("throughput.onTime") },
        { key: "rework", heading: t("throughput.rework") },
      ]}
      rows={steps.map((step): FigureRow => {
        const isJoint = steps.filter(({ stepKey }) => stepKey === step.stepKey).length > 1;
        const cell = { step, words, isOnly, isJoint };
        const { times } = step;
        return {
          key: `${step.stepKey} ${step.lane.id}`,
          name: <StepName step={step} words={words} />,
          cells: [
            <LaneName key="lane" name={words.lane(step.lane)} />,
            words.time(step.standard),
            <Timed key="p50" {...cell} measure="FINISHED" of={times.count}>
              {words.time(times.p50)}
            </Timed>,
            <Timed key="p90" {...cell} measure="FINISHED" of={times.count}>
              {words.time(times.p90)}
            </Timed>,
            <Against key="against" step={step} words={words} />,
            <StepCount key="finished" {...cell} measure="FINISHED" value={step.finished} />,
            <StepCount key="waiting" {...cell} measure="WAITING" value={step.waiting} />,
            <Timed key="onTime" {...cell} measure="ON_TIME" of={step.onTime}>
              {words.part(rate(step.onTime, step.withStandard))}
            </Timed>,
            <StepCount key="rework" {...cell} measure="REWORK" value={step.rework} />,
          ],
        };
      })}
    />
  );
}

function Percentile({ name, children }: { name: "p50" | "p90"; children: string }) {
  const { t } = useTranslation();
  return (
    <abbr title={t(`throughput.percentiles.${name}`)}>
      {children} {name}
    </abbr>
  );
}

function StepName({ step, words }: Pick<StepProps, "step" | "words">) {
  const { t } = useTranslation();
  const { number, text } = step;
  return (
    <>
      {number === null ? (
        <span className="quiet">{t("throughput.stepGone")} </span>
      ) : (
        `${words.format.number(number)}. `
      )}
      {text}
    </>
  );
}

/**
 * A list of one SOP knows its lanes only, not positions; so in a report of several a joint step,
 * which is split by lane, opens in that SOP's own report.
 */
const canOpen = ({ isOnly, isJoint }: StepProps): boolean => isOnly || !isJoint;

const figureOf = ({ step, isOnly }: StepProps, measure: Figure["measure"]): Figure => ({
  measure,
  stepKey: step.stepKey,
  ...(isOnly ? { laneId: step.lane.id } : { sopId: step.sop.id }),
});

function useStepWords({ step, words }: StepProps, measure: string): string {
  const { t } = useTranslation();
  const name = step.number ?? step.text;
  return t(`throughput.whatStep.${measure}`, { step: name, lane: words.lane(step.lane) });
}

function StepCount(
  props: StepProps & { measure: "FINISHED" | "WAITING" | "REWORK"; value: number },
) {
  const { measure, value, words } = props;
  const what = useStepWords(props, measure);
  if (!canOpen(props)) return words.format.number(value);
  return <Count figure={figureOf(props, measure)} value={value} what={what} />;
}

function Timed(
  props: StepProps & { measure: "FINISHED" | "ON_TIME"; of: number; children: string },
) {
  const { measure, of, children } = props;
  const what = useStepWords(props, measure);
  if (!canOpen(props)) return children;
  return (
    <Measured figure={figureOf(props, measure)} what={what} of={of}>
      {children}
    </Measured>
  );
}

/** The half of the tasks as a part of the standard time: drawn up to twice of it, and in words. */
function Against({ step, words }: { step: ReportStep; words: ReportWords }) {
  const { standard, times } = step;
  const part = standard === null || times.p50 === null ? null : rate(times.p50, standard);
  if (part === null) return <>–</>;
  return (
    <div className="against" data-slow={isSlow(step) || undefined}>
      {words.part(part)}
      <span className="against-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, part * 50)}%` }} />
      </span>
    </div>
  );
}
