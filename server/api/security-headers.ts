/** For every answer. */
export const headersForAll: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
};

/** For answers of the API: they are about one person at one moment. */
export const headersForApi: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
};

const policy = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");

/** Files are saved, not shown; should one be shown all the same, nothing in it may run or load. */
export const headersForFiles: Readonly<Record<string, string>> = {
  ...headersForApi,
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
};

/**
 * For pages. Everything comes from this server; styles may stand in the page because Mantine and
 * React Flow write them there, and GraphiQL's editor starts its workers from blobs.
 */
export const headersForPages: Readonly<Record<string, string>> = {
  "content-security-policy": policy({
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "worker-src": "'self' blob:",
    "connect-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  }),
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};
