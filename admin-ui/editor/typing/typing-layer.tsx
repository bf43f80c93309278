import { useForm } from "../canvas/form-context.js";
import { cellId } from "../canvas/form-editing.js";
import { useView } from "../editor-context.js";
import { CellEditor } from "./cell-editor.js";
import { FirstStepRow } from "./first-step-row.js";
import { useKeepInView } from "./use-keep-in-view.js";

/** What typing lays on the form: the open cell, the arrow that would be followed, the first row. */
export function TypingLayer() {
  const typing = useView((view) => view.typing);
  useKeepInView();
  return (
    <>
      <ChosenArrow />
      <FirstStepRow />
      {typing !== null && <CellEditor key={cellId(typing)} cell={typing} />}
    </>
  );
}

/** The branch that Ctrl+Down would follow, drawn over the others. */
function ChosenArrow() {
  const arrow = useView((view) => view.arrow);
  const { paths, width, height } = useForm();
  const path = arrow === null ? undefined : paths.find(({ edge }) => edge === arrow);
  if (path === undefined) return null;
  return (
    <svg className="chosen-arrow" width={width} height={height} aria-hidden="true">
      <polyline points={path.points.map(({ x, y }) => `${x},${y}`).join(" ")} />
    </svg>
  );
}
