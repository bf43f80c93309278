import type { ReactNode } from "react";
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
  /** Rows of the table: its head and its body. */
  table: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const { id, title, hint, summary, choice, legend, table, children } = props;
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
      <details className="chart-table">
        <summary>{t("throughput.asTable")}</summary>
        <TableFrame label={title}>{table}</TableFrame>
      </details>
    </section>
  );
}
