import { Button, SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { TimelineLine } from "./timeline-line.js";
import { timelineDays, type TimelineFilter, timelineFilters } from "./timeline-days.js";
import type { CaseReading } from "./use-case-reading.js";
import { caseFormId, useMomentSeq } from "./use-moment-seq.js";

/** The case's log in sentences, day by day. */
export function Timeline({ reading }: { reading: CaseReading }) {
  const { t } = useTranslation();
  const { story, format } = reading;
  const [filter, setFilter] = useState<TimelineFilter>("all");
  const [newestFirst, setNewestFirst] = useState(true);
  const [seq, setSeq] = useMomentSeq();
  const showThen = (moment: number) => {
    setSeq(moment);
    document.getElementById(caseFormId)?.scrollIntoView({ block: "start" });
  };
  const days = useMemo(
    () => timelineDays(story, { filter, newestFirst, dayOf: format.weekday }),
    [story, filter, newestFirst, format],
  );
  return (
    <>
      <div className="timeline-tools">
        <SegmentedControl
          size="xs"
          aria-label={t("timeline.filter")}
          value={filter}
          onChange={(value) => setFilter(value as TimelineFilter)}
          data={timelineFilters.map((value) => ({ value, label: t(`timeline.${value}`) }))}
        />
        <Button size="xs" variant="default" onClick={() => setNewestFirst(!newestFirst)}>
          {t(newestFirst ? "timeline.newestFirst" : "timeline.oldestFirst")}
        </Button>
      </div>
      {days.length === 0 && <p className="quiet">{t("timeline.none")}</p>}
      {days.map(({ day, entries }) => (
        <section key={day} className="timeline-day" aria-label={day}>
          <h3>{day}</h3>
          <ol className="timeline">
            {entries.map((entry) => (
              <li key={entry.seq} aria-current={entry.seq === seq ? "step" : undefined}>
                {entry.lines.map((line, index) => (
                  <TimelineLine key={index} line={line} reading={reading} />
                ))}
                <button
                  type="button"
                  className="timeline-at"
                  title={t("timeline.showThen")}
                  onClick={() => showThen(entry.seq)}
                >
                  <time dateTime={entry.at}>
                    {format.time(entry.at)} {format.zone(entry.at)}
                  </time>
                </button>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}
