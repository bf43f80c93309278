import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useClient } from "urql";
import type { DocumentEdit } from "../../../domain/index.js";
import { changesNoList } from "../../app/client.js";
import { useSession } from "../../app/session.js";
import { newKey } from "../draft/new-key.js";
import { useDraft, useEditor, useView } from "../editor-context.js";
import { useNotes } from "../notes/notes-context.js";
import { focusPath } from "./focus-path.js";
import { draftPulseMutation, type PresentPerson, type PulseAnswer } from "./presence-operations.js";

/** Why nothing more can be saved in this draft. */
export type DraftEnd = "DISCARDED" | "SUBMITTED" | "ENACTED";

/** What the pulse has told. */
export interface DraftNews {
  readonly people: readonly PresentPerson[];
  /** `null` while it can be edited. */
  readonly end: DraftEnd | null;
  /** Who saved what was just taken over; a new object for each time. */
  readonly taken: { readonly names: readonly string[] } | null;
  /** What is new cannot be handed over as edits: the draft has to be read anew. */
  readonly isOutdated: boolean;
}

const beatEvery = 7000;
/** A window that nobody looks at says only that it is still there. */
const hiddenEvery = 20_000;
const soon = 600;
const lastWords: RequestInit = { credentials: "same-origin", keepalive: true };
const nothing: DraftNews = { people: [], end: null, taken: null, isOutdated: false };

/**
 * Says every few seconds that the draft is open here and where in it one is, and takes over what
 * others saved meanwhile.
 */
export function useDraftPulse(versionId: string): DraftNews {
  const client = useClient();
  const { draft } = useEditor();
  const { reload: reloadNotes } = useNotes();
  const [tab] = useState(() => newKey("w"));
  const [news, setNews] = useState<DraftNews>(nothing);
  const notesSeen = useRef<number | null>(null);
  const focus = useView((view) => focusPath(view.tab, view.selection));
  const hasFailed = useDraft(({ saveState }) => saveState === "failed");

  const take = (answer: PulseAnswer, since: number) => {
    const others = answer.people.filter((one) => one.tab !== tab);
    const end = endOf(answer);
    const seen = notesSeen.current;
    notesSeen.current = answer.notesRevision ?? seen;
    if (seen !== null && answer.notesRevision !== null && answer.notesRevision !== seen) {
      reloadNotes();
    }
    const newest = answer.revision ?? since;
    // An older revision is news too: a backup has been restored.
    const isNews = end === null && newest !== since && draft.getState().revision === since;
    const edits = answer.edits as readonly DocumentEdit[] | null;
    const isTaken = isNews && edits !== null && draft.getState().receive(edits, since, newest);
    setNews((last) => ({
      people: others,
      // What was submitted may be taken back; an answer that does not say leaves it as it was.
      end: answer.status === "DRAFT" ? null : (end ?? last.end),
      taken: isTaken ? { names: answer.editedBy.map(({ name }) => name) } : last.taken,
      isOutdated: isNews && edits === null,
    }));
  };

  const { hold } = useSession();
  const beat = useEffectEvent(async (leaving: boolean, place = focus) => {
    // Until the password is given again nobody is here, and nobody would be told anything.
    if (hold.getState().isAsking) return;
    const { revision } = draft.getState();
    const input = { versionId, revision, tab, focus: place, leaving };
    // What is said on the way out is sent although the page is gone.
    const context = leaving ? { ...changesNoList, fetchOptions: lastWords } : changesNoList;
    const { data } = await client.mutation(draftPulseMutation, { input }, context).toPromise();
    // Without a session there is no data at all.
    if (data && !leaving) take(data.draftPulse, revision);
  });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let isOver = false;
    const next = (after: number) => {
      if (timer !== null) clearTimeout(timer);
      if (isOver) return;
      timer = setTimeout(() => {
        void beat(false).finally(() =>
          next(document.visibilityState === "visible" ? beatEvery : hiddenEvery),
        );
      }, after);
    };
    next(soon);
    const onVisible = () => {
      if (document.visibilityState === "visible") next(0);
    };
    const onHide = () => void beat(true);
    document.addEventListener("visibilitychange", onVisible);
    window.addEventListener("pagehide", onHide);
    return () => {
      window.removeEventListener("pagehide", onHide);
      isOver = true;
      if (timer !== null) clearTimeout(timer);
      document.removeEventListener("visibilitychange", onVisible);
      void beat(true);
    };
  }, []);

  // Whoever goes somewhere else is seen there a moment later; a save that failed asks why.
  useEffect(() => {
    const timer = setTimeout(() => void beat(false, focus), hasFailed ? 0 : soon);
    return () => clearTimeout(timer);
  }, [focus, hasFailed]);

  return news;
}

function endOf({ status, userErrors }: PulseAnswer): DraftEnd | null {
  const [error] = userErrors;
  if (error?.code === "DISCARDED" || error?.code === "NOT_FOUND") return "DISCARDED";
  if (status === null || status === "DRAFT") return null;
  return status === "SUBMITTED" ? "SUBMITTED" : "ENACTED";
}
