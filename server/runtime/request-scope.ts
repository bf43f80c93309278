import type { Context } from "../kernel/context.js";
import type { Database, Reader } from "../persistence/database.js";
import { LoaderScope } from "./loader-scope.js";

/** What the HTTP side lets a resolver do to the session cookie. */
export interface SessionCookie {
  set(token: string, expiresAt: number): void;
  clear(): void;
}

/** The GraphQL context: one per request. */
export class RequestScope {
  readonly loaders: LoaderScope;

  constructor(
    readonly ctx: Context,
    readonly database: Database,
    readonly cookie: SessionCookie,
    /** For rate limits; the socket's address unless a proxy is trusted. */
    readonly remoteAddress: string,
    /** Whether the way that the request came is one to send a password on. */
    readonly mayTakePassword: boolean = true,
  ) {
    this.loaders = new LoaderScope(this);
  }

  get reader(): Reader {
    return this.database.reader;
  }
}
