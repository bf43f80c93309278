import { applyEvent, type CaseEvent, unstarted } from "../../domain/index.js";
import { inTime } from "../kernel/in-time.js";
import type { Reader, Row } from "../persistence/database.js";
import { placeholders } from "../persistence/placeholders.js";
import { type CaseChange, caseChange } from "./case-change.js";
import type { ChangeBus } from "./change-bus.js";
import type { EnactedVersions } from "./enacted-version.js";
import { type EntryKey, keyOf, ToldEntries } from "./told-entries.js";

/**
 * How far back a look goes, in milliseconds. Entries do not appear in the order of their times: a
 * commit takes its while, as long as a unit of work may last and then to the other nodes, and servers'
 * clocks differ. Most looks go back over what is usual; every few seconds one goes back over the rest.
 */
const usualOverlap = 10_000;
const wholeOverlap = 120_000;
const wholeEvery = 5_000;

/** Pauses between looks, in milliseconds: while something happens, while nothing does, while nobody listens. */
const briskPause = 200;
const idlePause = 1_000;
const unheardPause = 5_000;
const pauseAfterFailure = 2_000;
/** A connection that broke without a word answers never. */
const lookWithin = 15_000;

const keysOfPage = 1_000;
const casesOfPage = 50;
/** Some megabytes, and more entries than a busy office's servers write in `wholeOverlap`. */
const mostTold = 200_000;

interface EntryRow extends Row, EntryKey {
  readonly events: string;
  readonly versionId: number;
  readonly officeId: number;
  readonly requesterId: number | null;
}

interface LogTailOptions {
  readonly reader: Reader;
  readonly bus: ChangeBus;
  readonly versions: EnactedVersions;
  /** The clock that the entries have their times by, in epoch milliseconds. */
  readonly now: () => number;
}

/**
 * Tells this server's listeners what other servers did: finds in the log what nobody published here.
 * Whatever is found twice, or was done here, is told once.
 */
export class LogTail {
  readonly #told = new ToldEntries(mostTold);
  /** By the server's clock, when the last look of each kind that came to its end began. */
  #looked = 0;
  #lookedWhole = 0;
  /** When the next whole look is due, by a clock that nobody sets. */
  #wholeDue = 0;
  #stopped = false;
  #wake: () => void = () => undefined;
  #following: Promise<void> = Promise.resolve();

  constructor(private readonly options: LogTailOptions) {}

  /** Follows the log from now on. `onError` is told the first of several failures in a row. */
  async start(onError: (error: unknown) => void): Promise<void> {
    const { bus, now } = this.options;
    bus.attend({
      isNews: (change) => this.#told.add(change, now()),
      onListener: () => this.#wake(),
    });
    // What was done before anybody could listen is no news.
    this.#looked = this.#lookedWhole = now();
    await this.#look(async (entries) => this.#passOver(entries));
    this.#following = this.#follow(onError);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake();
    await this.#following;
    this.options.bus.attend(null);
  }

  async #follow(onError: (error: unknown) => void): Promise<void> {
    const { bus } = this.options;
    let pause = briskPause;
    let isFailing = false;
    while (!this.#stopped) {
      if (await this.#paused(pause)) pause = briskPause;
      if (this.#stopped) return;
      try {
        const found = await inTime(
          this.#look((entries) => this.#tell(entries, onError)),
          lookWithin,
          "A look at the log",
        );
        const longest = bus.hasListeners ? idlePause : unheardPause;
        pause = found ? briskPause : Math.min(pause * 2, longest);
        isFailing = false;
      } catch (error) {
        if (!isFailing) onError(error);
        isFailing = true;
        pause = pauseAfterFailure;
      }
    }
  }

  /** `true` where somebody ended the pause. */
  #paused(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms, false);
      timer.unref();
      this.#wake = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }

  /**
   * Hands whatever is not known yet to `take`; answers whether there was any. It goes back from the
   * last look and not from now, so that nothing is missed by a server that stood still or could not
   * reach the database, and from now where the clock was set back.
   */
  async #look(take: (entries: readonly EntryKey[]) => Promise<void>): Promise<boolean> {
    const now = this.options.now();
    const startedAt = performance.now();
    const isWhole = startedAt >= this.#wholeDue;
    const since = isWhole
      ? Math.min(now, this.#lookedWhole) - wholeOverlap
      : Math.min(now, this.#looked) - usualOverlap;
    let found = false;
    for await (const keys of this.#keysSince(since)) {
      const news = keys.filter((key) => !this.#told.has(key));
      if (news.length === 0) continue;
      found = true;
      await take(news);
    }
    this.#looked = now;
    if (!isWhole) return found;
    this.#lookedWhole = now;
    this.#wholeDue = startedAt + wholeEvery;
    this.#told.forgetBefore(now - 2 * wholeOverlap);
    return found;
  }

  async *#keysSince(since: number): AsyncGenerator<readonly EntryKey[], void, void> {
    let last: EntryKey = { at: since, instanceId: 0, seq: 0 };
    for (;;) {
      const { at, instanceId, seq } = last;
      const keys: readonly EntryKey[] = await this.options.reader.all<EntryKey & Row>(
        `SELECT instance_id AS instanceId, seq, at FROM history_entry
          WHERE at >= ? AND (at > ? OR instance_id > ? OR (instance_id = ? AND seq > ?))
          ORDER BY at, instance_id, seq LIMIT ${keysOfPage}`,
        [at, at, instanceId, instanceId, seq],
      );
      yield keys;
      const next = keys.at(-1);
      if (!next || keys.length < keysOfPage) return;
      last = next;
    }
  }

  #passOver(entries: readonly EntryKey[]): void {
    const now = this.options.now();
    for (const entry of entries) this.#told.add(entry, now);
  }

  async #tell(entries: readonly EntryKey[], onError: (error: unknown) => void): Promise<void> {
    const { bus } = this.options;
    if (!bus.hasListeners) return this.#passOver(entries);
    const wanted = new Set(entries.map(keyOf));
    const ids = [...new Set(entries.map(({ instanceId }) => instanceId))];
    for (let from = 0; from < ids.length; from += casesOfPage) {
      const page = ids.slice(from, from + casesOfPage);
      for (const change of await this.#changesOf(page, wanted, onError)) bus.publish(change);
    }
    // One that could not be understood is passed over, or it would hold up all that come after it.
    this.#passOver(entries);
  }

  /** What the servers that wrote these entries published of them. */
  async #changesOf(
    instanceIds: readonly number[],
    wanted: ReadonlySet<string>,
    onError: (error: unknown) => void,
  ): Promise<readonly CaseChange[]> {
    const { reader, versions } = this.options;
    const rows = await reader.all<EntryRow>(
      `SELECT h.instance_id AS instanceId, h.seq, h.at, h.events, i.version_id AS versionId,
        i.office_id AS officeId, i.requester_id AS requesterId
        FROM history_entry h JOIN instance i ON i.id = h.instance_id
        WHERE h.instance_id IN (${placeholders(instanceIds)}) ORDER BY h.instance_id, h.seq`,
      instanceIds,
    );
    const changes: CaseChange[] = [];
    let before = unstarted;
    for (const row of rows) {
      if (row.seq === 1) before = unstarted;
      const version = await versions.get(reader, row.versionId);
      try {
        const after = (JSON.parse(row.events) as CaseEvent[]).reduce(applyEvent, before);
        if (wanted.has(keyOf(row))) changes.push(caseChange(row, version, before, after));
        before = after;
      } catch (error) {
        onError(error);
      }
    }
    return changes;
  }
}
