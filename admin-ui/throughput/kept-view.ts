const nameOf = (personId: string): string => `alur-report-${personId}`;

/** What somebody looked at last in this browser, as an address has it; empty: as usual. */
export function keptView(personId: string): string {
  try {
    return window.localStorage.getItem(nameOf(personId)) ?? "";
  } catch {
    return "";
  }
}

export function keepView(personId: string, search: string): void {
  try {
    window.localStorage.setItem(nameOf(personId), search);
  } catch {
    // A browser that keeps nothing begins as usual each time.
  }
}
