import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { rate } from "./change-of.js";
import { type FigureRow, FigureTable } from "./figure-table.js";
import { Count, Measured } from "./figures.js";
import type { Report } from "./throughput-operations.js";
import type { ReportWords } from "./use-words.js";

type PersonLine = NonNullable<Report["people"]>[number];

const atFirst = 12;

/** Who did how much, for those who may know. */
export function PeopleTable({ report, words }: { report: Report; words: ReportWords }) {
  const { t } = useTranslation();
  const { people } = report;
  const [showsAll, setShowsAll] = useState(false);
  if (people === null || people.length === 0) return null;
  const shown = showsAll ? people : people.slice(0, atFirst);
  return (
    <section className="sheet sheet-pad" aria-labelledby="orang">
      <h2 id="orang" className="section-title">
        {t("throughput.people.title")}
      </h2>
      <p className="quiet section-hint">{t("throughput.people.hint")}</p>
      <FigureTable
        label={t("throughput.people.title")}
        heading={t("throughput.people.name")}
        columns={[
          { key: "lane", heading: t("throughput.lane"), kind: "words" },
          { key: "finished", heading: t("throughput.finished") },
          { key: "onTime", heading: t("throughput.onTime") },
          { key: "meanWork", heading: t("throughput.people.meanWork") },
        ]}
        rows={shown.map((one, at): FigureRow => ({
          key: `${one.person?.id ?? at} ${one.lane.id}`,
          name: one.person?.name ?? t("throughput.people.unknown"),
          cells: [
            words.lane(one.lane),
            <Finished key="finished" one={one} words={words} />,
            <OnTime key="onTime" one={one} words={words} />,
            words.time(one.meanWork),
          ],
        }))}
      />
      {shown.length < people.length && (
        <Button variant="default" mt="sm" onClick={() => setShowsAll(true)}>
          {t("throughput.people.all", { count: people.length })}
        </Button>
      )}
    </section>
  );
}

interface CellProps {
  readonly one: PersonLine;
  readonly words: ReportWords;
}

/** Of somebody who is not known any more there is nothing to ask for. */
function Finished({ one, words }: CellProps) {
  const { t } = useTranslation();
  const { person, lane, finished } = one;
  if (person === null) return words.format.number(finished);
  return (
    <Count
      figure={{ measure: "FINISHED", laneId: lane.id, personId: person.id }}
      value={finished}
      what={t("throughput.whatPerson.FINISHED", { name: person.name, lane: words.lane(lane) })}
    />
  );
}

function OnTime({ one, words }: CellProps) {
  const { t } = useTranslation();
  const { person, lane, onTime, withStandard } = one;
  const part = words.part(rate(onTime, withStandard));
  if (person === null) return part;
  return (
    <Measured
      figure={{ measure: "ON_TIME", laneId: lane.id, personId: person.id }}
      what={t("throughput.whatPerson.ON_TIME", { name: person.name, lane: words.lane(lane) })}
      of={onTime}
    >
      {part}
    </Measured>
  );
}
