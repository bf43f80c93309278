import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Graph } from "../../../domain/index.js";
import { groupBy } from "../../app/group-by.js";
import { useFormat } from "../../app/use-format.js";
import { NewNote } from "./new-note.js";
import type { NoteData } from "./note-operations.js";
import {
  isOnIdentityPage,
  placeName,
  placeOrder,
  rowOf,
  wholeForm,
  type NoteTarget,
} from "./note-place.js";
import { NoteRow } from "./note-row.js";
import { useNotes } from "./notes-context.js";
import "./notes.css";

export interface NotesPanelProps {
  readonly graph: Graph;
  /** Where a new note goes: what is selected, else the form as a whole. */
  readonly target?: NoteTarget;
  /** A place was pressed that a note hangs on. */
  readonly onPlace: (target: NoteTarget) => void;
  /** Only the notes of this row; `null` shows all. */
  readonly only?: string | null;
  readonly onAll?: () => void;
}

type Shown = "open" | "resolved" | "all";

/** What somebody must still confirm, by the place that it hangs on, and what was confirmed. */
export function NotesPanel(props: NotesPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { graph, only = null, target = wholeForm } = props;
  const { notes: all, canAdd } = useNotes();
  const [shown, setShown] = useState<Shown>("open");
  const here = only === null ? all : all.filter((note) => rowOf(note, graph) === only);
  const kept: Record<Shown, readonly NoteData[]> = {
    open: here.filter((note) => !note.resolved),
    resolved: here.filter((note) => note.resolved),
    all: here,
  };
  const notes = kept[shown];
  return (
    <div data-testid="notes" className="notes-panel">
      {only !== null && props.onAll !== undefined && (
        <button type="button" className="link-button note-all" onClick={props.onAll}>
          {t("notes.showAll", { count: all.length })}
        </button>
      )}
      {canAdd && (
        <NewNote
          key={target.targetType + target.targetKey}
          target={target}
          place={placeName(target, graph, t)}
        />
      )}
      {here.length > 0 && (
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t("notes.filter")}
          value={shown}
          onChange={(value) => setShown(value as Shown)}
          data={(["open", "resolved", "all"] as const).map((value) => ({
            value,
            label: t(`notes.shown.${value}`, { number: format.number(kept[value].length) }),
          }))}
        />
      )}
      {notes.length === 0 && (
        <p className="quiet">{shown === "open" ? t("notes.none") : t("notes.noneShown")}</p>
      )}
      <NoteGroups {...props} notes={notes} />
    </div>
  );
}

function NoteGroups(props: NotesPanelProps & { notes: readonly NoteData[] }) {
  const { t } = useTranslation();
  const { graph, onPlace } = props;
  const notes = props.notes.toSorted((a, b) => placeOrder(a, graph) - placeOrder(b, graph));
  return (
    <ul className="note-list">
      {[...groupBy(notes, (note) => placeName(note, graph, t))].map(([name, members]) => {
        const [first] = members;
        const leads =
          first !== undefined &&
          (isOnIdentityPage(first) || rowOf(first, graph) !== null || first.targetType === "LANE");
        return (
          <li key={name}>
            <div className="note-place">
              {leads ? (
                <button type="button" className="link-button" onClick={() => onPlace(first)}>
                  {name}
                </button>
              ) : (
                name
              )}
            </div>
            {members.map((note) => (
              <NoteRow key={note.id} note={note} />
            ))}
          </li>
        );
      })}
    </ul>
  );
}
