import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { useMe } from "../../app/session.js";
import { createDraftStore, type DraftStore } from "./draft-store.js";
import { keepOnConflict, keptEdits, type KeptEdits } from "./kept-edits.js";
import { saveDraft } from "./save-draft.js";
import type { VersionData } from "../sop-operations.js";
import { documentOf } from "../versions/version-document.js";

/**
 * The draft of one version, saved through the API, and what a conflict kept of it in this browser.
 * Leaving the page waits for what is unsaved.
 */
export function useDraftStore(version: VersionData): {
  readonly store: DraftStore;
  readonly kept: KeptEdits;
} {
  const { t } = useTranslation();
  const client = useClient();
  const me = useMe();
  const [draft] = useState(() => {
    const save = saveDraft(client, version, t);
    const store = createDraftStore(documentOf(version), version.revision, save);
    const kept = keptEdits(window.localStorage, me.id, version.id);
    keepOnConflict(store, kept);
    return { store, kept };
  });
  const { store } = draft;
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
  return draft;
}
