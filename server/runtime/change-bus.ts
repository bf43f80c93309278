import type { Database } from "../persistence/database.js";

/** A case changed: which one, and the tasks, positions and people whose worklists that touches. */
export interface CaseChange {
  readonly instanceId: number;
  readonly seq: number;
  /** Numbers, within the case, of the tasks that changed. */
  readonly taskNos: readonly number[];
  readonly positionIds: readonly number[];
  readonly personIds: readonly number[];
}

type Listener = (change: CaseChange) => void;

/** Tells the subscriptions of this server what was committed. It holds nothing and loses nothing: a
 *  listener that comes late reads the database. */
export class ChangeBus {
  readonly #listeners = new Set<Listener>();

  publish(change: CaseChange): void {
    for (const listener of this.#listeners) listener(change);
  }

  /**
   * An endless stream of the changes that pass `wanted`, until `return()` is called on it. `wanted`
   * is asked when a change comes, one after another; where it fails, the change passes.
   */
  subscribe(
    wanted: (change: CaseChange) => boolean | Promise<boolean>,
  ): AsyncGenerator<CaseChange, void, void> {
    const waiting: CaseChange[] = [];
    let wake: (() => void) | null = null;
    let done = false;
    const take = (change: CaseChange): void => {
      // A reader that does not keep up needs the newest state only, and reads that from the database.
      if (waiting.length >= 1000) waiting.shift();
      waiting.push(change);
      wake?.();
    };
    const passes = async (change: CaseChange): Promise<boolean> => {
      try {
        return await wanted(change);
      } catch {
        return true;
      }
    };
    let asked: Promise<void> = Promise.resolve();
    const listener: Listener = (change) => {
      asked = asked.then(async () => {
        if (done) return;
        if ((await passes(change)) && !done) take(change);
      });
    };
    this.#listeners.add(listener);
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

const buses = new WeakMap<Database, ChangeBus>();

/** The bus of what this process commits to a database; there is one for as long as it is open. */
export function changeBusOf(database: Database): ChangeBus {
  let bus = buses.get(database);
  if (!bus) buses.set(database, (bus = new ChangeBus()));
  return bus;
}
