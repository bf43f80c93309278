import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { FormCell, FormColumn, FormLayout, FormRow } from "../../../domain/index.js";
import type { RowFlags } from "./row-flags.js";

/** Which part of the form was pressed. */
export type CellRole = FormColumn["role"];

interface GridProps {
  readonly form: FormLayout;
  readonly flags: RowFlags | null;
  readonly selected: string | null;
  /** `null`: the form is only read. */
  readonly onSelect: ((node: string, role: CellRole) => void) | null;
  /** A marker was pressed; only where the row itself is not a button. */
  readonly onFlag: ((node: string) => void) | null;
}

/** The table behind the symbols: one band per row, one cell per column. */
export const FormGrid = memo(function FormGrid(props: GridProps) {
  const { form, flags, selected, onSelect, onFlag } = props;
  return (
    <div
      className="form-grid"
      style={{ width: form.width, height: form.height }}
      data-editable={onSelect !== null || undefined}
    >
      {form.rows.map((row) => (
        <GridRow
          key={row.node}
          row={row}
          columns={form.columns}
          isSelected={selected === row.node}
          flag={flags?.get(row.node) ?? null}
          onSelect={onSelect}
          onFlag={onFlag}
        />
      ))}
      <svg className="form-joints" width={form.width} height={form.height} aria-hidden="true">
        {form.joints.map(({ node, from, to }, index) => (
          <line key={`${node}${index}`} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
        ))}
      </svg>
    </div>
  );
});

function GridRow(props: {
  row: FormRow;
  columns: readonly FormColumn[];
  isSelected: boolean;
  flag: string | null;
  onSelect: GridProps["onSelect"];
  onFlag: GridProps["onFlag"];
}) {
  const { t } = useTranslation();
  const { row, columns, onSelect } = props;
  const cells = new Map(row.cells.map((cell) => [cell.role, cell.lines] as const));
  const title = (cells.get("activity") ?? []).join(" ");
  const { onFlag } = props;
  const markerPress = onFlag === null ? null : () => onFlag(row.node);
  return (
    <div
      className="form-row"
      style={{ top: row.y, height: row.height }}
      data-testid={`row-${row.node}`}
      data-selected={props.isSelected || undefined}
    >
      {columns.map((column, index) => {
        const lines =
          column.role === "number"
            ? [row.number === null ? "" : String(row.number)]
            : (cells.get(column.role as FormCell["role"]) ?? []);
        const shared = {
          className: `form-cell cell-${column.role}`,
          style: { left: column.x, width: column.width },
        };
        const content = (
          <>
            {lines.map((line, at) => (
              // The space keeps the words apart for whoever hears the cell instead of seeing it.
              <div key={at}>{at < lines.length - 1 ? `${line} ` : line}</div>
            ))}
            {column.role === "number" && props.flag !== null && (
              <RowMarker flag={props.flag} onPress={onSelect === null ? markerPress : null} />
            )}
          </>
        );
        if (onSelect === null) {
          return (
            <div key={index} {...shared}>
              {content}
            </div>
          );
        }
        const isActivity = column.role === "activity";
        return (
          <button
            key={index}
            type="button"
            {...shared}
            // One stop per row for the keyboard; the panel holds the other fields.
            tabIndex={isActivity ? 0 : -1}
            aria-hidden={isActivity ? undefined : true}
            aria-label={
              isActivity
                ? t("editor.rowLabel", { number: row.number ?? "–", text: title })
                : undefined
            }
            aria-pressed={isActivity ? props.isSelected : undefined}
            onClick={() => onSelect(row.node, column.role)}
          >
            {content}
          </button>
        );
      })}
    </div>
  );
}

/** The dot that says "look here"; a button where it leads to the notes. */
function RowMarker({ flag, onPress }: { flag: string; onPress: (() => void) | null }) {
  const { t } = useTranslation();
  if (onPress === null) return <span className="row-flag" data-flag={flag} />;
  return (
    <button
      type="button"
      className="row-flag"
      data-flag={flag}
      aria-label={t("notes.open")}
      onClick={onPress}
    />
  );
}
