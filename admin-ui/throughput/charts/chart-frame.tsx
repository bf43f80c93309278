import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { TableFrame } from "../table-frame.js";

/**
 * A drawing with its heading, what it says in one sentence for whoever does not see it, and its
 * numbers as a table.
 */
export function ChartFrame(props: {
  id: string;
  title: string;
  hint: string;
  /** What the drawing shows, in one sentence. */
  summary: string;
  /** How it is looked at, beside the heading. */
  choice?: ReactNode;
  legend?: ReactNode;
  /** Its head and its body; made once it is unfolded, for it may have a thousand rows. */
  renderTable: () => ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const [isUnfolded, setUnfolded] = useState(false);
  const { id, title, hint, summary, choice, legend, renderTable, children } = props;
  return (
    <section className="sheet sheet-pad chart" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id} className="section-title">
          {title}
        </h2>
        {choice}
      </div>
      <p className="quiet section-hint">{hint}</p>
      <div className="chart-drawing" role="img" aria-label={summary}>
        {children}
      </div>
      {legend}
      <details className="chart-table" onToggle={(event) => setUnfolded(event.currentTarget.open)}>
        <summary>{t("throughput.asTable")}</summary>
        {isUnfolded && <TableFrame label={title}>{renderTable()}</TableFrame>}
      </details>
    </section>
  );
}
