import { useCallback, useDeferredValue } from "react";
import { useStill } from "../../app/use-still.js";
import { savedRevision } from "../draft/saved-revision.js";
import { useDraft, useEditor, useView } from "../editor-context.js";
import { useProblems } from "../panels/draft-problems.js";
import type { VersionData } from "../sop-operations.js";
import { EnactDialog } from "./enact-dialog.js";

/** Enacts the draft that is open, once what is unsaved is saved. */
export function DraftEnactDialog({ version }: { version: VersionData }) {
  const { draft, view } = useEditor();
  const { openDialog, bind, goTo } = view.getState();
  const isOpen = useView(({ dialog }) => dialog === "enact");
  // Typing goes first.
  const graph = useDeferredValue(useDraft((state) => state.document.graph));
  const problems = useProblems();
  const close = useCallback(() => openDialog(null), [openDialog]);
  const prepare = useCallback(() => savedRevision(draft), [draft]);
  return (
    <EnactDialog
      opened={isOpen}
      onClose={close}
      version={version}
      graph={useStill(graph, !isOpen)}
      problems={useStill(problems, !isOpen)}
      prepare={prepare}
      onNode={goTo}
      onLane={bind}
    />
  );
}
