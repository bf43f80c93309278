import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { FormCell, FormColumn, FormRow } from "../../../domain/index.js";
import type { Cell } from "../selection.js";
import type { SpokenStep } from "../typing/spoken-step.js";
import { cellId, type FormEditing } from "./form-editing.js";

interface RowProps {
  readonly row: FormRow;
  /** From 0, among all rows of the form. */
  readonly index: number;
  readonly columns: readonly FormColumn[];
  /** What is heard of a cell in each column; a row that is drawn again does not ask for it again. */
  readonly columnWords: readonly string[];
  readonly isSelected: boolean;
  /** The active cell, where it is one of this row's. */
  readonly active: Cell | null;
  readonly isEntry: boolean;
  readonly spoken: SpokenStep | null;
  readonly flag: string | null;
  /** `null`: the form is only read. */
  readonly press: FormEditing["press"] | null;
  readonly onFlag: ((node: string) => void) | null;
}

/** One row of the form: the number, the activity, one cell per lane, and the standard. */
export const GridRow = memo(function GridRow({ index, isSelected, row, ...shared }: RowProps) {
  return (
    <div
      className="form-row"
      role="row"
      aria-rowindex={index + 1}
      aria-selected={shared.press === null ? undefined : isSelected}
      style={{ top: row.y, height: row.height }}
      data-testid={`row-${row.node}`}
      data-selected={isSelected || undefined}
    >
      <RowCells {...shared} node={row.node} number={row.number} cells={row.cells} />
    </div>
  );
});

type CellsProps = Omit<RowProps, "index" | "isSelected" | "row"> &
  Pick<FormRow, "node" | "number" | "cells">;

/** What stands in a row. A row that is only moved by a taller one above it keeps its cells. */
const RowCells = memo(function RowCells(props: CellsProps) {
  const { t } = useTranslation();
  const { node, number, columns, columnWords, press, active, spoken } = props;
  const texts = new Map(props.cells.map((cell) => [cell.role, cell.lines] as const));
  const linesOf = (role: FormColumn["role"]): readonly string[] =>
    role === "number"
      ? [number === null ? "" : String(number)]
      : (texts.get(role as FormCell["role"]) ?? []);
  /** A lane's cell has no text: its symbol is said in words. */
  const isSpoken = ({ lane }: FormColumn): boolean =>
    spoken !== null && lane !== null && spoken.lanes.includes(lane);
  return columns.map((column, index) => {
    const { role, lane } = column;
    const cell: Cell = { node, role, lane };
    const lines = linesOf(role);
    const isActive = active !== null && active.role === role && active.lane === lane;
    const reached = isActive || (props.isEntry && role === "activity");
    const editable =
      press === null
        ? {}
        : {
            tabIndex: reached ? 0 : -1,
            "aria-label":
              role !== "lane" ? undefined : isSpoken(column) ? spoken?.label : columnWords[index],
            "data-cell": cellId(cell),
            onClick: (event: React.MouseEvent) => press(cell, event),
          };
    return (
      <div
        key={index}
        className={`form-cell cell-${role}`}
        role={press === null ? "cell" : "gridcell"}
        aria-colindex={index + 1}
        style={{ left: column.x, width: column.width }}
        data-active={isActive || undefined}
        {...editable}
      >
        {press !== null && role !== "lane" && (
          <span className="visually-hidden">
            {role === "activity"
              ? t("editor.rowLabel", { number: number ?? "–", text: "" })
              : columnWords[index]}
          </span>
        )}
        {lines.map((line, at) => (
          // The space keeps the words apart for whoever hears the cell instead of seeing it.
          <div key={at}>{at < lines.length - 1 ? `${line} ` : line}</div>
        ))}
        {role === "number" && props.flag !== null && (
          <RowMarker flag={props.flag} node={node} onFlag={props.onFlag} />
        )}
      </div>
    );
  });
});

/** The dot that says "look here"; a button where it leads to the notes. */
function RowMarker(props: { flag: string; node: string; onFlag: ((node: string) => void) | null }) {
  const { t } = useTranslation();
  const { flag, node, onFlag } = props;
  if (onFlag === null) {
    return (
      <span className="row-flag" data-flag={flag} role="img" aria-label={t(`rowFlag.${flag}`)} />
    );
  }
  return (
    <button
      type="button"
      className="row-flag"
      data-flag={flag}
      aria-label={flag === "note" ? t("notes.open") : t(`rowFlag.${flag}`)}
      onClick={() => onFlag(node)}
    />
  );
}
