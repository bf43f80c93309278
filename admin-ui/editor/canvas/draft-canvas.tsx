import { useMemo } from "react";
import type { Problem } from "../../../domain/index.js";
import { useDraft, useEditor, useView } from "../editor-context.js";
import { selectCell } from "../selection.js";
import { FormCanvas } from "./form-canvas.js";
import { rowFlags, type NoteLike } from "./row-flags.js";

/** The form while it is drawn: what is pressed is selected, and the layers on it change it. */
export function DraftCanvas(props: { notes: readonly NoteLike[]; problems: readonly Problem[] }) {
  const { notes, problems } = props;
  const { select, openPanel } = useEditor().view.getState();
  const graph = useDraft((draft) => draft.document.graph);
  const selection = useView((view) => view.selection);
  const reveal = useView((view) => view.reveal);
  const flags = useMemo(
    () => rowFlags(notes, problems, graph.edges),
    [notes, problems, graph.edges],
  );
  return (
    <FormCanvas
      graph={graph}
      flags={flags}
      fill
      selected={selection?.type === "nodes" ? selection.active.node : null}
      selectedLane={selection?.type === "lane" ? selection.key : null}
      onSelect={(node, role) => {
        select(selectCell({ node, role, lane: null }));
        openPanel(true);
      }}
      onSelectLane={(key) => {
        select({ type: "lane", key });
        openPanel(true);
      }}
      reveal={reveal}
    />
  );
}
