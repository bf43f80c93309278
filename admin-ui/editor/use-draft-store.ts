import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { useAction } from "../app/use-action.js";
import { createDraftStore, type DraftStore, type SaveEdits } from "./draft-store.js";
import { editInput } from "./edit-input.js";
import { editDraftMutation, positionsQuery } from "./sop-operations.js";
import type { VersionData } from "./sop-page.js";
import { documentOf } from "./version-document.js";

/** The draft of one version, saved through the API; leaving the page waits for what is unsaved. */
export function useDraftStore(version: VersionData): DraftStore {
  const { t } = useTranslation();
  const [, send] = useAction(editDraftMutation, { quiet: true });
  const [{ data }] = useQuery({ query: positionsQuery, variables: {} });
  const save: SaveEdits = async (edits, revision) => {
    const ids = new Map(data?.positions.map(({ code, id }) => [code, id] as const));
    for (const { position } of version.lanes) {
      if (position !== null) ids.set(position.code, position.id);
    }
    const result = await send({
      input: {
        versionId: version.id,
        revision,
        edits: edits.map((edit) => editInput(edit, ids)),
      },
    });
    const conflict = result.payload?.conflict ?? null;
    if (conflict !== null) return { ok: false, conflict: true };
    if (!result.ok) {
      const isConflict = result.errors.some((error) => error.code === "CONFLICT");
      const message = result.errors.map((error) => error.message).join(" ");
      return isConflict ? { ok: false, conflict: true } : { ok: false, conflict: false, message };
    }
    const saved = result.payload.version;
    return saved === null
      ? { ok: false, conflict: false, message: t("error.server") }
      : { ok: true, revision: saved.revision };
  };
  // The store outlives the renders; it always saves through the newest closure.
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  const [store] = useState(() =>
    createDraftStore(documentOf(version), version.revision, (edits, revision) =>
      latest.current(edits, revision),
    ),
  );
  useEffect(() => {
    const isUnsaved = () => store.getState().pending.length > 0;
    const onLeave = (event: BeforeUnloadEvent) => {
      if (!isUnsaved()) return;
      void store.getState().flush();
      event.preventDefault();
    };
    const onOnline = () => void store.getState().flush();
    window.addEventListener("beforeunload", onLeave);
    window.addEventListener("online", onOnline);
    return () => {
      window.removeEventListener("beforeunload", onLeave);
      window.removeEventListener("online", onOnline);
      if (isUnsaved()) void store.getState().flush();
    };
  }, [store]);
  return store;
}
