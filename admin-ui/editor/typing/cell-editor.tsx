import type { ComponentType } from "react";
import { useForm } from "../canvas/form-context.js";
import type { CellRole } from "../canvas/cell-role.js";
import { useDraft, useView } from "../editor-context.js";
import type { Cell } from "../selection.js";
import { ActivityCell } from "./activity-cell.js";
import { ArrowsCell } from "./arrows-cell.js";
import { cellBox } from "./cell-box.js";
import { LaneCell } from "./lane-cell.js";
import type { OpenCellProps } from "./open-cell-props.js";
import { OutputCell } from "./output-cell.js";
import { RemarksCell } from "./remarks-cell.js";
import { RequirementsCell } from "./requirements-cell.js";
import { TimeCell } from "./time-cell.js";

const fields: Readonly<Partial<Record<CellRole, ComponentType<OpenCellProps>>>> = {
  activity: ActivityCell,
  lane: LaneCell,
  requirements: RequirementsCell,
  time: TimeCell,
  output: OutputCell,
  remarks: RemarksCell,
};

/** The cell that is typed in, laid on the form where it stands at this moment. */
export function CellEditor({ cell }: { cell: Cell }) {
  const form = useForm();
  const graph = useDraft(({ document }) => document.graph);
  const how = useView((view) => view.typingHow);
  const node = graph.nodes.find(({ key }) => key === cell.node);
  const box = cellBox(form, cell);
  const Field = how === "arrows" ? ArrowsCell : fields[cell.role];
  if (node === undefined || box === null || Field === undefined) return null;
  return <Field cell={cell} box={box} node={node} graph={graph} />;
}
