import { randomUUID } from "node:crypto";
import type { Context } from "../../kernel/context.js";
import type { Database, Statement, Tx } from "../../persistence/database.js";
import type { OutboxChannel } from "./outbox-channel.js";
import { cancelKey, forgetEnded, hastenKey, insertMessage } from "./outbox-rows.js";
import { OutboxWorker } from "./outbox-worker.js";

/** In bytes of JSON: a long mail with both its texts. */
const largestPayload = 262_144;
const longestKey = 200;

/** What is to leave the database once the transaction is committed. */
export interface NewMessage {
  readonly channel: string;
  /** What it is limited and ordered by within its channel, at most 200 characters. */
  readonly key: string;
  /** Whatever JSON can hold, up to 256 KiB of it. */
  readonly payload: unknown;
  /** Epoch milliseconds; at once unless given. */
  readonly notBefore?: number;
  /** Epoch milliseconds after which it is of no use; `giveUpAfterMs` of its channel unless given. */
  readonly notAfter?: number;
  /**
   * Its place among those of its key, where the channel is ordered: a number that the caller knows to
   * grow, as a case's entries do. The time unless given; ids do not come in order on a cluster.
   */
  readonly ordinal?: number;
  /** At most 36 characters, never used before; a random one unless given. */
  readonly messageId?: string;
}

/**
 * The transactional outbox of one opening of the database. A message is a row that is written in the
 * transaction that it tells of: it is sent if and only if that is committed, at least once, and under
 * the same id each time. Every server works it; a row is leased before it is delivered.
 */
export class Outbox {
  readonly #channels = new Map<string, OutboxChannel>();
  readonly worker: OutboxWorker;

  constructor(database: Database, now: () => number) {
    this.worker = new OutboxWorker(database, now, this.#channels);
  }

  /** Adds a way out. Its messages can be enqueued from now on, and the worker delivers them. */
  register<P, D>(channel: OutboxChannel<P, D>): void {
    if (this.#channels.has(channel.name)) throw new Error(`Two channels named ${channel.name}`);
    // Only the channel itself knows the shape of its payloads, which were written by its own feature.
    this.#channels.set(channel.name, channel as unknown as OutboxChannel);
  }

  /** Enqueues in the caller's transaction; answers the id that the receiver will know it by. */
  async enqueue(ctx: Context, tx: Tx, message: NewMessage): Promise<string> {
    const messageId = message.messageId ?? randomUUID();
    await tx.batch(this.statements(ctx, tx, [{ ...message, messageId }]));
    return messageId;
  }

  /**
   * The same for a batch that is sent anyway: the statements that the caller must run in `tx`, one
   * for each message.
   */
  statements(ctx: Context, tx: Tx, messages: readonly NewMessage[]): Statement[] {
    if (messages.length === 0) return [];
    const now = ctx.now();
    tx.afterCommit(() => this.worker.wake());
    return messages.map((message) => {
      const channel = this.#channels.get(message.channel);
      if (!channel) throw new Error(`No channel is named ${message.channel}`);
      if (message.key.length > longestKey) throw new Error("The key of a message is too long");
      const payload = JSON.stringify(message.payload);
      if (Buffer.byteLength(payload) > largestPayload) {
        throw new Error(`A message of ${message.channel} is larger than ${largestPayload} bytes`);
      }
      const dueAt = message.notBefore ?? now;
      return insertMessage({
        messageId: message.messageId ?? randomUUID(),
        channel: channel.name,
        key: message.key,
        ordinal: message.ordinal ?? now,
        payload,
        createdAt: now,
        dueAt,
        giveUpAt: message.notAfter ?? Math.max(dueAt, now) + channel.giveUpAfterMs,
      });
    });
  }

  /** Sends again, under its old id, what was delivered or given up. */
  async enqueueAgain(
    ctx: Context,
    tx: Tx,
    message: NewMessage & { readonly messageId: string },
  ): Promise<void> {
    await forgetEnded(tx, message.messageId);
    await this.enqueue(ctx, tx, message);
  }

  /** Takes back whatever of the key waits; what is just on its way may still arrive. */
  async cancel(tx: Tx, channel: string, key: string): Promise<void> {
    await cancelKey(tx, channel, key);
  }

  /** Tries whatever of the key waits at once, as when the receiver is known to be back. */
  async hasten(ctx: Context, tx: Tx, channel: string, key: string): Promise<void> {
    await hastenKey(tx, channel, key, ctx.now());
    tx.afterCommit(() => this.worker.wake());
  }
}
