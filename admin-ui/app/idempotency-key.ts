/**
 * A fresh key for one intended action, kept while the same action is retried.
 * `crypto.randomUUID` exists only on HTTPS and localhost, and offices run on plain HTTP, too.
 */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
