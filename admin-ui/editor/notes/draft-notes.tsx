import { useDraft, useView } from "../editor-context.js";
import { useLookAt } from "../panels/use-look-at.js";
import { isOnIdentityPage, selectedTarget, type NoteTarget } from "./note-place.js";
import { NotesPanel } from "./notes-panel.js";

/** The notes of the draft that is being drawn; a new one goes to what is selected. */
export function DraftNotes() {
  const graph = useDraft((draft) => draft.document.graph);
  const selection = useView((view) => view.selection);
  const look = useLookAt("notes");
  const go = (place: NoteTarget) => {
    if (isOnIdentityPage(place)) look.identity(place.targetKey);
    else if (place.targetType === "LANE") look.lane(place.targetKey);
    else if (place.targetType === "EDGE") look.edge(place.targetKey);
    else look.node(place.targetKey);
  };
  return <NotesPanel graph={graph} target={selectedTarget(selection)} onPlace={go} />;
}
