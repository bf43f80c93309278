import {
  applyEdits,
  editsBetween,
  type DocumentEdit,
  type SopDocument,
} from "../../../domain/index.js";
import { createStore, type StoreApi } from "zustand/vanilla";
import { appended, nextBatch } from "./pending-edits.js";
import { carryOver, receiveEdits } from "./receive-edits.js";
import { reapplyEdits } from "./reapply-edits.js";
import { beginWith } from "./same-edits.js";

/** Where the draft is: all on the server, waiting, under way, not arrived, or overtaken. */
export type SaveState = "saved" | "waiting" | "saving" | "failed" | "conflict";

/** What the server has since the revision that the edits were made on. */
export interface Overtaken {
  readonly revision: number;
  readonly edits: readonly DocumentEdit[];
  /** The names of those who made them. */
  readonly editedBy?: readonly string[];
}

/** What a conflict is about: the draft from which both began, and what the others made of it. */
export interface OvertakenDraft {
  readonly base: SopDocument;
  readonly theirs: SopDocument;
  readonly editedBy: readonly string[];
}

export type SaveResult =
  | { readonly ok: true; readonly revision: number }
  | { readonly ok: false; readonly conflict: Overtaken }
  | {
      readonly ok: false;
      readonly conflict: null;
      readonly message: string;
      /** No answer came: the server may have saved the edits, or not. */
      readonly isLost: boolean;
    };

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
  /** `null` unless `saveState` is `conflict`, and where the others' edits are of another draft. */
  readonly overtaken: OvertakenDraft | null;
  readonly undoSteps: readonly Step[];
  readonly redoSteps: readonly (readonly DocumentEdit[])[];
  /** Edits that the server does not have yet. */
  readonly pending: readonly DocumentEdit[];
  /** Applies the edits, all or none; `false` where they do not fit. */
  edit(edits: readonly DocumentEdit[], tag?: string): boolean;
  undo(): void;
  redo(): void;
  /** Applies each of the edits that still fits, as one step to undo; returns those that do not. */
  reapply(edits: readonly DocumentEdit[]): readonly DocumentEdit[];
  /**
   * Takes what others saved from the revision `since` on. `false` where it meets what waits here,
   * while a save is under way, and where this is no longer that revision.
   */
  receive(edits: readonly DocumentEdit[], since: number, revision: number): boolean;
  /** Sends what waits, and resolves when nothing waits any more or saving failed. */
  flush(): Promise<boolean>;
  /** Sends nothing any more; whoever drew it is gone. */
  stop(): void;
}

export type DraftStore = StoreApi<Draft>;

const saveAfter = 700;
/** Each try waits twice as long as the one before it, up to the longest. */
const retryFirst = 2000;
const retryLongest = 30_000;
const joinWithin = 1200;
const undoLimit = 200;

/**
 * The draft as it is drawn here: local at once, sent to the server a moment later, in order, one
 * request at a time, each on the revision that the last one returned.
 *
 * Edits whose answer was lost are sent again exactly as they were. If the server had saved them, it
 * reports them as a conflict; they are known by their words then, and nobody is in anybody's way.
 */
