import { useTranslation } from "react-i18next";
import { kindOf } from "../../../domain/index.js";
import { useForm } from "../canvas/form-context.js";
import { cellId } from "../canvas/form-editing.js";
import { useDraft, useView } from "../editor-context.js";
import { cellBox } from "./cell-box.js";
import { CellEditor } from "./cell-editor.js";
import { FirstStepRow } from "./first-step-row.js";
import { spokenSteps } from "./spoken-step.js";
import { useKeepInView } from "./use-keep-in-view.js";

/** What typing lays on the form: the open cell, the arrow that would be followed, the first row. */
export function TypingLayer() {
  const typing = useView((view) => view.typing);
  useKeepInView();
  return (
    <>
      <ChosenArrow />
      <ActiveBar />
      <FirstStepRow />
      {typing !== null && <CellEditor key={cellId(typing)} cell={typing} />}
    </>
  );
}

/** A bar has no cell in the grid; while the keyboard stands on it, this takes the focus. */
function ActiveBar() {
  const { t } = useTranslation();
  const form = useForm();
  const graph = useDraft(({ document }) => document.graph);
  const active = useView(({ selection }) =>
    selection?.type === "nodes" ? selection.active : null,
  );
  const node = graph.nodes.find(({ key }) => key === active?.node);
  if (active === null || node === undefined || kindOf(node).standsInRow) return null;
  const box = cellBox(form, active);
  if (box === null) return null;
  return (
    <div
      className="active-bar"
      role="button"
      tabIndex={0}
      data-cell={cellId(active)}
      aria-label={spokenSteps(graph, t).get(node.key)?.label}
      style={{ left: box.x - 4, top: box.y - 4, width: box.width + 8, height: box.height + 8 }}
    />
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
