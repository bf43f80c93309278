import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { splitHeading } from "../app/split-heading.js";
import { Loading } from "../app/states.js";
import type { FormMarks, StepVisits } from "../cases/step-marks.js";
import { markKey } from "../cases/step-marks.js";
import { FormCanvas } from "../editor/canvas/form-canvas.js";
import { StepVisitsContext } from "../editor/canvas/step-visits-context.js";
import { graphOf } from "../editor/versions/version-document.js";
import type { OpenedFigure } from "./figures.js";
import { heatBounds, heatLevels, stepHeat } from "./step-heat.js";
import { reportFormQuery, type Report } from "./throughput-operations.js";
import type { ReportWords } from "./use-words.js";

interface HeatProps {
  readonly report: Report;
  readonly words: ReportWords;
  readonly open: (opened: OpenedFigure) => void;
}

/** The official form, each box coloured as strongly as its part of the working time is large. */
export default function HeatForm(props: HeatProps) {
  const { t } = useTranslation();
  const { report, words } = props;
  const [newest] = report.versions;
  const [{ data }] = useQuery({
    query: reportFormQuery,
    variables: { id: newest?.id ?? "" },
    pause: newest === undefined,
  });
  if (newest === undefined) return null;
  const version = data?.node?.__typename === "SopVersion" ? data.node : null;
  return (
    <section className="sheet sheet-pad report-form" aria-labelledby="formulir">
      <h2 id="formulir" className="section-title">
        {t("throughput.heat.title")}
      </h2>
      <p className="quiet section-hint">
        {t("throughput.heat.hint", { version: words.format.number(newest.version) })}
      </p>
      {version === null ? <Loading /> : <Heat {...props} version={version} />}
      <HeatLegend words={words} />
    </section>
  );
}

type FormVersion = Parameters<typeof graphOf>[0];

function Heat({ report, words, open, version }: HeatProps & { version: FormVersion }) {
  const { t } = useTranslation();
  const graph = useMemo(() => graphOf(version), [version]);
  const { steps, lanes } = report;
  const heat = useMemo(() => {
    const total = lanes.reduce((sum, { working }) => sum + working.total, 0);
    return stepHeat(steps, total);
  }, [steps, lanes]);
  const marks = useMemo<FormMarks>(
    () => new Map([...heat].map(([key, { level }]) => [key, `heat${level}` as const])),
    [heat],
  );
  const visits = useMemo<StepVisits>(() => {
    const find = (node: string, lane: string) =>
      steps.find((one) => one.stepKey === node && one.lane.laneKey === lane);
    return {
      counts: new Map(steps.map(({ stepKey }) => [stepKey, 1])),
      label(node, lane) {
        const step = find(node, lane);
        return t("throughput.heat.box", {
          step: splitHeading(step?.text ?? node).first,
          lane: step === undefined ? lane : words.lane(step.lane),
          share: words.part(heat.get(markKey(node, lane))?.share ?? 0),
          finished: words.format.number(step?.finished ?? 0),
          waiting: words.format.number(step?.waiting ?? 0),
        });
      },
      badge(node, lane) {
        const share = heat.get(markKey(node, lane))?.share ?? 0;
        return share < 0.005 ? null : words.part(share);
      },
      open(node, lane) {
        const step = find(node, lane);
        if (step === undefined || step.arrived + step.waiting + step.finished === 0) return;
        // What waits is what one would move; where nothing does, what was done tells why.
        const measure = step.waiting > 0 ? "WAITING" : step.finished > 0 ? "FINISHED" : "ARRIVED";
        open({
          figure: { measure, stepKey: node, laneId: step.lane.id },
          value: { WAITING: step.waiting, FINISHED: step.finished, ARRIVED: step.arrived }[measure],
          what: t(`throughput.whatStep.${measure}`, {
            step: step.number ?? splitHeading(step.text).first,
            lane: words.lane(step.lane),
          }),
        });
      },
    };
  }, [steps, heat, open, words, t]);
  return (
    <div className="case-form">
      <StepVisitsContext value={visits}>
        <FormCanvas graph={graph} marks={marks} />
      </StepVisitsContext>
    </div>
  );
}

function HeatLegend({ words }: { words: ReportWords }) {
  const { t } = useTranslation();
  const bound = (level: number): string => words.format.percent(heatBounds[level] ?? 1);
  return (
    <ul className="chart-legend">
      {heatLevels.map((level) => (
        <li key={level}>
          <span className="heat-sample" data-level={level} aria-hidden="true" />
          {level === 0
            ? t("throughput.heat.none")
            : level === 1
              ? t("throughput.heat.below", { to: bound(2) })
              : level === 5
                ? t("throughput.heat.atLeast", { from: bound(5) })
                : t("throughput.heat.between", { from: bound(level), to: bound(level + 1) })}
        </li>
      ))}
    </ul>
  );
}
