import type { Context } from "../../kernel/context.js";
import { startLeasedWork } from "../../runtime/leased-work.js";
import type { NoticeBoard } from "../../runtime/notices/notice-board.js";
import { remindTasks, type RemindersOptions } from "../../runtime/reminders/remind-tasks.js";
import { planMails } from "./mail/plan-mails.js";
import { type DigestPlanning, sendDigests } from "./mail/send-digests.js";
import { watchOffices } from "./watch-office.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

interface NoticeWorkOptions {
  readonly reminders: RemindersOptions;
  readonly board: NoticeBoard;
  /** `null`: no mails are sent. */
  readonly mails: DigestPlanning | null;
}

/** What the server does by itself so that people are told, each piece on one server at a time. */
export class NoticeWork {
  readonly #pieces: readonly {
    readonly name: string;
    readonly every: number;
    readonly work: (ctx: Context, signal: AbortSignal) => Promise<void>;
  }[];

  constructor(private readonly options: NoticeWorkOptions) {
    const { mails } = options;
    this.#pieces = [
      { name: "reminders", every: 15 * SECOND, work: (ctx, signal) => this.remind(ctx, signal) },
      { name: "office-watch", every: 5 * MINUTE, work: (ctx) => this.watch(ctx) },
      ...(mails === null
        ? []
        : [
            {
              name: "mail-planning",
              every: 3 * SECOND,
              work: (ctx: Context, signal: AbortSignal) => this.planMails(ctx, signal),
            },
            {
              name: "mail-digests",
              every: MINUTE,
              work: (ctx: Context, signal: AbortSignal) => this.sendDigests(ctx, signal),
            },
          ]),
    ];
  }

  /** Begins; the result stops it, and waits for what is under way. */
  start(
    makeContext: () => Context,
    onError: (error: unknown, piece: string) => void,
  ): () => Promise<void> {
    const { database } = this.options.reminders;
    const stops = this.#pieces.map(({ name, every, work }) =>
      startLeasedWork({
        database,
        name,
        every,
        work,
        makeContext,
        onError: (error) => onError(error, name),
      }),
    );
    return async () => void (await Promise.all(stops.map((stop) => stop())));
  }

  /** Tells of the deadlines whose moment has come. */
  remind(ctx: Context, signal?: AbortSignal): Promise<void> {
    return remindTasks(this.options.reminders, ctx, signal);
  }

  /** Tells of what comes by itself: vacancies, SOPs that come into force. */
  watch(ctx: Context): Promise<void> {
    return watchOffices(this.options.reminders.database, this.options.board, ctx);
  }

  async planMails(ctx: Context, signal?: AbortSignal): Promise<void> {
    if (this.options.mails) await planMails(this.options.mails, ctx, signal);
  }

  async sendDigests(ctx: Context, signal?: AbortSignal): Promise<void> {
    if (this.options.mails) await sendDigests(this.options.mails, ctx, signal);
  }
}
