import { useTranslation } from "react-i18next";
import { rate } from "./change-of.js";
import { Count, Measured } from "./figures.js";
import { TableFrame } from "./table-frame.js";
import type { Report } from "./throughput-operations.js";
import type { ReportWords } from "./use-words.js";

type PersonLine = NonNullable<Report["people"]>[number];

/** Who did how much, for those who may know. */
export function PeopleTable({ report, words }: { report: Report; words: ReportWords }) {
  const { t } = useTranslation();
  const { people } = report;
  if (people === null || people.length === 0) return null;
  return (
    <section className="sheet sheet-pad" aria-labelledby="orang">
      <h2 id="orang" className="section-title">
        {t("throughput.people.title")}
      </h2>
      <p className="quiet section-hint">{t("throughput.people.hint")}</p>
      <TableFrame label={t("throughput.people.title")}>
        <thead>
          <tr>
            <th scope="col">{t("throughput.people.name")}</th>
            <th scope="col" className="words">
              {t("throughput.lane")}
            </th>
            <th scope="col">{t("throughput.finished")}</th>
            <th scope="col">{t("throughput.onTime")}</th>
            <th scope="col">{t("throughput.people.meanWork")}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((one, at) => (
            <PersonRow key={`${one.person?.id ?? at} ${one.lane.id}`} one={one} words={words} />
          ))}
        </tbody>
      </TableFrame>
    </section>
  );
}

function PersonRow({ one, words }: { one: PersonLine; words: ReportWords }) {
  const { t } = useTranslation();
  const { person, lane, finished, withStandard, onTime, meanWork } = one;
  const name = person?.name ?? t("throughput.people.unknown");
  const of = (measure: string): string =>
    t(`throughput.whatPerson.${measure}`, { name, lane: words.lane(lane) });
  const part = { laneId: lane.id, ...(person === null ? {} : { personId: person.id }) };
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="words">{words.lane(lane)}</td>
      <td>
        {person === null ? (
          words.format.number(finished)
        ) : (
          <Count figure={{ measure: "FINISHED", ...part }} value={finished} what={of("FINISHED")} />
        )}
      </td>
      <td>
        <Measured
          figure={{ measure: "ON_TIME", ...part }}
          what={of("ON_TIME")}
          of={person === null ? 0 : onTime}
        >
          {words.part(rate(onTime, withStandard))}
        </Measured>
      </td>
      <td>{words.time(meanWork)}</td>
    </tr>
  );
}
