import type { Reader, Row } from "../../persistence/database.js";
import type { ChangeBus } from "../change-bus.js";
import type { NoticeNews } from "./notice-news.js";

const pause = 1_000;
const pauseAfterFailure = 5_000;
/**
 * How many ids a look goes back over: those of a unit of work that took its time come into sight when
 * later ones have long been there. What comes later still is counted when a window next asks.
 */
const overlap = 500;
const ofLook = 1_000;

interface TailRow extends Row {
  readonly id: number;
  readonly personId: number | null;
  readonly positionId: number | null;
}

/**
 * Tells this server's listeners what other servers have to tell: looks for new notices each second while
 * anybody listens. Being told twice harms nobody, as each only counts again.
 */
export class NoticeTail {
  #known = new Set<number>();
  #newest = 0;
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(
    private readonly reader: Reader,
    private readonly bus: ChangeBus<NoticeNews>,
  ) {}

  /** Follows what is told from now on. `onError` is told the first of several failures in a row. */
  async start(onError: (error: unknown) => void): Promise<void> {
    await this.#look(false);
    let isFailing = false;
    const follow = async (): Promise<void> => {
      try {
        await this.#look(this.bus.hasListeners);
        isFailing = false;
      } catch (error) {
        if (!isFailing) onError(error);
        isFailing = true;
      }
      if (this.#stopped) return;
      this.#timer = setTimeout(run, isFailing ? pauseAfterFailure : pause);
      this.#timer.unref();
    };
    const run = (): void => void (this.#looking = follow());
    run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#looking;
  }

  async #look(tells: boolean): Promise<void> {
    if (!tells) {
      // Whoever begins to listen has counted just now.
      const row = await this.reader.get<Row & { newest: number | null }>(
        "SELECT MAX(id) AS newest FROM notice",
        [],
      );
      this.#newest = row?.newest ?? 0;
    }
    const rows = await this.reader.all<TailRow>(
      `SELECT id, person_id AS personId, position_id AS positionId FROM notice WHERE id > ?
        ORDER BY id LIMIT ${ofLook}`,
      [this.#newest - overlap],
    );
    const news = rows.filter(({ id }) => !this.#known.has(id));
    if (tells && news.length > 0) {
      this.bus.publish({
        personIds: news.flatMap(({ personId }) => personId ?? []),
        positionIds: news.flatMap(({ positionId }) => positionId ?? []),
      });
    }
    this.#known = new Set(rows.map(({ id }) => id));
    this.#newest = rows.at(-1)?.id ?? this.#newest;
  }
}
