/**
 * The address that a receipt's square leads to. What opens it stands behind the #, which a browser
 * keeps to itself: it is in no log of a server, and no page that is gone to from there is told it.
 */
export const followAddress = (origin: string, number: string, secret: string): string =>
  `${origin}/lacak#${number}/${secret}`;

/** What such an address says; empty where it says nothing. */
export function readFollowAddress(hash: string): {
  readonly number: string;
  readonly secret: string;
} {
  const [number = "", secret = ""] = decodeURIComponent(hash.replace(/^#/, "")).split("/");
  return { number: number.slice(0, 40), secret: secret.slice(0, 40) };
}
