import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Change, changeOf, rate, sumOf } from "./change-of.js";
import { Count, Measured } from "./figures.js";
import { isOver } from "./report-moment.js";
import type { Compared, Report } from "./throughput-operations.js";
import type { ReportWords } from "./use-words.js";

/** What is good news about a number: that it grows, that it shrinks, or neither. */
type Wish = "more" | "less" | null;

/** The report in five numbers, each against what it is compared with. */
export function KeyFigures({ report, words }: { report: Report; words: ReportWords }) {
  const { t } = useTranslation();
  const { cases, compared } = report;
  const { leadTimes } = cases;
  const before = compared?.cases;
  const onTime = onTimeOf(report);
  const onTimeBefore = compared === null ? null : onTimeOf(compared);
  const count = (value: number): string => words.format.number(value);
  const completed = { measure: "CASES_COMPLETED" } as const;
  return (
    <section aria-label={t("throughput.keyFigures")}>
      <dl className="key-figures">
        <KeyFigure
          name={t("throughput.started")}
          change={changeOf(cases.started, before?.started)}
          wish={null}
          tell={count}
          words={words}
        >
          <Count
            figure={{ measure: "CASES_STARTED" }}
            value={cases.started}
            what={t("throughput.whatCases.CASES_STARTED")}
          />
        </KeyFigure>
        <KeyFigure
          name={t("throughput.completed")}
          change={changeOf(cases.completed, before?.completed)}
          wish="more"
          tell={count}
          words={words}
          under={
            cases.cancelled > 0 && (
              <>
                {t("throughput.cancelled")}{" "}
                <Count
                  figure={{ measure: "CASES_CANCELLED" }}
                  value={cases.cancelled}
                  what={t("throughput.whatCases.CASES_CANCELLED")}
                />
              </>
            )
          }
        >
          <Count
            figure={completed}
            value={cases.completed}
            what={t("throughput.whatCases.CASES_COMPLETED")}
          />
        </KeyFigure>
        <KeyFigure
          name={t("throughput.leadTime")}
          change={changeOf(leadTimes.p50, before?.leadTimes.p50)}
          wish="less"
          tell={words.workingTime}
          words={words}
          isText
          under={
            leadTimes.p90 !== null && (
              <>
                {t("throughput.nineOfTen")}{" "}
                <Measured
                  figure={completed}
                  what={t("throughput.whatCases.CASES_COMPLETED")}
                  of={leadTimes.count}
                >
                  {words.workingTime(leadTimes.p90)}
                </Measured>
              </>
            )
          }
        >
          <Measured
            figure={completed}
            what={t("throughput.whatCases.CASES_COMPLETED")}
            of={leadTimes.count}
          >
            {words.workingTime(leadTimes.p50)}
          </Measured>
        </KeyFigure>
        <KeyFigure
          name={t("throughput.onTime")}
          change={changeOf(onTime, onTimeBefore)}
          wish="more"
          tell={words.part}
          words={words}
          isPart
          under={<LateTasks report={report} />}
        >
          <Measured
            figure={{ measure: "ON_TIME" }}
            what={t("throughput.whatAll.ON_TIME")}
            of={sumOf(report.lanes, "onTime")}
          >
            {words.part(onTime)}
          </Measured>
        </KeyFigure>
        <KeyFigure
          name={isOver(report) ? t("throughput.runningAtEnd") : t("throughput.running")}
          change={changeOf(cases.running, before?.running)}
          wish={null}
          tell={count}
          words={words}
        >
          <Count
            figure={{ measure: "CASES_RUNNING" }}
            value={cases.running}
            what={t("throughput.whatCases.CASES_RUNNING")}
          />
        </KeyFigure>
      </dl>
    </section>
  );
}

const onTimeOf = ({ lanes }: Report | Compared): number | null =>
  rate(sumOf(lanes, "onTime"), sumOf(lanes, "withStandard"));

function LateTasks({ report }: { report: Report }) {
  const { t } = useTranslation();
  const late = sumOf(report.lanes, "withStandard") - sumOf(report.lanes, "onTime");
  return (
    <>
      {t("throughput.lateTasks")}{" "}
      <Count figure={{ measure: "LATE" }} value={late} what={t("throughput.whatAll.LATE")} />
    </>
  );
}

function KeyFigure(props: {
  name: string;
  change: Change | null;
  wish: Wish;
  /** A value of this kind in words. */
  tell: (value: number) => string;
  words: ReportWords;
  under?: ReactNode;
  /** Words take more room than a number. */
  isText?: boolean;
  /** Told in points of a hundred. */
  isPart?: boolean;
  children: ReactNode;
}) {
  const { name, change, wish, tell, words, under, isText, isPart, children } = props;
  return (
    <div className="sheet key-figure">
      <dt>{name}</dt>
      <dd className="key-number" data-text={isText || undefined}>
        {children}
      </dd>
      {under !== undefined && under !== false && <dd className="quiet">{under}</dd>}
      {change !== null && (
        <dd className="quiet">
          <ChangeWords {...{ change, wish, tell, words }} isPart={isPart === true} />
        </dd>
      )}
    </div>
  );
}

/** "▲ 12% dari 118": the arrow says which way, the colour whether that is good. */
function ChangeWords(props: {
  change: Change;
  wish: Wish;
  tell: (value: number) => string;
  words: ReportWords;
  isPart: boolean;
}) {
  const { t } = useTranslation();
  const { change, wish, tell, words, isPart } = props;
  const { direction, part, before } = change;
  const was = tell(before);
  if (direction === "same") return <>{t("throughput.change.same", { before: was })}</>;
  const isGood = wish === null ? undefined : (direction === "up") === (wish === "more");
  const amount = part === null || isPart ? "" : words.format.percent(part);
  return (
    <>
      <span className="change" data-good={isGood}>
        <span aria-hidden="true">{direction === "up" ? "▲" : "▼"}</span>{" "}
        {t(`throughput.change.${direction}`, { amount }).trim()}
      </span>{" "}
      {t("throughput.change.from", { before: was })}
    </>
  );
}
