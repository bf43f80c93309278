import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { FormLayout, FormRow } from "../../../domain/index.js";
import type { FormEditing } from "./form-editing.js";
import { GridRow } from "./grid-row.js";
import type { RowFlags } from "./row-flags.js";
import { useVisibleBand } from "./use-visible-band.js";

interface GridProps {
  readonly form: FormLayout;
  readonly label: string;
  readonly flags: RowFlags | null;
  readonly selected: ReadonlySet<string> | null;
  /** `null`: the form is only read. */
  readonly editing: FormEditing | null;
  /** A marker was pressed; only on a form that is read. */
  readonly onFlag: ((node: string) => void) | null;
  /** Whether it is too small to be read; the overview draws it then. */
  readonly isFar: boolean;
}

/** A form with no more rows is there as a whole: to be searched and printed by the browser. */
const wholeUpTo = 60;

/**
 * The table behind the symbols: one band per row, one cell per column. A screen reader has it as a
 * grid in which one cell can be reached, the active one; its row is always there, in view or not.
 */
export const FormGrid = memo(function FormGrid(props: GridProps) {
  const { form, flags, selected, editing, onFlag, isFar } = props;
  const { columns } = form;
  const { t } = useTranslation();
  const columnWords = useMemo(
    () =>
      columns.map(({ role, title }) =>
        role === "lane"
          ? t("typing.emptyLane", { lane: title })
          : t("typing.cellLabel", { column: title, text: "" }),
      ),
    [columns, t],
  );
  const active = editing?.active ?? null;
  const first = form.rows[0]?.node ?? null;
  const band = useVisibleBand();
  const isWhole = form.rows.length <= wholeUpTo;
  const isShown = (row: FormRow): boolean =>
    row.node === active?.node ||
    (!isFar && (isWhole || (row.y < band.bottom && row.y + row.height > band.top)));
  return (
    <div
      className="form-grid"
      style={{ width: form.width, height: form.height }}
      data-editable={editing !== null || undefined}
      role={editing === null ? "table" : "grid"}
      aria-label={props.label}
      aria-rowcount={form.rows.length}
      aria-colcount={columns.length}
      aria-multiselectable={editing === null ? undefined : true}
    >
      {form.rows.map((row, index) =>
        !isShown(row) ? null : (
          <GridRow
            key={row.node}
            row={row}
            index={index}
            columns={columns}
            columnWords={columnWords}
            isSelected={selected?.has(row.node) === true}
            active={active?.node === row.node ? active : null}
            // With no active cell the grid is entered by its first one.
            isEntry={active === null && row.node === first}
            spoken={editing?.spoken.get(row.node) ?? null}
            flag={flags?.get(row.node) ?? null}
            press={editing?.press ?? null}
            onFlag={onFlag}
          />
        ),
      )}
      <svg className="form-joints" width={form.width} height={form.height} aria-hidden="true">
        {form.joints.map(({ node, from, to }, index) => (
          <line key={`${node}${index}`} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
        ))}
      </svg>
    </div>
  );
});
