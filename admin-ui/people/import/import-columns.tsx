import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type PeopleColumn, peopleColumns, type RecognisedPeople } from "../../../domain/index.js";

/** What each column says: recognised by its heading, and corrected where that was wrong. */
export function ImportColumns(props: {
  table: RecognisedPeople;
  columns: readonly (PeopleColumn | null)[];
  onColumn: (at: number, column: PeopleColumn | null) => void;
}) {
  const { t } = useTranslation();
  const { table, columns, onColumn } = props;
  return (
    <section className="sheet sheet-pad import-columns" aria-label={t("import.columns")}>
      <h2 className="section-title">{t("import.columns")}</h2>
      <div className="import-column-grid">
        {columns.map((column, at) => {
          const heading = table.headings[at] || t("import.columnNumber", { number: at + 1 });
          const sample = table.rows.find((row) => row[at] !== "")?.[at] ?? "";
          return (
            <Select
              // The columns of one table never change their places.
              // oxlint-disable-next-line react/no-array-index-key
              key={at}
              label={heading}
              description={sample === "" ? null : t("import.sample", { text: sample.slice(0, 60) })}
              placeholder={t("import.notTaken")}
              clearable
              clearButtonProps={{ "aria-label": t("common.clear") }}
              value={column}
              data={peopleColumns.map((value) => ({ value, label: t(`import.column.${value}`) }))}
              onChange={(value) => onColumn(at, peopleColumns.find((one) => one === value) ?? null)}
            />
          );
        })}
      </div>
    </section>
  );
}
