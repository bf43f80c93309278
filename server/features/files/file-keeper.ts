import { randomBytes } from "node:crypto";
import type { Context } from "../../kernel/context.js";
import type { Database, Row } from "../../persistence/database.js";
import type { FileStore } from "../../persistence/files/file-store.js";
import { takeLease } from "../../persistence/lease.js";
import { placeholders } from "../../persistence/placeholders.js";
import { unknownKept, workKept } from "./file-limits.js";
import {
  markOf,
  marksPrefix,
  objectsPrefix,
  partsPrefix,
  storeKeyOf,
} from "../../persistence/files/object-name.js";
import type { UploadRemoval } from "./upload-removal.js";
import type { UploadScan } from "./upload-scan.js";

const lookEveryMs = 10_000;
const expireEveryMs = 10 * 60_000;
const sweepEveryMs = 24 * 3_600_000;
const atOnce = 500;
/** As many may be unknown, whatever their share; of more, it is rather the database that is wrong. */
const fewUnknown = 100;

export interface FileKeeperParts {
  readonly database: Database;
  readonly store: FileStore;
  readonly removal: UploadRemoval;
  readonly scan: UploadScan;
}

/** Keeps the store as the database says: what expired goes, and what nobody knows. */
export class FileKeeper {
  readonly #scans = new Set<Promise<void>>();
  #cutOff = new AbortController();

  constructor(private readonly parts: FileKeeperParts) {}

  /** Removes what was never finished or attached, and what a crash left half removed. */
  async removeExpired(ctx: Context): Promise<void> {
    const { database, removal } = this.parts;
    await database.unitOfWork.run(ctx, (tx) =>
      tx.run(
        `UPDATE stored_file SET state = 'REMOVING' WHERE instance_id IS NULL AND expires_at < ?
          AND state IN ('UPLOADING', 'SCANNING', 'READY', 'REFUSED')`,
        [ctx.now()],
      ),
    );
    for (;;) {
      const rows = await database.reader.all<Row & { id: number; storeKey: string }>(
        `SELECT id, store_key AS storeKey FROM stored_file WHERE state = 'REMOVING'
          ORDER BY id LIMIT ${atOnce}`,
        [],
      );
      for (const row of rows) {
        if (this.#isCutOff) return;
        await removal.remove(ctx, row);
      }
      if (rows.length < atOnce) return;
    }
  }

  /** Goes through the whole store: what no row has known for long is removed. */
  async sweep(ctx: Context): Promise<void> {
    const { store } = this.parts;
    await this.#sweepObjects(ctx.now());
    // A piece counts only while its upload goes on.
    const pieces = await this.#unknownIn(partsPrefix, ctx.now() - workKept, "state = 'UPLOADING'");
    for (const name of pieces) {
      if (this.#isCutOff) return;
      await store.remove(name);
    }
    await store.removeStaleWork(ctx.now() - workKept);
  }

  /** Scans one that has just come, without letting anybody wait for it. */
  scanSoon(ctx: Context, id: number): void {
    const scan = this.parts.scan.scan(ctx, id, this.#cutOff.signal).catch(() => undefined);
    this.#scans.add(scan);
    void scan.then(() => this.#scans.delete(scan));
  }

  get #isCutOff(): boolean {
    return this.#cutOff.signal.aborted;
  }

  /** Resolves when nothing is being scanned any more that `scanSoon` began. */
  async settled(): Promise<void> {
    await Promise.all(this.#scans);
  }

  /**
   * Scans now and every ten seconds; expires and sweeps where no other server did lately. The result
   * stops it: what is under way may go on for so many milliseconds, and is then left for later.
   */
  start(
    makeContext: () => Context,
    onError: (error: unknown) => void,
  ): (graceMs: number) => Promise<void> {
    const cutOff = new AbortController();
    this.#cutOff = cutOff;
    let running: Promise<void> | null = null;
    const run = (): void => {
      running ??= this.#keep(makeContext())
        .catch(onError)
        .finally(() => (running = null));
    };
    run();
    const timer = setInterval(run, lookEveryMs);
    timer.unref();
    return async (graceMs) => {
      clearInterval(timer);
      const late = setTimeout(() => cutOff.abort(), graceMs);
      await running;
      await this.settled();
      clearTimeout(late);
      // What comes in until the last request is answered is not begun any more.
      cutOff.abort();
    };
  }

  async #keep(ctx: Context): Promise<void> {
    await this.parts.scan.scanWaiting(ctx, this.#cutOff.signal);
    if (await this.#isDue(ctx, "file-expiry", expireEveryMs)) await this.removeExpired(ctx);
    if (await this.#isDue(ctx, "file-sweep", sweepEveryMs)) await this.sweep(ctx);
  }

  /** The lease is never given back, so that it says when the work is due again, on whichever server. */
  #isDue(ctx: Context, name: string, everyMs: number): Promise<boolean> {
    const { database } = this.parts;
    const owner = randomBytes(8).toString("hex");
    return database.unitOfWork.run(ctx, (tx) =>
      takeLease(tx, database.dialect, name, owner, everyMs),
    );
  }

  /**
   * A mark in the store says since when an object is unknown: how old the object itself is says nothing
   * of that, and what the database remembers goes with the restore that makes it unknown.
   */
  async #sweepObjects(now: number): Promise<void> {
    const { store } = this.parts;
    const marked = new Map<string, number>();
    for await (const { name, modifiedAt } of store.list(marksPrefix)) marked.set(name, modifiedAt);
    for (const name of await this.#unknownIn(objectsPrefix, now, "state <> 'REMOVING'")) {
      if (this.#isCutOff) return;
      const mark = markOf(storeKeyOf(name) ?? "");
      const since = marked.get(mark);
      marked.delete(mark);
      if (since === undefined) await store.put(mark, Buffer.from("unknown"));
      else if (since < now - unknownKept) {
        await store.remove(name);
        await store.remove(mark);
      }
    }
    // What is left of them is known again, or gone.
    for (const mark of this.#isCutOff ? [] : marked.keys()) await store.remove(mark);
  }

  async #unknownIn(prefix: string, before: number, isWanted: string): Promise<readonly string[]> {
    const { store } = this.parts;
    const unknown: string[] = [];
    let total = 0;
    let some: string[] = [];
    const look = async (): Promise<void> => {
      total += some.length;
      unknown.push(...(await this.#unknownOf(some, isWanted)));
      some = [];
    };
    for await (const { name, modifiedAt } of store.list(prefix)) {
      if (this.#isCutOff) return [];
      if (modifiedAt < before && storeKeyOf(name) !== null) some.push(name);
      if (some.length >= atOnce) await look();
    }
    await look();
    if (unknown.length > fewUnknown && unknown.length > total / 10) {
      throw new Error(
        `The database knows nothing of ${unknown.length} of ${total} stored files, which are left alone: are they another installation's?`,
      );
    }
    return unknown;
  }

  async #unknownOf(names: readonly string[], isWanted: string): Promise<readonly string[]> {
    const keys = [...new Set(names.flatMap((name) => storeKeyOf(name) ?? []))];
    if (keys.length === 0) return [];
    const rows = await this.parts.database.reader.all<Row & { storeKey: string }>(
      `SELECT store_key AS storeKey FROM stored_file
        WHERE store_key IN (${placeholders(keys)}) AND ${isWanted}`,
      keys,
    );
    const known = new Set(rows.map(({ storeKey }) => storeKey));
    return names.filter((name) => !known.has(storeKeyOf(name) ?? ""));
  }
}
