import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import {
  columnRoles,
  type ColumnRole,
  type RecognisedColumn,
  type RecognisedTable,
  type TableGrid,
  type TableSection,
} from "../../../domain/index.js";
import { useFormat } from "../../app/use-format.js";
import { GuessMark } from "./guess-mark.js";
import type { TablePaste } from "./use-table-paste.js";

/** What each column of the table holds, and what a person may say instead. */
export function PreviewColumns(props: {
  paste: TablePaste;
  table: RecognisedTable;
  grid: TableGrid;
}) {
  const { paste, table, grid } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const options = columnRoles.map((role) => ({ value: role, label: t(`paste.role.${role}`) }));
  return table.sections.map((section, index) => {
    const columns = section.columns.filter((column) => isShown(column, section, grid));
    const many = { count: columns.length, number: format.number(columns.length) };
    const unsure = columns.filter(({ sure }) => !sure).length;
    return (
      <details key={section.rows[0] ?? index} className="preview-columns" open={unsure > 0}>
        <summary>
          {table.sections.length > 1 &&
            `${t("paste.page", { number: format.number(index + 1) })}: `}
          {unsure === 0 ? t("paste.columnsKnown", many) : `${t("paste.columnCount", many)} `}
          {unsure > 0 && (
            <GuessMark
              what={t("paste.guesses", { count: unsure, number: format.number(unsure) })}
            />
          )}
        </summary>
        <ul className="column-cards">
          {columns.map((column) => {
            const name = column.title.replace(/\n/g, " ") || t("paste.untitled");
            return (
              <li key={column.index} className="column-card" data-guess={!column.sure || undefined}>
                <div className="column-title">{name}</div>
                <div className="column-sample quiet">{sampleOf(column, section, grid)}</div>
                <NativeSelect
                  size="xs"
                  aria-label={t("paste.columnRole", { name })}
                  data={options}
                  value={column.role}
                  onChange={(event) => {
                    const role = event.currentTarget.value as ColumnRole;
                    paste.choose({ roles: { [`${index}:${column.index}`]: role } });
                  }}
                />
                {!column.sure && <GuessMark />}
              </li>
            );
          })}
        </ul>
      </details>
    );
  });
}

function sampleOf(column: RecognisedColumn, section: TableSection, grid: TableGrid): string {
  for (const row of section.rows) {
    const text = grid.rows[row]?.[column.index]?.text ?? "";
    if (text !== "") return text.slice(0, 80);
  }
  return "";
}

/** An empty column that nothing heads is only in the way. */
const isShown = (column: RecognisedColumn, section: TableSection, grid: TableGrid): boolean =>
  column.role !== "skip" || column.title !== "" || sampleOf(column, section, grid) !== "";
