import type { Context } from "../../kernel/context.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database } from "../../persistence/database.js";
import type { AccountChanges } from "./account-changes.js";
import type { PasswordHasher } from "./password-hasher.js";
import { hashToken, newSessionToken } from "./secrets.js";
import { sessionLifetime } from "./session-lifetime.js";
import type { GuessLimiter } from "../../runtime/guess-limiter.js";
import { normaliseUsername } from "./username.js";

export interface SignInRequest {
  readonly username: string;
  readonly password: string;
  readonly remoteAddress: string;
}

/** The token is known to nobody else: only its hash is kept. */
export interface NewSession {
  readonly personId: number;
  readonly token: string;
  readonly expiresAt: number;
}

export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly hasher: PasswordHasher,
    private readonly limiter: GuessLimiter,
    private readonly changes: AccountChanges,
  ) {}

  /** BAD_CREDENTIALS, RATE_LIMITED or, for the right password only, ACCOUNT_DISABLED. */
  async signIn(ctx: Context, request: SignInRequest): Promise<NewSession> {
    const username = normaliseUsername(request.username);
    const attempt = await this.limiter.attempt(username, request.remoteAddress);
    const person = await this.database.reader.get<{
      id: number;
      password_hash: string | null;
      disabled_at: number | null;
    }>("SELECT id, password_hash, disabled_at FROM person WHERE username = ?", [username]);
    let matches: boolean;
    try {
      matches = await this.hasher.verify(person?.password_hash ?? null, request.password);
    } catch (error) {
      await attempt.untried();
      throw error;
    }
    if (!person || !matches) throw new Refusal("BAD_CREDENTIALS");
    await attempt.succeeded();
    if (person.disabled_at !== null) throw new Refusal("ACCOUNT_DISABLED");
    return this.#open(ctx, person.id, person.password_hash);
  }

  /** Ends the session that asks; whoever asks without one is signed out already. */
  async signOut(ctx: Context): Promise<void> {
    const { actor } = ctx;
    if (actor.type !== "PERSON") return;
    await this.database.unitOfWork.run(ctx, async (tx) => {
      await tx.run("UPDATE session SET ended_at = ? WHERE id = ? AND ended_at IS NULL", [
        ctx.now(),
        actor.sessionId,
      ]);
      tx.afterCommit(this.changes.announce);
    });
  }

  async #open(ctx: Context, personId: number, passwordHash: string | null): Promise<NewSession> {
    const token = newSessionToken();
    const now = ctx.now();
    const expiresAt = now + sessionLifetime.absolute;
    await this.database.unitOfWork.run(ctx, async (tx) => {
      // Changes nothing, but locks the row: a password that is changed at this moment ends either
      // this sign-in or, once it has its session, that session.
      const { changes } = await tx.run(
        `UPDATE person SET password_hash = password_hash
         WHERE id = ? AND password_hash = ? AND disabled_at IS NULL`,
        [personId, passwordHash],
      );
      if (changes !== 1) throw new Refusal("BAD_CREDENTIALS");
      await tx.batch([
        {
          sql: `INSERT INTO session (token_hash, person_id, created_at, expires_at, last_seen_at)
                VALUES (?, ?, ?, ?, ?)`,
          params: [hashToken(token), personId, now, expiresAt, now],
        },
        // Sessions that are long over would pile up for ever.
        {
          sql: "DELETE FROM session WHERE person_id = ? AND expires_at < ?",
          params: [personId, now],
        },
      ]);
    });
    return { personId, token, expiresAt };
  }
}
