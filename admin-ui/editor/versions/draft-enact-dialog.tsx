import { useCallback, useDeferredValue } from "react";
import { useStill } from "../../app/use-still.js";
import { savedRevision } from "../draft/saved-revision.js";
import { useDraft, useEditor, useView } from "../editor-context.js";
import { useProblems, useVerdict } from "../panels/draft-problems.js";
import type { VersionData } from "../sop-operations.js";
import { EnactDialog } from "./enact-dialog.js";

/** Enacts the draft that is open, once what is unsaved is saved. */
export function DraftEnactDialog({ version }: { version: VersionData }) {
  const { draft, view } = useEditor();
  const { openDialog, bind, goTo, play } = view.getState();
  const isOpen = useView(({ dialog }) => dialog === "enact");
  // Typing goes first.
  const graph = useDeferredValue(useDraft((state) => state.document.graph));
  const { errors, warnings } = useProblems();
  const verdict = useVerdict();
  const close = useCallback(() => openDialog(null), [openDialog]);
  const prepare = useCallback(() => savedRevision(draft), [draft]);
  return (
    <EnactDialog
      opened={isOpen}
      onClose={close}
      version={version}
      graph={useStill(graph, !isOpen)}
      errors={useStill(errors, !isOpen)}
      warnings={useStill(warnings, !isOpen)}
      verdict={useStill(verdict, !isOpen)}
      prepare={prepare}
      onNode={goTo}
      onLane={bind}
      onPlay={play}
    />
  );
}
