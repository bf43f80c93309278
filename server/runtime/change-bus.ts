import type { Database, Tx } from "../persistence/database.js";
import type { CaseChange } from "./case-change.js";
import type { NoticeNews } from "./notices/notice-news.js";

/** A version that is not enacted yet was edited, moved on, noted upon or discarded. */
export interface DraftNotice {
  readonly versionId: number;
}

type Listener<T> = (change: T) => void;

/** Whoever finds on another way as well what is published. */
export interface Attendant<T> {
  /** Asked of each change before anybody hears of it, whoever publishes it; `false` drops it. */
  isNews(change: T): boolean;
  /** Somebody listens, where nobody did. */
  onListener(): void;
}

/** Tells the subscriptions of this server what was committed. It holds nothing and loses nothing: a
 *  listener that comes late reads the database. */
export class ChangeBus<T = CaseChange> {
  readonly #listeners = new Set<Listener<T>>();
  #attendant: Attendant<T> | null = null;

  get hasListeners(): boolean {
    return this.#listeners.size > 0;
  }

  /** Puts the one attendant beside the bus, or takes it away. */
  attend(attendant: Attendant<T> | null): void {
    this.#attendant = attendant;
  }

  publish(change: T): void {
    if (this.#attendant?.isNews(change) === false) return;
    for (const listener of this.#listeners) listener(change);
  }

  /**
   * An endless stream of the changes that pass `wanted`, until `return()` is called on it. `wanted`
   * is asked when a change comes, one after another; where it fails, the change passes.
   */
  subscribe(wanted: (change: T) => boolean | Promise<boolean>): AsyncGenerator<T, void, void> {
    const waiting: T[] = [];
    let wake: (() => void) | null = null;
    let done = false;
    const take = (change: T): void => {
      // A reader that does not keep up needs the newest state only, and reads that from the database.
      if (waiting.length >= 1000) waiting.shift();
      waiting.push(change);
      wake?.();
    };
    const passes = async (change: T): Promise<boolean> => {
      try {
        return await wanted(change);
      } catch {
        return true;
      }
    };
    let asked: Promise<void> = Promise.resolve();
    const listener: Listener<T> = (change) => {
      asked = asked.then(async () => {
        if (done) return;
        if ((await passes(change)) && !done) take(change);
      });
    };
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#attendant?.onListener();
    const stop = (): void => {
      done = true;
      this.#listeners.delete(listener);
      wake?.();
    };
    return {
      next: async () => {
        while (!done && waiting.length === 0) {
          await new Promise<void>((resolve) => (wake = resolve));
          wake = null;
        }
        const value = waiting.shift();
        return done || value === undefined
          ? { done: true, value: undefined }
          : { done: false, value };
      },
      return: async () => {
        stop();
        return { done: true, value: undefined };
      },
      throw: async (error) => {
        stop();
        throw error;
      },
      [Symbol.asyncIterator]() {
        return this;
      },
      [Symbol.asyncDispose]: async () => stop(),
    };
  }
}

interface Buses {
  readonly cases: ChangeBus;
  readonly drafts: ChangeBus<DraftNotice>;
  readonly notices: ChangeBus<NoticeNews>;
}

const buses = new WeakMap<Database, Buses>();

function busesOf(database: Database): Buses {
  let found = buses.get(database);
  if (!found) {
    found = { cases: new ChangeBus(), drafts: new ChangeBus(), notices: new ChangeBus() };
    buses.set(database, found);
  }
  return found;
}

/** The bus of what happens to the cases of a database; there is one for as long as it is open. */
export const changeBusOf = (database: Database): ChangeBus => busesOf(database).cases;

/** The same for what happens to drafts. */
export const draftBusOf = (database: Database): ChangeBus<DraftNotice> => busesOf(database).drafts;

/** The same for what people are told of. */
export const noticeBusOf = (database: Database): ChangeBus<NoticeNews> => busesOf(database).notices;

/** Tells of a draft once the unit of work is committed. */
export function announceDraft(database: Database, tx: Tx, versionId: number): void {
  tx.afterCommit(() => draftBusOf(database).publish({ versionId }));
}
