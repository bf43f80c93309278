import type { FastifyReply, FastifyRequest } from "fastify";
import type { Authenticated, Credentials } from "../features/people/actor-service.js";
import type { Database } from "../persistence/database.js";
import { RequestScope, type SessionCookie } from "../runtime/request-scope.js";
import { acceptLanguage } from "./accept-language.js";
import { ApiError } from "./errors/api-error.js";
import { isSameOrigin } from "./same-origin.js";

export const sessionCookieName = "alur_session";

export type Authenticate = (
  credentials: Credentials,
  countsAsUse: boolean,
) => Promise<Authenticated>;

export interface ScopeFactoryOptions {
  readonly database: Database;
  readonly authenticate: Authenticate;
  readonly now: () => number;
  /** Behind https the cookie never travels without it. */
  readonly secureCookies: boolean;
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
    return new RequestScope(ctx, database, this.#cookieOf(request, reply), request.ip);
  }

  #cookieOf(request: FastifyRequest, reply: FastifyReply): SessionCookie {
    const attributes = () => ({
      path: "/",
      httpOnly: true,
      sameSite: "lax" as const,
      secure: this.#options.secureCookies || request.protocol === "https",
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
}

function credentialsOf(request: FastifyRequest): Credentials {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? null;
  return { bearer, cookie: bearer ? null : request.cookies[sessionCookieName] || null };
}
