interface Place {
  readonly person: string;
  readonly caseId: string;
}

/** Of one person: whoever signs in next in the same window does not see it. */
const keyOf = ({ person, caseId }: Place): string => `alur-comment/${person}/${caseId}`;

/** What was being written to a case in this window; empty where nothing was. */
export function readCommentDraft(place: Place): string {
  try {
    return sessionStorage.getItem(keyOf(place)) ?? "";
  } catch {
    return "";
  }
}

/** Keeps it over a reload and a session that ended, until it is sent or the window closes. */
export function writeCommentDraft(place: Place, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(keyOf(place));
    else sessionStorage.setItem(keyOf(place), text);
  } catch {
    // A browser that keeps nothing still sends what stands on the page.
  }
}
