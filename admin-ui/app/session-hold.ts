import { createStore, type StoreApi } from "zustand/vanilla";

/**
 * Work on the screen that a session's end must not sweep away. While anything is held, the password
 * is asked for in its place, and the work goes on.
 */
export interface SessionHold {
  readonly held: ReadonlySet<() => void>;
  /** Whether the session has ended under held work, and the password is asked for. */
  readonly isAsking: boolean;
  /** Whether another session has taken its place; nothing more may be asked or sent in this one. */
  readonly isOver: boolean;
  /** Holds the page; `resume` runs when the person has signed in again. Returns what lets go. */
  hold(resume: () => void): () => void;
  /** The session is over. `false` where nothing is held, and the page may go. */
  end(): boolean;
  resume(): void;
  finish(): void;
}

export type SessionHoldStore = StoreApi<SessionHold>;

export const createSessionHold = (): SessionHoldStore =>
  createStore<SessionHold>((set, get) => ({
    held: new Set(),
    isAsking: false,
    isOver: false,
    hold(resume) {
      set(({ held }) => ({ held: new Set([...held, resume]) }));
      return () =>
        set(({ held }) => ({ held: new Set([...held].filter((one) => one !== resume)) }));
    },
    end() {
      if (get().held.size === 0) return false;
      set({ isAsking: true });
      return true;
    },
    resume() {
      set({ isAsking: false });
      for (const resume of get().held) resume();
    },
    finish: () => set({ isOver: true }),
  }));