export function createDraftStore(
  document: SopDocument,
  revision: number,
  save: SaveEdits,
  now: () => number = Date.now,
): DraftStore {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let underWay: Promise<boolean> | null = null;
  /** How many of the pending edits are under way, or may have arrived without our knowing. */
  let sent = 0;
  /** As the server has it at the revision that is known here. */
  let base = document;
  let failures = 0;
  let isStopped = false;
  /** Whether the server has said no to what waits. */
  let isRefused = false;

  const store = createStore<Draft>((set, get) => {
    const apply = (edits: readonly DocumentEdit[]): readonly DocumentEdit[] | null => {
      const result = applyEdits(get().document, edits);
      if (!result.ok) return null;
      set(({ pending, saveState }) => ({
        document: result.document,
        pending: [...pending.slice(0, sent), ...appended(pending.slice(sent), edits)],
        saveState: saveState === "conflict" || saveState === "saving" ? saveState : "waiting",
        saveMessage: null,
      }));
      schedule(saveAfter);
      return result.inverse;
    };
    return {
      document,
      revision,
      saveState: "saved",
      saveMessage: null,
      overtaken: null,
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
      reapply(edits) {
        const { fitting, refused } = reapplyEdits(get().document, edits);
        get().edit(fitting);
        return refused;
      },
      receive(edits, since, newest) {
        if (sent > 0 || underWay !== null || get().revision !== since) return false;
        return get().saveState !== "conflict" && take(edits, newest);
      },
      async flush() {
        cancelTimer();
        while (get().pending.length > 0 || underWay !== null) {
          if (!(await (underWay ?? send()))) return false;
        }
        return true;
      },
      stop() {
        isStopped = true;
        cancelTimer();
      },
    };
  });

  function cancelTimer(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function schedule(delay: number): void {
    cancelTimer();
    if (isStopped) return;
    timer = setTimeout(() => void store.getState().flush(), delay);
  }

  function send(): Promise<boolean> {
    const { document: drawn, revision: known, saveState } = store.getState();
    if (isStopped || saveState === "conflict") return Promise.resolve(false);
    // What was refused may have been taken back since, and must not be asked for again.
    const pending = isRefused ? editsBetween(base, drawn) : store.getState().pending;
    isRefused = false;
    if (pending.length === 0) {
      store.setState({ pending, saveState: "saved", saveMessage: null });
      return Promise.resolve(true);
    }
    const batch = sent === 0 ? nextBatch(pending) : pending.slice(0, sent);
    sent = batch.length;
    store.setState({ pending, saveState: "saving", saveMessage: null });
    underWay = save(batch, known).then((result) => {
      underWay = null;
      if (result.ok) return arrived(batch.length, result.revision);
      const { conflict } = result;
      if (conflict === null) {
        isRefused = !result.isLost;
        if (isRefused) sent = 0;
        store.setState({ saveState: "failed", saveMessage: result.message });
        schedule(Math.min(retryFirst * 2 ** failures++, retryLongest));
        return false;
      }
      const isOurs = beginWith(conflict.edits, batch);
      if (isOurs) arrived(batch.length, conflict.revision);
      if (isOurs && conflict.edits.length === batch.length) return true;
      const theirs = isOurs ? conflict.edits.slice(batch.length) : conflict.edits;
      sent = 0;
      // Two who draw on different steps are in nobody's way.
      const isNews = theirs.length > 0 && conflict.revision > known;
      if (isNews && take(theirs, conflict.revision)) return true;
      const made = applyEdits(base, theirs);
      const { editedBy = [] } = conflict;
      const overtaken = isNews && made.ok ? { base, theirs: made.document, editedBy } : null;
      store.setState({ saveState: "conflict", overtaken });
      return false;
    });
    return underWay;
  }

  /** What others saved, under what waits here. */
  function take(edits: readonly DocumentEdit[], newest: number): boolean {
    const before = store.getState();
    const received = receiveEdits({ ...before, base }, edits);
    if (received === null) return false;
    const { document: after, pending } = received;
    base = received.base;
    store.setState({
      document: after,
      pending,
      revision: newest,
      saveState: pending.length === 0 ? "saved" : "waiting",
      undoSteps: carryOver(
        before.undoSteps,
        ({ back }) => back,
        (step, back) => ({ ...step, back }),
        before.document,
        after,
      ),
      redoSteps: carryOver(
        before.redoSteps,
        (step) => step,
        (_, step) => step,
        before.document,
        after,
      ),
    });
    if (pending.length > 0) schedule(saveAfter);
    return true;
  }

  function arrived(count: number, revision: number): true {
    sent = 0;
    failures = 0;
    const saved = applyEdits(base, store.getState().pending.slice(0, count));
    if (saved.ok) base = saved.document;
    store.setState((state) => {
      const rest = state.pending.slice(count);
      return { revision, pending: rest, saveState: rest.length === 0 ? "saved" : "waiting" };
    });
    return true;
  }

  return store;
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
