import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Graph } from "../../../domain/index.js";
import { groupBy } from "../../app/group-by.js";
import { useAction } from "../../app/use-action.js";
import { rowName } from "./problem-text.js";
import type { NoteLike } from "../canvas/row-flags.js";
import { resolveNoteMutation } from "../sop-operations.js";

interface NotesPanelProps {
  readonly notes: readonly NoteLike[];
  readonly graph: Graph;
  readonly canResolve: boolean;
  readonly onNode: (node: string) => void;
  /** A field of the first page was pressed. */
  readonly onIdentity: () => void;
  /** Only the notes of this row; `null` shows all. */
  readonly only?: string | null;
  readonly onAll?: () => void;
}

/** What somebody must still confirm, by the place on the form that it hangs on. */
export function NotesPanel(props: NotesPanelProps) {
  const { t } = useTranslation();
  const { graph, only = null } = props;
  const notes =
    only === null ? props.notes : props.notes.filter((note) => placeOf(note, graph) === only);
  const open = notes.filter((note) => !note.resolved);
  const resolved = notes.filter((note) => note.resolved);
  return (
    <div data-testid="notes">
      {only !== null && props.onAll !== undefined && (
        <button type="button" className="link-button note-all" onClick={props.onAll}>
          {t("notes.showAll", { count: props.notes.length })}
        </button>
      )}
      {open.length === 0 && <p className="quiet">{t("notes.none")}</p>}
      <NoteGroups {...props} notes={open} />
      {resolved.length > 0 && (
        <details className="resolved-notes">
          <summary>{t("notes.resolvedCount", { count: resolved.length })}</summary>
          <NoteGroups {...props} notes={resolved} />
        </details>
      )}
    </div>
  );
}

function NoteGroups(props: NotesPanelProps) {
  const { t } = useTranslation();
  const { graph, onNode, onIdentity } = props;
  const nameOf = (note: NoteLike): string => {
    const node = placeOf(note, graph);
    if (node !== null) return rowName(graph, node, (kind) => t(`kind.${kind}`));
    if (isOnIdentityPage(note)) return t("sop.identityTab");
    if (note.targetType !== "LANE") return t("notes.wholeForm");
    const lane = graph.lanes.find(({ key }) => key === note.targetKey);
    return t("notes.lane", { name: lane?.name ?? note.targetKey });
  };
  return (
    <ul className="note-list">
      {[...groupBy(props.notes, nameOf)].map(([name, notes]) => {
        const [first] = notes;
        const node = first === undefined ? null : placeOf(first, graph);
        const onPage = first !== undefined && isOnIdentityPage(first) ? onIdentity : null;
        const go = node === null ? onPage : () => onNode(node);
        return (
          <li key={name}>
            <div className="note-place">
              {go === null ? (
                name
              ) : (
                <button type="button" className="link-button" onClick={go}>
                  {name}
                </button>
              )}
            </div>
            {notes.map((note) => (
              <NoteRow key={note.id} note={note} canResolve={props.canResolve} />
            ))}
          </li>
        );
      })}
    </ul>
  );
}

function NoteRow({ note, canResolve }: { note: NoteLike; canResolve: boolean }) {
  const { t, i18n } = useTranslation();
  const [busy, resolve] = useAction(resolveNoteMutation);
  const fieldKey = `noteField.${note.targetType === "FIELD" ? note.targetKey : note.targetField}`;
  return (
    <div className="note-row">
      <p>
        {i18n.exists(fieldKey) && <span className="note-field">{t(fieldKey)}</span>}
        {note.text}
      </p>
      {canResolve && (
        <Button
          size="compact-xs"
          variant="default"
          fw={400}
          loading={busy}
          onClick={() => void resolve({ input: { noteId: note.id, resolved: !note.resolved } })}
        >
          {note.resolved ? t("notes.reopen") : t("notes.resolve")}
        </Button>
      )}
    </div>
  );
}

/** Fields are of the first page, but for those that name something of the form itself. */
function isOnIdentityPage(note: NoteLike): boolean {
  return note.targetType === "FIELD" && !note.targetKey.startsWith("graph.");
}

function placeOf(note: NoteLike, graph: Graph): string | null {
  if (note.targetType === "NODE") return note.targetKey;
  if (note.targetType !== "EDGE") return null;
  return graph.edges.find((edge) => edge.key === note.targetKey)?.from ?? null;
}
