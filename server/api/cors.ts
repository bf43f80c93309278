import type { IncomingMessage } from "node:http";

/** What other frontends may send and read; `maxAge` is in seconds. */
export const corsRules = {
  credentials: false,
  methods: ["POST", "GET", "HEAD", "PUT", "DELETE"],
  allowedHeaders: ["accept", "authorization", "content-type", "upload-offset", "x-request-id"],
  exposedHeaders: ["content-disposition", "upload-length", "upload-offset", "x-request-id"],
  maxAge: 600,
};

type Headers = Readonly<Record<string, string>>;

/** The headers with which a frontend of one of these origins may read an answer; none for others. */
export function corsHeaders(origins: readonly string[], { headers }: IncomingMessage): Headers {
  const { origin } = headers;
  if (origins.length === 0) return {};
  if (origin === undefined || !origins.includes(origin)) return { vary: "Origin" };
  return {
    vary: "Origin",
    "access-control-allow-origin": origin,
    "access-control-expose-headers": corsRules.exposedHeaders.join(", "),
  };
}

/** What a browser is told that asks whether it may send what it is about to; `null`: it does not ask. */
export function preflightHeaders(
  origins: readonly string[],
  request: IncomingMessage,
): Headers | null {
  const isAsking =
    request.method === "OPTIONS" && request.headers["access-control-request-method"] !== undefined;
  const allowed = corsHeaders(origins, request);
  if (!isAsking || allowed["access-control-allow-origin"] === undefined) return null;
  return {
    ...allowed,
    "access-control-allow-methods": corsRules.methods.join(", "),
    "access-control-allow-headers": corsRules.allowedHeaders.join(", "),
    "access-control-max-age": String(corsRules.maxAge),
  };
}
