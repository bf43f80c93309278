import { type KeptUpload, keptUploads } from "../files/kept-upload.js";

interface Place {
  readonly person: string;
  readonly caseId: string;
}

/** What was being said to a case in this window. */
export interface CommentDraft {
  readonly text: string;
  readonly files: readonly KeptUpload[];
}

const nothing: CommentDraft = { text: "", files: [] };

/** Of one person: whoever signs in next in the same window does not see it. */
const keyOf = ({ person, caseId }: Place): string => `alur-comment/${person}/${caseId}`;

/** Empty where nothing was. */
export function readCommentDraft(place: Place): CommentDraft {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(place)) ?? "null");
    if (typeof kept !== "object" || kept === null) return nothing;
    const { text, files } = kept as Record<string, unknown>;
    return { text: typeof text === "string" ? text : "", files: keptUploads(files) };
  } catch {
    return nothing;
  }
}

/** Keeps it over a reload and a session that ended, until it is sent or the window closes. */
export function writeCommentDraft(place: Place, draft: CommentDraft): void {
  try {
    const isEmpty = draft.text === "" && draft.files.length === 0;
    if (isEmpty) sessionStorage.removeItem(keyOf(place));
    else sessionStorage.setItem(keyOf(place), JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing still sends what stands on the page.
  }
}
