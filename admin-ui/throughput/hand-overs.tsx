import { useTranslation } from "react-i18next";
import { Count } from "./figures.js";
import { handOverMatrix } from "./hand-over-matrix.js";
import { LaneName } from "./lane-name.js";
import { TableFrame } from "./table-frame.js";
import type { Report } from "./throughput-operations.js";
import type { ReportWords } from "./use-words.js";

/** How often work went from one lane to another: the more often, the stronger its colour. */
export function HandOvers({ report, words }: { report: Report; words: ReportWords }) {
  const { t } = useTranslation();
  const matrix = handOverMatrix(
    report.lanes.map(({ lane }) => lane),
    report.handOvers,
  );
  if (matrix.rows.length === 0) return null;
  return (
    <section className="sheet sheet-pad" aria-labelledby="serah-terima">
      <h2 id="serah-terima" className="section-title">
        {t("throughput.handOvers.title")}
      </h2>
      <p className="quiet section-hint">{t("throughput.handOvers.hint")}</p>
      <TableFrame label={t("throughput.handOvers.title")}>
        <thead>
          <tr>
            <th scope="col">{t("throughput.handOvers.fromTo")}</th>
            {matrix.to.map((lane) => (
              <th key={lane.id} scope="col" className="matrix-column">
                <LaneName name={words.lane(lane)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map(({ from, cells }) => (
            <tr key={from.id}>
              <th scope="row">
                <LaneName name={words.lane(from)} />
              </th>
              {cells.map((cell, at) => {
                const to = matrix.to[at];
                if (cell === null || to === undefined)
                  return (
                    <td key={to?.id ?? at} className="matrix-cell">
                      –
                    </td>
                  );
                const { count, returned } = cell.handOver;
                return (
                  <td key={to.id} className="matrix-cell" data-level={cell.level}>
                    <Count
                      figure={{ measure: "HANDED_OVER", fromLaneId: from.id, laneId: to.id }}
                      value={count}
                      what={t("throughput.handOvers.what", {
                        from: words.lane(from),
                        to: words.lane(to),
                      })}
                    />
                    {returned > 0 && (
                      <div className="under-number">
                        {t("throughput.handOvers.returned", {
                          count: returned,
                          number: words.format.number(returned),
                        })}
                      </div>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </section>
  );
}
