import { type KeptUpload, keptUploads } from "../files/kept-upload.js";

/** What a person has filled in of a task and the server does not have yet. */
export interface TaskDraft {
  readonly outcome: string | null;
  /** By the key of the output. */
  readonly references: Readonly<Record<string, string>>;
  /** Texts of the requirements that are ticked. */
  readonly brought: readonly string[];
  readonly comment: string;
  /** Files on their way, or there and not attached yet. */
  readonly files: readonly KeptUpload[];
  /** The completion whose answer has not come: what was sent, and its key. */
  readonly attempt: { readonly said: string; readonly key: string } | null;
}

export const emptyDraft: TaskDraft = {
  outcome: null,
  references: {},
  brought: [],
  comment: "",
  files: [],
  attempt: null,
};

type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** The place of one person's draft of one task, on this device. */
export interface DraftPlace {
  read(): TaskDraft;
  write(draft: TaskDraft): void;
  clear(): void;
}

/** A browser that keeps nothing (full, or forbidden) still has what is on the screen. */
export function draftPlace(storage: DraftStorage, personId: string, taskId: string): DraftPlace {
  const name = `alur-task:${personId}:${taskId}`;
  const tried = <T>(act: () => T, otherwise: T): T => {
    try {
      return act();
    } catch {
      return otherwise;
    }
  };
  return {
    read: () => tried(() => draftOf(JSON.parse(storage.getItem(name) ?? "null")), emptyDraft),
    write: (draft) => tried(() => storage.setItem(name, JSON.stringify(draft)), undefined),
    clear: () => tried(() => storage.removeItem(name), undefined),
  };
}

function draftOf(kept: unknown): TaskDraft {
  if (typeof kept !== "object" || kept === null) return emptyDraft;
  const { outcome, references, brought, comment, files, attempt } = kept as Record<string, unknown>;
  return {
    outcome: typeof outcome === "string" ? outcome : null,
    references: Object.fromEntries(
      Object.entries(
        typeof references === "object" && references !== null ? references : {},
      ).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    ),
    brought: Array.isArray(brought) ? brought.filter((text) => typeof text === "string") : [],
    comment: typeof comment === "string" ? comment : "",
    files: keptUploads(files),
    attempt: isAttempt(attempt) ? attempt : null,
  };
}

function isAttempt(kept: unknown): kept is { said: string; key: string } {
  if (typeof kept !== "object" || kept === null) return false;
  const { said, key } = kept as Record<string, unknown>;
  return typeof said === "string" && typeof key === "string";
}
