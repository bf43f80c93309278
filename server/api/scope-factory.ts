import { BlockList, isIPv6 } from "node:net";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Authenticated, Credentials } from "../features/people/actor-service.js";
import type { Database } from "../persistence/database.js";
import { RequestScope, type SessionCookie } from "../runtime/request-scope.js";
import { acceptLanguage } from "./accept-language.js";
import { ApiError } from "./errors/api-error.js";
import { isSameOrigin } from "./same-origin.js";

export const sessionCookieName = "alur_session";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

export type Authenticate = (
  credentials: Credentials,
  countsAsUse: boolean,
) => Promise<Authenticated>;

export interface ScopeFactoryOptions {
  readonly database: Database;
  readonly authenticate: Authenticate;
  readonly now: () => number;
  /** Whether passwords are taken only over https, or from this very machine. */
  readonly requireHttps: boolean;
}

/** Makes the scope of each request: who asks, in which language, and how the session is kept. */
export class ScopeFactory {
  readonly #options: ScopeFactoryOptions;

  constructor(options: ScopeFactoryOptions) {
    this.#options = options;
  }

  /**
   * Throws CSRF_REFUSED for a cookie that another site's page made the browser send. `countsAsUse`:
   * whether somebody did something, rather than a stream that answers an event.
   */
  async create(
    request: FastifyRequest,
    reply: FastifyReply,
    countsAsUse = true,
  ): Promise<RequestScope> {
    const credentials = credentialsOf(request);
    if (credentials.cookie !== null && !isSameOrigin(request.headers)) {
      throw new ApiError("CSRF_REFUSED");
    }
    const { database, authenticate, now } = this.#options;
    const { actor, locale } = await authenticate(credentials, countsAsUse);
    const ctx = {
      actor,
      locale: locale ?? acceptLanguage(request.headers["accept-language"]),
      requestId: request.id,
      now,
    };
    const mayTakePassword = !this.#options.requireHttps || isConfidential(request);
    const cookie = cookieOf(request, reply);
    return new RequestScope(ctx, database, cookie, request.ip, mayTakePassword);
  }
}

/**
 * Whether nobody on the way could read it. A proxy that nobody named in TRUST_PROXY cannot be believed
 * about https, also when it runs on this machine.
 */
function isConfidential(request: FastifyRequest): boolean {
  if (request.protocol === "https") return true;
  const cameThroughProxy = ["forwarded", "x-forwarded-for", "x-forwarded-proto"].some(
    (name) => request.headers[name] !== undefined,
  );
  return !cameThroughProxy && loopback.check(request.ip, isIPv6(request.ip) ? "ipv6" : "ipv4");
}

/** A browser drops a secure cookie that came without https, so it is one where it came with it. */
function cookieOf(request: FastifyRequest, reply: FastifyReply): SessionCookie {
  const attributes = () => ({
    path: "/",
    httpOnly: true,
    sameSite: "lax" as const,
    secure: request.protocol === "https",
  });
  return {
    set: (token, expiresAt) =>
      void reply.setCookie(sessionCookieName, token, {
        ...attributes(),
        expires: new Date(expiresAt),
      }),
    clear: () => void reply.clearCookie(sessionCookieName, attributes()),
  };
}

function credentialsOf(request: FastifyRequest): Credentials {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? null;
  return { bearer, cookie: bearer ? null : request.cookies[sessionCookieName] || null };
}
