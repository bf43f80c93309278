import type { CombinedError } from "urql";
import type { WorklistQuery } from "../generated/graphql.js";

export type WorklistTask = WorklistQuery["tasks"]["nodes"][number];

/** One page as the server gives it, or why it does not. */
export type PageRead<Task> =
  | {
      readonly tasks: readonly Task[];
      readonly endCursor: string | null;
      readonly hasMore: boolean;
    }
  | { readonly error: CombinedError };

export interface ShownTasks<Task> {
  /** `null` until they have been read for the first time. */
  readonly tasks: readonly Task[] | null;
  readonly hasMore: boolean;
  /** Why the list could not be read last time; what was read before stays. */
  readonly error: CombinedError | null;
  readonly isReadingMore: boolean;
}

const pageSize = 30;
const mostInARequest = 100;
/** Where little of much is looked for, so many looks at the list are taken before the person is asked. */
const mostReads = 8;
/** Changes come in swarms; the list is read once for each. */
const settleMs = 200;

/**
 * A list of tasks that grows page by page and stays as long as it is while it changes: when something
 * happens it is read again from its beginning to where the person is, and replaced at once, so that
 * no row is lost or doubled between two pages. It reads one thing at a time.
 */
export class TaskListStore<Task extends { readonly id: string }> {
  #shown: ShownTasks<Task> = { tasks: null, hasMore: false, error: null, isReadingMore: false };
  #endCursor: string | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isReading = false;
  #isStale = false;
  #isOpen = false;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly readPage: (first: number, after: string | null) => Promise<PageRead<Task>>,
  ) {}

  readonly shown = (): ShownTasks<Task> => this.#shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads the list, now and whenever it is told to, until it is closed. */
  open(): void {
    this.#isOpen = true;
    this.reload();
  }

  close(): void {
    this.#isOpen = false;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Reads as much as is shown once again, in a moment. */
  readonly reload = (): void => {
    if (this.#isReading) this.#isStale = true;
    else if (this.#isOpen && this.#timer === null) {
      const isFirst = this.#shown.tasks === null && this.#shown.error === null;
      this.#timer = setTimeout(() => void this.#reread(), isFirst ? 0 : settleMs);
    }
  };

  /** Prolongs the list by a page. */
  readonly more = async (): Promise<void> => {
    if (this.#isReading || this.#shown.isReadingMore) return;
    this.#isReading = true;
    this.#show({ isReadingMore: true });
    const read = await this.#read(pageSize, this.#endCursor);
    const before = this.#shown.tasks ?? [];
    const known = new Set(before.map(({ id }) => id));
    this.#take(read, (tasks) => [...before, ...tasks.filter(({ id }) => !known.has(id))]);
  };

  async #reread(): Promise<void> {
    this.#timer = null;
    this.#isReading = true;
    const wanted = Math.max(this.#shown.tasks?.length ?? 0, pageSize);
    this.#take(await this.#read(wanted, null), (tasks) => tasks);
  }

  #take(read: PageRead<Task>, together: (tasks: readonly Task[]) => readonly Task[]): void {
    this.#isReading = false;
    if ("error" in read) {
      this.#show({ error: read.error, isReadingMore: false });
    } else {
      this.#endCursor = read.endCursor;
      const { tasks, hasMore } = read;
      this.#show({ tasks: together(tasks), hasMore, error: null, isReadingMore: false });
    }
    if (!this.#isStale) return;
    this.#isStale = false;
    this.reload();
  }

  async #read(wanted: number, from: string | null): Promise<PageRead<Task>> {
    const tasks: Task[] = [];
    let after = from;
    let hasMore = true;
    for (let reads = 0; hasMore && tasks.length < wanted && reads < mostReads; reads += 1) {
      const page = await this.readPage(Math.min(wanted - tasks.length, mostInARequest), after);
      if ("error" in page) return page;
      tasks.push(...page.tasks);
      after = page.endCursor ?? after;
      ({ hasMore } = page);
    }
    return { tasks, endCursor: after, hasMore };
  }

  #show(change: Partial<ShownTasks<Task>>): void {
    this.#shown = { ...this.#shown, ...change };
    for (const listener of this.#listeners) listener();
  }
}
