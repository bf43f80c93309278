import { memo } from "react";
import type { FormColumn, FormLayout } from "../../../domain/index.js";
import type { FormEditing } from "./form-editing.js";
import { GridRow } from "./grid-row.js";
import type { RowFlags } from "./row-flags.js";

/** Which part of the form was pressed. */
export type CellRole = FormColumn["role"];

interface GridProps {
  readonly form: FormLayout;
  readonly label: string;
  readonly flags: RowFlags | null;
  readonly selected: string | null;
  /** `null`: the form is only read. */
  readonly editing: FormEditing | null;
  /** A marker was pressed; only on a form that is read. */
  readonly onFlag: ((node: string) => void) | null;
}

const nobody: ReadonlySet<string> = new Set();

/**
 * The table behind the symbols: one band per row, one cell per column. A screen reader has it as a
 * grid in which one cell can be reached, the active one; its row is always there, in view or not.
 */
export const FormGrid = memo(function FormGrid(props: GridProps) {
  const { form, flags, selected, editing, onFlag } = props;
  const active = editing?.active ?? null;
  const first = form.rows[0]?.node ?? null;
  const rows = editing?.selected ?? nobody;
  return (
    <div
      className="form-grid"
      style={{ width: form.width, height: form.height }}
      data-editable={editing !== null || undefined}
      role={editing === null ? "table" : "grid"}
      aria-label={props.label}
      aria-rowcount={form.rows.length}
      aria-colcount={form.columns.length}
      aria-multiselectable={editing === null ? undefined : true}
    >
      {form.rows.map((row, index) => (
        <GridRow
          key={row.node}
          row={row}
          index={index}
          columns={form.columns}
          isSelected={selected === row.node || rows.has(row.node)}
          active={active?.node === row.node ? active : null}
          // With no active cell the grid is entered by its first one.
          isEntry={active === null && row.node === first}
          spoken={editing?.spoken.get(row.node) ?? null}
          flag={flags?.get(row.node) ?? null}
          press={editing?.press ?? null}
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
