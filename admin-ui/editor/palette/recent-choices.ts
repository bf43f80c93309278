const name = "alur.palette";
const keptAtMost = 12;

/** What was chosen last in the palette, the latest first; kept in this browser. */
export function recentChoices(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(name) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

export function rememberChoice(id: string): void {
  try {
    const kept = [id, ...recentChoices().filter((one) => one !== id)].slice(0, keptAtMost);
    window.localStorage.setItem(name, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing has a palette without a memory.
  }
}
