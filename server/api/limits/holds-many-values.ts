/**
 * Whether there are more than `limit` items and fields in `value`, at any depth. Stops at the first
 * one too many, and without recursion: what was sent may be as deep as it is long.
 */
export function holdsManyValues(value: object, limit: number): boolean {
  const waiting: object[] = [value];
  let left = limit;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const children: readonly unknown[] = Array.isArray(next) ? next : Object.values(next);
    left -= children.length;
    if (left < 0) return true;
    for (const child of children) {
      if (typeof child === "object" && child !== null) waiting.push(child);
    }
  }
  return false;
}
