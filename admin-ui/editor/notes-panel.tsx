import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Graph } from "../../domain/index.js";
import { useAction } from "../app/use-action.js";
import { rowName } from "./problem-text.js";
import type { NoteLike } from "./row-flags.js";
import { resolveNoteMutation } from "./sop-operations.js";

interface NotesPanelProps {
  readonly notes: readonly NoteLike[];
  readonly graph: Graph;
  readonly canResolve: boolean;
  readonly onNode: (node: string) => void;
}

/** What somebody must still confirm, each with the place on the form that it hangs on. */
export function NotesPanel(props: NotesPanelProps) {
  const { t } = useTranslation();
  const open = props.notes.filter((note) => !note.resolved);
  const resolved = props.notes.filter((note) => note.resolved);
  return (
    <div data-testid="notes">
      {open.length === 0 && <p className="quiet">{t("notes.none")}</p>}
      <NoteList {...props} notes={open} />
      {resolved.length > 0 && (
        <details className="resolved-notes">
          <summary>{t("notes.resolvedCount", { count: resolved.length })}</summary>
          <NoteList {...props} notes={resolved} />
        </details>
      )}
    </div>
  );
}

function NoteList(props: NotesPanelProps) {
  return (
    <ul className="note-list">
      {props.notes.map((note) => (
        <NoteRow key={note.id} {...props} note={note} />
      ))}
    </ul>
  );
}

function NoteRow(props: NotesPanelProps & { note: NoteLike }) {
  const { t, i18n } = useTranslation();
  const { note, graph, onNode } = props;
  const [busy, resolve] = useAction(resolveNoteMutation);
  const node = placeOf(note, graph);
  const fieldKey = `noteField.${note.targetType === "FIELD" ? note.targetKey : note.targetField}`;
  const field = i18n.exists(fieldKey) ? t(fieldKey) : null;
  const name =
    note.targetType === "LANE"
      ? t("notes.lane", { name: graph.lanes.find(({ key }) => key === note.targetKey)?.name ?? "" })
      : node === null
        ? null
        : rowName(graph, node, (kind) => t(`kind.${kind}`));
  return (
    <li>
      <div className="note-place">
        {node === null ? (
          <span>{name ?? t("notes.wholeForm")}</span>
        ) : (
          <button type="button" className="link-button" onClick={() => onNode(node)}>
            {name}
          </button>
        )}
        {field !== null && <span className="quiet"> · {field}</span>}
      </div>
      <p>{note.text}</p>
      {props.canResolve && (
        <Button
          size="compact-xs"
          variant="default"
          loading={busy}
          onClick={() => void resolve({ input: { noteId: note.id, resolved: !note.resolved } })}
        >
          {note.resolved ? t("notes.reopen") : t("notes.resolve")}
        </Button>
      )}
    </li>
  );
}

function placeOf(note: NoteLike, graph: Graph): string | null {
  if (note.targetType === "NODE") return note.targetKey;
  if (note.targetType !== "EDGE") return null;
  return graph.edges.find((edge) => edge.key === note.targetKey)?.from ?? null;
}
