import { useRef, useState } from "react";
import { useMe } from "../app/session.js";
import { draftPlace, emptyDraft, type TaskDraft } from "./task-draft.js";

export interface DraftInHand {
  readonly draft: TaskDraft;
  change(part: Partial<TaskDraft>): void;
  /** Nothing of it is wanted any more. */
  clear(): void;
  /** It has all been sent: it need not be kept for another day. */
  forget(): void;
}

/** What is filled in of a task, written down in this browser at every letter. */
export function useTaskDraft(taskId: string): DraftInHand {
  const me = useMe();
  const [place] = useState(() => draftPlace(window.localStorage, me.id, taskId));
  const [draft, setDraft] = useState(place.read);
  // What an answer changes comes after letters that were typed meanwhile.
  const latest = useRef(draft);
  const show = (next: TaskDraft) => {
    latest.current = next;
    setDraft(next);
  };
  return {
    draft,
    change(part) {
      const next = { ...latest.current, ...part };
      place.write(next);
      show(next);
    },
    clear() {
      place.clear();
      show(emptyDraft);
    },
    forget: place.clear,
  };
}
