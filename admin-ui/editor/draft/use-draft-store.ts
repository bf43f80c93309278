import { notifications } from "@mantine/notifications";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { useHoldSession, useMe, useSession } from "../../app/session.js";
import type { SessionHoldStore } from "../../app/session-hold.js";
import { createDraftStore, type DraftStore } from "./draft-store.js";
import { keepOnConflict, keptEdits, type KeptEdits } from "./kept-edits.js";
import { announceEditor, liveEditors } from "./live-editors.js";
import { newKey } from "./new-key.js";
import { saveDraft } from "./save-draft.js";
import { keepUnsaved, recovered, unsavedShelf, type UnsavedShelf } from "./unsaved-edits.js";
import type { VersionData } from "../sop-operations.js";
import { documentOf } from "../versions/version-document.js";

interface OpenDraft {
  readonly editor: string;
  readonly store: DraftStore;
  readonly kept: KeptEdits;
  readonly shelf: UnsavedShelf;
  /** Writes down what is unsaved, at once. */
  readonly writeDown: () => void;
}

/**
 * Drafts that were left with edits under way, of each session. Whoever comes back to one goes on
 * with it, instead of beginning anew with what the server had before those edits.
 */
const leftOpen = new WeakMap<SessionHoldStore, Map<string, OpenDraft>>();

function leftIn(session: SessionHoldStore): Map<string, OpenDraft> {
  const known = leftOpen.get(session);
  if (known !== undefined) return known;
  const drafts = new Map<string, OpenDraft>();
  leftOpen.set(session, drafts);
  // The next person's cookie must not send what this one drew; it is written down here.
  session.subscribe(({ isOver }) => {
    if (!isOver) return;
    for (const { store, writeDown } of drafts.values()) {
      store.getState().stop();
      writeDown();
    }
    drafts.clear();
  });
  return drafts;
}

/**
 * The draft of one version, saved through the API. What the server does not have is written down in
 * this browser with every change: after a crash, a reload or a lost session it is taken up again.
 */
export function useDraftStore(version: VersionData): {
  readonly store: DraftStore;
  readonly kept: KeptEdits;
  /** Grows when edits that were left behind were put to the kept ones. */
  readonly round: number;
} {
  const { t } = useTranslation();
  const client = useClient();
  const me = useMe();
  const { hold } = useSession();
  const [round, setRound] = useState(0);
  const [draft] = useState((): OpenDraft => {
    const left = leftIn(hold).get(version.id);
    const state = left?.store.getState();
    if (left !== undefined && state?.saveState !== "conflict" && state?.pending.length !== 0) {
      return left;
    }
    const save = saveDraft(client, version, t);
    const store = createDraftStore(documentOf(version), version.revision, save);
    const kept = keptEdits(window.localStorage, me.id, version.id);
    const shelf = unsavedShelf(window.localStorage, me.id, version.id);
    const editor = newKey("w");
    keepOnConflict(store, kept);
    return { editor, store, kept, shelf, writeDown: keepUnsaved(store, shelf, editor) };
  });
  const { store, kept, shelf, editor, writeDown } = draft;
  useHoldSession(() => void store.getState().flush());
  useEffect(() => {
    const isUnsaved = () => store.getState().pending.length > 0;
    const onLeave = (event: BeforeUnloadEvent) => {
      if (!isUnsaved()) return;
      writeDown();
      void store.getState().flush();
      event.preventDefault();
    };
    const onOnline = () => void store.getState().flush();
    window.addEventListener("beforeunload", onLeave);
    window.addEventListener("pagehide", writeDown);
    window.addEventListener("online", onOnline);
    const leave = announceEditor(editor);
    const drafts = leftIn(hold);
    drafts.set(version.id, draft);
    return () => {
      window.removeEventListener("beforeunload", onLeave);
      window.removeEventListener("pagehide", writeDown);
      window.removeEventListener("online", onOnline);
      leave();
      if (isUnsaved()) void store.getState().flush();
      else drafts.delete(version.id);
    };
  }, [store, editor, writeDown, hold, version.id, draft]);
  useEffect(() => {
    let isHere = true;
    const takeUp = async () => {
      if (shelf.read().every((unsaved) => unsaved.editor === editor)) return;
      const alive = await liveEditors();
      if (!isHere) return;
      const orphans = shelf.read().filter((one) => one.editor !== editor && !alive.has(one.editor));
      for (const orphan of orphans) {
        const { document, revision, reapply } = store.getState();
        const { apply, offer } = recovered(document, revision, orphan);
        const refused = apply.length === 0 ? [] : reapply(apply);
        kept.write([...kept.read(), ...refused, ...offer]);
        writeDown();
        shelf.write({ ...orphan, edits: [] });
        if (apply.length > refused.length) notifications.show({ message: t("kept.takenUp") });
        if (refused.length + offer.length > 0) setRound((value) => value + 1);
      }
    };
    void takeUp();
    return () => {
      isHere = false;
    };
  }, [store, shelf, editor, kept, writeDown, t]);
  return { store, kept, round };
}
