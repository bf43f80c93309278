import type { Actor, Role, TokenScope } from "../../kernel/actor.js";
import { anonymous, roles, tokenScopes } from "../../kernel/actor.js";
import type { Context, Locale } from "../../kernel/context.js";
import type { Database } from "../../persistence/database.js";
import type { AccountChanges } from "./account-changes.js";
import { apiTokenPrefix, hashToken } from "./secrets.js";
import { sessionLifetime } from "./session-lifetime.js";

/** What a request brings along to say who it is. */
export interface Credentials {
  /** What follows `Authorization: Bearer`: a session's token or an API token. */
  readonly bearer: string | null;
  /** The session cookie. It does not count beside a bearer token. */
  readonly cookie: string | null;
}

export interface Authenticated {
  readonly actor: Actor;
  /** The person's language; `null` for tokens and for nobody. */
  readonly locale: Locale | null;
}

interface Known extends Authenticated {
  readonly table: "session" | "api_token";
  readonly rowId: number;
  /** When it ends at the latest, in epoch milliseconds. */
  readonly expiresAt: number;
  /** How long it may lie unused, in milliseconds. */
  readonly idle: number;
  /** When the positions held become others by themselves: with the day, and without any write. */
  readonly changesAt: number;
  readonly readAt: number;
  seenAt: number;
}

const nobody: Authenticated = { actor: anonymous, locale: null };

/** How long another server's change may go unnoticed, in milliseconds; this one's own never does. */
const memoryLifetime = 2000;
const memorySize = 10_000;

const isFresh = ({ readAt, changesAt }: Known, now: number): boolean =>
  Math.abs(now - readAt) < memoryLifetime && now < changesAt;

/** Finds out who is asking, with the roles, positions and scopes of this moment. */
export class ActorService {
  readonly #database: Database;
  readonly #ctx: Context;
  readonly #memory = new Map<string, Known>();
  #generation = 0;

  constructor(database: Database, changes: AccountChanges, now: () => number) {
    this.#database = database;
    this.#ctx = {
      actor: { type: "SYSTEM", name: "sessions" },
      locale: "id",
      requestId: "sessions",
      now,
    };
    changes.listen(() => {
      this.#generation += 1;
      this.#memory.clear();
    });
  }

  /**
   * ANONYMOUS for a token that is missing, unknown, ended or too old, or of a disabled account.
   * `countsAsUse`: whether this keeps a session from lying unused; what the server does of itself for
   * a window that is left open does not.
   */
  async authenticate({ bearer, cookie }: Credentials, countsAsUse = true): Promise<Authenticated> {
    const token = bearer ?? cookie;
    if (!token || token.length > 200) return nobody;
    const isApiToken = token.startsWith(apiTokenPrefix);
    if (isApiToken && bearer === null) return nobody;
    const now = this.#ctx.now();
    const known = await this.#find(hashToken(token), isApiToken, now);
    if (!known || now >= known.expiresAt || now - known.seenAt >= known.idle) return nobody;
    if (countsAsUse && now - known.seenAt >= sessionLifetime.seenEvery) this.#touch(known, now);
    return known;
  }

  async #find(hash: string, isApiToken: boolean, now: number): Promise<Known | null> {
    const remembered = this.#memory.get(hash);
    if (remembered && isFresh(remembered, now)) return remembered;
    const generation = this.#generation;
    const known = isApiToken
      ? await this.#readToken(hash, now)
      : await this.#readSession(hash, now);
    // Something changed while it was read: this answer may be the old one, so it is not kept.
    if (known && generation === this.#generation) {
      if (this.#memory.size >= memorySize) this.#memory.clear();
      this.#memory.set(hash, known);
    }
    return known;
  }

  /** One statement. A person has few roles and positions, so their product stays small. */
  async #readSession(hash: string, now: number): Promise<Known | null> {
    const rows = await this.#database.reader.all<{
      session_id: number;
      expires_at: number;
      last_seen_at: number;
      person_id: number;
      name: string;
      office_id: number;
      locale: Locale;
      must_change_password: number;
      role: string | null;
      position_id: number | null;
      valid_from: number | null;
      valid_until: number | null;
    }>(
      `SELECT s.id AS session_id, s.expires_at, s.last_seen_at, p.id AS person_id, p.name,
              p.office_id, p.locale, p.must_change_password, r.role, h.position_id, h.valid_from,
              h.valid_until
       FROM session s
       JOIN person p ON p.id = s.person_id AND p.disabled_at IS NULL
       LEFT JOIN person_role r ON r.person_id = p.id
       LEFT JOIN position_holder h ON h.person_id = p.id
         AND (h.valid_until IS NULL OR h.valid_until > ?)
       WHERE s.token_hash = ? AND s.ended_at IS NULL`,
      [now, hash],
    );
    const [first] = rows;
    if (!first) return null;
    const mustChangePassword = first.must_change_password === 1;
    // Whoever was told a temporary password may have been overheard: it opens nothing yet.
    const held = mustChangePassword ? [] : rows;
    return {
      actor: {
        type: "PERSON",
        personId: first.person_id,
        name: first.name,
        officeId: first.office_id,
        roles: new Set(roles.filter((role: Role) => held.some((row) => row.role === role))),
        positionIds: new Set(
          held.flatMap((row) =>
            row.valid_from !== null && row.valid_from <= now ? (row.position_id ?? []) : [],
          ),
        ),
        sessionId: first.session_id,
        mustChangePassword,
      },
      locale: first.locale,
      table: "session",
      rowId: first.session_id,
      expiresAt: first.expires_at,
      idle: sessionLifetime.idle,
      changesAt: Math.min(
        ...rows
          .flatMap((row) => [row.valid_from ?? 0, row.valid_until ?? 0])
          .filter((at) => at > now),
      ),
      readAt: now,
      seenAt: first.last_seen_at,
    };
  }

  async #readToken(hash: string, now: number): Promise<Known | null> {
    const row = await this.#database.reader.get<{
      id: number;
      name: string;
      office_id: number;
      scopes: string;
      last_used_at: number | null;
    }>(
      `SELECT id, name, office_id, scopes, last_used_at FROM api_token
       WHERE token_hash = ? AND revoked_at IS NULL`,
      [hash],
    );
    if (!row) return null;
    const scopes = row.scopes.split(" ");
    return {
      actor: {
        type: "TOKEN",
        tokenId: row.id,
        name: row.name,
        officeId: row.office_id,
        scopes: new Set(tokenScopes.filter((scope: TokenScope) => scopes.includes(scope))),
      },
      locale: null,
      table: "api_token",
      rowId: row.id,
      expiresAt: Number.POSITIVE_INFINITY,
      idle: Number.POSITIVE_INFINITY,
      changesAt: Number.POSITIVE_INFINITY,
      readAt: now,
      seenAt: row.last_used_at ?? 0,
    };
  }

  /** Nobody waits for it, and a database that cannot be written to just now can still be read. */
  #touch(known: Known, now: number): void {
    // First in memory, so that of many requests at this moment only one writes.
    known.seenAt = now;
    const column = known.table === "session" ? "last_seen_at" : "last_used_at";
    this.#database.unitOfWork
      .run(this.#ctx, async (tx) => {
        await tx.run(
          `UPDATE ${known.table} SET ${column} = ? WHERE id = ? AND COALESCE(${column}, 0) < ?`,
          [now, known.rowId, now],
        );
      })
      // Whoever asks after the memory has forgotten it tries again.
      .catch((error: unknown) =>
        process.emitWarning(`The last use of a ${known.table} was not written: ${String(error)}`),
      );
  }
}
