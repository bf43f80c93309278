import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a request comes from Alur's own pages, or from no page at all. Browsers say so themselves
 * in `Sec-Fetch-Site`; older ones send the `Origin` of the page.
 */
export function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin, host } = headers;
  if (origin === undefined) return true;
  // The scheme is left out: behind a proxy the server does not see the one that the browser used.
  return URL.canParse(origin) && new URL(origin).host === host;
}
