import { memo, useCallback, useEffect, useMemo, useState } from "react";
import type { LaneKey } from "../../domain/index.js";
import { useDraft, useEditor, useView } from "./editor-context.js";
import { TypingArea } from "./typing/typing-area.js";
import { TypingLayer } from "./typing/typing-layer.js";
import { rememberedSpokenSteps } from "./typing/spoken-step.js";
import { pressCell } from "./typing/select-rows.js";
import { FirstSteps } from "./pointer/first-steps.js";
import { PointerLayer } from "./pointer/pointer-layer.js";
import { useNotes } from "./notes/notes-context.js";
import { FindLayer } from "./palette/find-layer.js";
import { PresenceLayer } from "./presence/presence-layer.js";
import { useProblems } from "./panels/draft-problems.js";
import { PlaybackBar } from "./playback/playback-bar.js";
import { PlayedRunContext, TraceLayer } from "./playback/trace-layer.js";
import { usePlayback, type PlayedRun } from "./playback/use-playback.js";
import { FormCanvas } from "./canvas/form-canvas.js";
import type { FormEditing, Press } from "./canvas/form-editing.js";
import { rememberedRowFlags } from "./canvas/row-flags.js";
import type { Cell } from "./selection.js";

const layers = (
  <>
    <FindLayer />
    <PresenceLayer />
    <TraceLayer />
    <TypingLayer />
    <PointerLayer />
  </>
);

/** It is drawn for what it shows, not for every problem that is told in other words. */
const StillForm = memo(FormCanvas);

/** The form while it is drawn: what is pressed is selected, and the layers on it change it. */
export function DraftCanvas() {
  const { all: problems } = useProblems();
  const { notes } = useNotes();
  const editor = useEditor();
  const graph = useDraft((draft) => draft.document.graph);
  const columns = useDraft((draft) => draft.document.columns ?? null);
  const selection = useView((view) => view.selection);
  const reveal = useView((view) => view.reveal);
  const [flagsOf] = useState(rememberedRowFlags);
  const flags = useMemo(() => flagsOf(notes, problems, graph), [flagsOf, notes, problems, graph]);
  const selectLane = useCallback(
    (key: LaneKey) => {
      const { select, openPanel } = editor.view.getState();
      select({ type: "lane", key });
      openPanel(true);
    },
    [editor],
  );
  const editing = useFormEditing();
  const played = usePlayedRun();
  return (
    <PlayedRunContext value={played}>
      <TypingArea>
        <StillForm
          graph={graph}
          flags={flags}
          fill
          marks={played?.frame.marks ?? null}
          editing={editing}
          selectedLane={selection?.type === "lane" ? selection.key : null}
          onSelectLane={selectLane}
          reveal={reveal}
          columns={columns}
          layers={layers}
        />
        <FirstSteps />
      </TypingArea>
      {played !== null && <PlaybackBar played={played} />}
    </PlayedRunContext>
  );
}

/** The run that is played on the draft, each of its steps brought into view. */
function usePlayedRun(): PlayedRun | null {
  const { view } = useEditor();
  const graph = useDraft((draft) => draft.document.graph);
  const playing = useView((state) => state.playing);
  const end = useCallback(() => view.getState().play(null), [view]);
  const played = usePlayback(graph, playing, end);
  const look = played?.frame ?? null;
  useEffect(() => {
    if (look !== null && look.look !== null) view.getState().bringIntoView(look.look);
  }, [look, view]);
  return played;
}

/** The grid's active cell, selected rows and words, each the same object while it says the same. */
function useFormEditing(): FormEditing {
  const editor = useEditor();
  const graph = useDraft((draft) => draft.document.graph);
  const selection = useView((view) => view.selection);
  const { t } = editor;
  const [spokenOf] = useState(rememberedSpokenSteps);
  const spoken = useMemo(() => spokenOf(graph, t), [spokenOf, graph, t]);
  const press = useMemo(() => (cell: Cell, how: Press) => pressCell(editor, cell, how), [editor]);
  return useMemo(() => {
    const nodes = selection?.type === "nodes" ? selection : null;
    return { active: nodes?.active ?? null, selected: new Set(nodes?.keys), spoken, press };
  }, [selection, spoken, press]);
}
