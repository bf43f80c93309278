import { useTranslation } from "react-i18next";
import { groupBy } from "../app/group-by.js";
import { rate } from "./change-of.js";
import { Count, Measured } from "./figures.js";
import { TableFrame } from "./table-frame.js";
import type { Report, ReportStep } from "./throughput-operations.js";
import type { ReportWords } from "./use-words.js";

/** Step by step, what it took against what it should take; SOP by SOP where there are several. */
export function StepTable(props: {
  report: Report;
  words: ReportWords;
  onSop: (sopId: string) => void;
}) {
  const { t } = useTranslation();
  const { report, words, onSop } = props;
  const bySop = [...groupBy(report.steps, ({ sop }) => sop.id).values()];
  if (bySop.length === 0) return null;
  return (
    <section className="sheet sheet-pad" aria-labelledby="langkah">
      <h2 id="langkah" className="section-title">
        {t("throughput.bySteps")}
      </h2>
      <p className="quiet section-hint">{t("throughput.stepsHint")}</p>
      {bySop.length === 1 && bySop[0] !== undefined ? (
        <Steps steps={bySop[0]} words={words} isOnly />
      ) : (
        bySop.map((steps) => <StepsOfSop key={steps[0]?.sop.id} {...{ steps, words, onSop }} />)
      )}
    </section>
  );
}

const isSlow = ({ standard, times }: ReportStep): boolean =>
  standard !== null && times.p50 !== null && times.p50 > standard;

function StepsOfSop(props: {
  steps: readonly ReportStep[];
  words: ReportWords;
  onSop: (sopId: string) => void;
}) {
  const { t } = useTranslation();
  const { steps, words, onSop } = props;
  const sop = steps[0]?.sop;
  if (sop === undefined) return null;
  const slow = steps.filter(isSlow).length;
  const waiting = steps.reduce((sum, step) => sum + step.waiting, 0);
  return (
    <details className="steps-of-sop">
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
      <button type="button" className="link-button" onClick={() => onSop(sop.id)}>
        {t("throughput.onlyThisSop")}
      </button>
      <Steps steps={steps} words={words} isOnly={false} />
    </details>
  );
}

function Steps(props: {
  steps: readonly ReportStep[];
  words: ReportWords;
  /** Whether the report is of this SOP alone: lanes are then its own, and not positions. */
  isOnly: boolean;
}) {
  const { t } = useTranslation();
  const { steps, words, isOnly } = props;
  return (
    <TableFrame label={t("throughput.bySteps")}>
      <thead>
        <tr>
          <th scope="col">{t("throughput.step")}</th>
          <th scope="col" className="words">
            {t("throughput.lane")}
          </th>
          <th scope="col">{t("throughput.standard")}</th>
          <th scope="col">
            <abbr title={t("throughput.percentiles.p50")}>{t("throughput.actual")} p50</abbr>
          </th>
          <th scope="col">
            <abbr title={t("throughput.percentiles.p90")}>p90</abbr>
          </th>
          <th scope="col">{t("throughput.againstStandard")}</th>
          <th scope="col">{t("throughput.finished")}</th>
          <th scope="col">{t("throughput.waitingNow")}</th>
          <th scope="col">{t("throughput.onTime")}</th>
          <th scope="col">{t("throughput.rework")}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <StepRow
            key={`${step.stepKey} ${step.lane.id}`}
            {...{ step, words, isOnly }}
            isJoint={steps.filter(({ stepKey }) => stepKey === step.stepKey).length > 1}
          />
        ))}
      </tbody>
    </TableFrame>
  );
}

function StepRow(props: {
  step: ReportStep;
  words: ReportWords;
  isOnly: boolean;
  /** Whether several lanes do it. */
  isJoint: boolean;
}) {
  const { t } = useTranslation();
  const { step, words, isOnly, isJoint } = props;
  const { stepKey, number, text, lane, standard, times } = step;
  // A list of one SOP knows its lanes only; a joint step is split in that SOP's own report.
  const canOpen = isOnly || !isJoint;
  const part = {
    stepKey,
    ...(isOnly ? { laneId: lane.id } : { sopId: step.sop.id }),
  };
  const what = (measure: string): string =>
    t(`throughput.whatStep.${measure}`, { step: number ?? text, lane: words.lane(lane) });
  const counted = (measure: "FINISHED" | "WAITING" | "REWORK", value: number) =>
    canOpen ? (
      <Count figure={{ measure, ...part }} value={value} what={what(measure)} />
    ) : (
      words.format.number(value)
    );
  const timed = (measure: "FINISHED" | "ON_TIME", of: number, shown: string) =>
    canOpen ? (
      <Measured figure={{ measure, ...part }} what={what(measure)} of={of}>
        {shown}
      </Measured>
    ) : (
      shown
    );
  return (
    <tr>
      <th scope="row" className="step-name">
        {number === null ? (
          <span className="quiet">{t("throughput.stepGone")} </span>
        ) : (
          `${words.format.number(number)}. `
        )}
        {text}
      </th>
      <td className="words">{words.lane(lane)}</td>
      <td>{words.time(standard)}</td>
      <td>{timed("FINISHED", times.count, words.time(times.p50))}</td>
      <td>{timed("FINISHED", times.count, words.time(times.p90))}</td>
      <td>
        <Against step={step} words={words} />
      </td>
      <td>{counted("FINISHED", step.finished)}</td>
      <td>{counted("WAITING", step.waiting)}</td>
      <td>{timed("ON_TIME", step.onTime, words.part(rate(step.onTime, step.withStandard)))}</td>
      <td>{counted("REWORK", step.rework)}</td>
    </tr>
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
