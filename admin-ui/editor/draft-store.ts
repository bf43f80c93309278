import { applyEdits, type DocumentEdit, type SopDocument } from "../../domain/index.js";
import { createStore, type StoreApi } from "zustand/vanilla";

/** Where the draft is: all on the server, waiting, under way, not arrived, or overtaken. */
export type SaveState = "saved" | "waiting" | "saving" | "failed" | "conflict";

export type SaveResult =
  | { readonly ok: true; readonly revision: number }
  | { readonly ok: false; readonly conflict: true }
  | { readonly ok: false; readonly conflict: false; readonly message: string };

export type SaveEdits = (edits: readonly DocumentEdit[], revision: number) => Promise<SaveResult>;

interface Step {
  readonly back: readonly DocumentEdit[];
  /** Steps of one tag that follow one another closely are undone as one. */
  readonly tag: string | null;
  readonly at: number;
}

export interface Draft {
  readonly document: SopDocument;
  readonly revision: number;
  readonly saveState: SaveState;
  /** Why the last save failed; `null` unless `saveState` is `failed`. */
  readonly saveMessage: string | null;
  readonly undoSteps: readonly Step[];
  readonly redoSteps: readonly (readonly DocumentEdit[])[];
  /** Edits that the server does not have yet. */
  readonly pending: readonly DocumentEdit[];
  /** Applies the edits, all or none; `false` where they do not fit. */
  edit(edits: readonly DocumentEdit[], tag?: string): boolean;
  undo(): void;
  redo(): void;
  /** Sends what waits, and resolves when nothing waits any more or saving failed. */
  flush(): Promise<boolean>;
}

export type DraftStore = StoreApi<Draft>;

const saveAfter = 700;
const retryAfter = 5000;
const joinWithin = 1200;
const undoLimit = 200;

/**
 * The draft as it is drawn here: local at once, sent to the server a moment later, in order, one
 * request at a time, each on the revision that the last one returned.
 */
export function createDraftStore(
  document: SopDocument,
  revision: number,
  save: SaveEdits,
  now: () => number = Date.now,
): DraftStore {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let underWay: Promise<boolean> | null = null;

  const store = createStore<Draft>((set, get) => {
    const apply = (edits: readonly DocumentEdit[]): readonly DocumentEdit[] | null => {
      const result = applyEdits(get().document, edits);
      if (!result.ok) return null;
      set(({ pending, saveState }) => ({
        document: result.document,
        pending: appended(pending, edits, underWay !== null),
        saveState: saveState === "conflict" || saveState === "saving" ? saveState : "waiting",
      }));
      schedule(saveAfter);
      return result.inverse;
    };
    return {
      document,
      revision,
      saveState: "saved",
      saveMessage: null,
      undoSteps: [],
      redoSteps: [],
      pending: [],
      edit(edits, tag) {
        const back = edits.length === 0 ? null : apply(edits);
        if (back === null) return false;
        set(({ undoSteps }) => ({ undoSteps: remember(undoSteps, back, tag ?? null, now()) }));
        set({ redoSteps: [] });
        return true;
      },
      undo() {
        const { undoSteps, redoSteps } = get();
        const step = undoSteps.at(-1);
        const forth = step === undefined ? null : apply(step.back);
        if (forth === null) return;
        set({ undoSteps: undoSteps.slice(0, -1), redoSteps: [...redoSteps, forth] });
      },
      redo() {
        const { undoSteps, redoSteps } = get();
        const edits = redoSteps.at(-1);
        const back = edits === undefined ? null : apply(edits);
        if (back === null) return;
        set({
          undoSteps: [...undoSteps, { back, tag: null, at: now() }],
          redoSteps: redoSteps.slice(0, -1),
        });
      },
      async flush() {
        cancelTimer();
        while (get().pending.length > 0 || underWay !== null) {
          if (!(await (underWay ?? send()))) return false;
        }
        return true;
      },
    };
  });

  function cancelTimer(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function schedule(delay: number): void {
    cancelTimer();
    timer = setTimeout(() => void store.getState().flush(), delay);
  }

  function send(): Promise<boolean> {
    const { pending, revision: base, saveState } = store.getState();
    if (saveState === "conflict") return Promise.resolve(false);
    store.setState({ saveState: "saving", saveMessage: null });
    underWay = save(pending, base).then((result) => {
      underWay = null;
      if (result.ok) {
        store.setState((state) => {
          const rest = state.pending.slice(pending.length);
          return {
            revision: result.revision,
            pending: rest,
            saveState: rest.length === 0 ? "saved" : "waiting",
          };
        });
        return true;
      }
      if (result.conflict) store.setState({ saveState: "conflict" });
      else {
        store.setState({ saveState: "failed", saveMessage: result.message });
        schedule(retryAfter);
      }
      return false;
    });
    return underWay;
  }

  return store;
}

/** Typing rewrites the same element again and again; only its last state needs to be sent. */
function appended(
  pending: readonly DocumentEdit[],
  edits: readonly DocumentEdit[],
  isSending: boolean,
): readonly DocumentEdit[] {
  const [edit] = edits;
  const last = pending.at(-1);
  const rewrites =
    !isSending &&
    edits.length === 1 &&
    edit !== undefined &&
    last !== undefined &&
    edit.op === last.op &&
    (edit.op === "SET_IDENTITY" ||
      edit.op === "SET_LISTS" ||
      (edit.op === "UPDATE" &&
        last.op === "UPDATE" &&
        edit.in === last.in &&
        edit.key === last.key));
  return rewrites && edit !== undefined ? [...pending.slice(0, -1), edit] : [...pending, ...edits];
}

function remember(
  steps: readonly Step[],
  back: readonly DocumentEdit[],
  tag: string | null,
  at: number,
): readonly Step[] {
  const last = steps.at(-1);
  if (tag !== null && last !== undefined && last.tag === tag && at - last.at < joinWithin) {
    return [...steps.slice(0, -1), { ...last, at }];
  }
  return [...steps.slice(-undoLimit + 1), { back, tag, at }];
}
