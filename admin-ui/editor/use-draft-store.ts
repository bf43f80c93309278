import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { createDraftStore, type DraftStore } from "./draft-store.js";
import { saveDraft } from "./save-draft.js";
import type { VersionData } from "./sop-operations.js";
import { documentOf } from "./version-document.js";

/** The draft of one version, saved through the API; leaving the page waits for what is unsaved. */
export function useDraftStore(version: VersionData): DraftStore {
  const { t } = useTranslation();
  const client = useClient();
  const [store] = useState(() =>
    createDraftStore(documentOf(version), version.revision, saveDraft(client, version, t)),
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
