import { hash } from "node:crypto";
import type { Actor } from "../kernel/actor.js";
import type { Context } from "../kernel/context.js";
import { Refusal } from "../kernel/refusal.js";
import type { Database, Row, Statement, Tx } from "../persistence/database.js";

/** The ids of the objects that a mutation made or changed; they are read afresh for each answer. */
export type RecordedIds = Readonly<Record<string, number>>;

/** How long a key is remembered. */
export const KEY_LIFETIME = 30 * 24 * 3600 * 1000;

/** A mutation that the caller may send again without a second effect. */
export interface IdempotentCall<T extends RecordedIds = RecordedIds> {
  readonly mutation: string;
  /** `null`: the caller gave no key, and each call counts. */
  readonly key: string | null;
  /** Everything that the effect depends on; the same key with another body is refused. */
  readonly body: unknown;
  /** Refuses a repeat whose caller may no longer read what the first call made. */
  readonly recheck: (tx: Tx, ids: T) => Promise<void>;
}

const MAX_KEY = 200;

/** A key belongs to whoever used it: another actor's is another key. */
export const actorKey = (actor: Actor): string =>
  actor.type === "PERSON"
    ? `person:${actor.personId}`
    : actor.type === "TOKEN"
      ? `token:${actor.tokenId}`
      : actor.type.toLowerCase();

const hashOf = (body: unknown): string => hash("sha256", JSON.stringify(body));

/**
 * Runs `work` in a unit of work, at most once per key. `work` gets a function that turns its result
 * into the statement that remembers it, to be sent with its own writes; a repeated call answers
 * what was remembered. Nothing is looked up on the way in: a first call must not pay for the second.
 */
export async function runIdempotently<T extends RecordedIds>(
  ctx: Context,
  database: Database,
  call: IdempotentCall<T>,
  work: (tx: Tx, remember: (ids: T) => Statement[]) => Promise<T>,
): Promise<T> {
  const { key } = call;
  if (key === null) return database.unitOfWork.run(ctx, (tx) => work(tx, () => []));
  // MariaDB compares without the blanks at the end, SQLite with them: no key has any at its edges.
  if (key.trim() !== key || key.length === 0 || key.length > MAX_KEY)
    throw new Refusal("INVALID", "idempotencyKey");
  const actor = actorKey(ctx.actor);
  const bodyHash = hashOf(call.body);
  const verb = database.dialect === "sqlite" ? "INSERT OR IGNORE" : "INSERT IGNORE";
  const remember = (ids: T): Statement[] => [
    {
      sql: `${verb} INTO idempotency (actor, mutation, idem_key, body_hash, result, created_at)
        VALUES (?, ?, ?, ?, ?, ?)`,
      params: [actor, call.mutation, key, bodyHash, JSON.stringify(ids), ctx.now()],
      // No row: somebody was faster with this key; the unit restarts and finds theirs.
      expect: 1,
    },
  ];
  const recorded = async (tx: Tx): Promise<T | null> => {
    const row = await tx.get<{ body_hash: string; result: string } & Row>(
      "SELECT body_hash, result FROM idempotency WHERE actor = ? AND mutation = ? AND idem_key = ?",
      [actor, call.mutation, key],
    );
    if (!row) return null;
    if (row.body_hash !== bodyHash) throw new Refusal("IDEMPOTENCY_MISMATCH", "idempotencyKey");
    const ids = JSON.parse(row.result) as T;
    await call.recheck(tx, ids);
    return ids;
  };
  let attempt = 0;
  try {
    return await database.unitOfWork.run(ctx, async (tx) => {
      attempt += 1;
      const before = attempt > 1 ? await recorded(tx) : null;
      return before ?? work(tx, remember);
    });
  } catch (error) {
    // The first call's own effect is the usual reason why the second no longer fits. Another unit asks:
    // what was refused may have written its own row, which must go with the rest of it.
    const done = error instanceof Refusal ? await database.unitOfWork.run(ctx, recorded) : null;
    if (done) return done;
    throw error;
  }
}
