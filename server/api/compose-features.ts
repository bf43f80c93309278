import "reflect-metadata";
import { AuditReader } from "../features/audit/audit-reader.js";
import { AuditResolver } from "../features/audit/audit-resolver.js";
import { composeCalendars } from "../features/calendars/compose-calendars.js";
import { CaseFileService } from "../features/cases/case-file-service.js";
import { caseSources } from "../features/cases/case-sources.js";
import { composeCases } from "../features/cases/compose-cases.js";
import { HandOverService } from "../features/cases/hand-over-service.js";
import { composeFiles, type FileFoundations, type Files } from "../features/files/compose-files.js";
import { UploadResolver } from "../features/files/upload-resolver.js";
import { composeNotices } from "../features/notices/compose-notices.js";
import type { NoticeWork } from "../features/notices/notice-work.js";
import { PaperPress } from "../features/paper/paper-press.js";
import { SopPaperResolver, VersionPaperResolver } from "../features/paper/paper-resolver.js";
import { PaperService } from "../features/paper/paper-service.js";
import type { AccountChanges } from "../features/people/account-changes.js";
import type { ActorService } from "../features/people/actor-service.js";
import { composePeople } from "../features/people/compose-people.js";
import type { PasswordHasher } from "../features/people/password-hasher.js";
import { peopleNodeSources } from "../features/people/people-node-sources.js";
import { composeSops } from "../features/sops/compose-sops.js";
import { PositionNeedsService } from "../features/sops/position-needs-service.js";
import { sopSources } from "../features/sops/sop-sources.js";
import { composeThroughput } from "../features/throughput/compose-throughput.js";
import type { ThroughputExportService } from "../features/throughput/export/export-service.js";
import { composeWebhooks } from "../features/webhooks/compose-webhooks.js";
import { webhookSources } from "../features/webhooks/webhook-loaders.js";
import type { WebhookRounds } from "../features/webhooks/webhook-rounds.js";
import type { WebhookSettings } from "../features/webhooks/webhook-settings.js";
import type { MailSettings } from "../kernel/mail-settings.js";
import { systemContext } from "../kernel/system-context.js";
import type { Database } from "../persistence/database.js";
import { noFileStore } from "../persistence/files/no-file-store.js";
import { CaseRunner } from "../runtime/case-runner.js";
import { changeBusOf } from "../runtime/change-bus.js";
import type { DeadlineMover } from "../runtime/deadline-mover.js";
import { EnactedVersions } from "../runtime/enacted-version.js";
import type { NodeSource } from "../runtime/graphql/node.js";
import type { GuessLimits } from "../runtime/guess-limiter.js";
import { LogTail } from "../runtime/log-tail.js";
import { NoticeBoard } from "../runtime/notices/notice-board.js";
import type { NoticeTail } from "../runtime/notices/notice-tail.js";
import { Outbox } from "../runtime/outbox/outbox.js";
import { ReminderBook } from "../runtime/reminders/reminder-book.js";
import type { LedgerKeeper } from "../runtime/throughput/ledger-keeper.js";
import { VersionNews } from "../runtime/version-news.js";
import { WorkingCalendars } from "../runtime/working-calendars.js";

export interface Foundations {
  readonly database: Database;
  /** The server's clock, in epoch milliseconds. */
  readonly now: () => number;
  readonly signInLimits?: Partial<GuessLimits>;
  readonly receiptLimits?: Partial<GuessLimits>;
  /** What the installation allows its webhooks; nothing unless told. */
  readonly webhooks?: Partial<WebhookSettings>;
  /** The file that writes papers in a thread; the built one unless told otherwise. */
  readonly paperWorker?: URL;
  /** The same for the file that checks drawings. */
  readonly drawingWorker?: URL;
  /** None are sent unless given. */
  readonly mail?: MailSettings | null;
  /** Where people find the app, as mails name it. */
  readonly publicUrl?: string;
  /** Left out where nothing is uploaded or read. */
  readonly files?: FileFoundations;
  /** `false`: reports are not kept up with what happens, as when the cost of that is measured. */
  readonly throughput?: boolean;
}

/** Fails as soon as a file is to be stored, and not before. */
const noFiles: FileFoundations = {
  store: noFileStore,
  scanner: null,
  maxBytes: 50 * 1024 * 1024,
  onScanFailure: () => undefined,
};

export interface Composition {
  readonly resolvers: readonly object[];
  readonly nodeSources: readonly NodeSource[];
  /** Tells the API who asks. */
  readonly actors: ActorService;
  /** Tells of what changes about accounts, sessions and tokens on this server. */
  readonly accountChanges: AccountChanges;
  readonly hasher: PasswordHasher;
  /** Runs the commands of cases. */
  readonly runner: CaseRunner;
  /** What leaves the database: mail, webhooks. Its worker is not started yet. */
  readonly outbox: Outbox;
  /** What tells people by itself: reminders, mails. It is not started yet. */
  readonly noticeWork: NoticeWork;
  /** What a server does for webhooks in between. */
  readonly webhookRounds: WebhookRounds;
  /** Brings open deadlines to calendars that changed. */
  readonly mover: DeadlineMover;
  /** Adds to the reports' sums what happens; not started yet. */
  readonly ledger: LedgerKeeper;
  /** Prints versions. */
  readonly papers: PaperService;
  /** Writes reports and event logs as files. */
  readonly exports: ThroughputExportService;
  /** Takes uploads, and keeps the file store as the database says. */
  readonly files: Files;
  readonly caseFiles: CaseFileService;
  /** Makes what follows other servers on the database. */
  readonly logTail: () => LogTail;
  readonly noticeTail: () => NoticeTail;
}

/**
 * Builds every feature: its services, from these its resolvers, and how `node` finds its objects. It
 * only wires; nothing is read or written yet.
 */
export function composeFeatures(foundations: Foundations): Composition {
  const { database, now, signInLimits, receiptLimits, drawingWorker } = foundations;
  const { mail = null, publicUrl = "http://localhost:4000" } = foundations;

  // What several features share.
  const outbox = new Outbox(database, now);
  const board = new NoticeBoard(database, mail !== null);
  const reminderBook = new ReminderBook();
  const news = new VersionNews();
  const calendars = new WorkingCalendars();
  const versions = new EnactedVersions();
  const bus = changeBusOf(database);
  const runner = new CaseRunner(versions, calendars, bus, board, reminderBook);
  const papers = new PaperService(new PaperPress(foundations.paperWorker));
  const nodeSources = [...peopleNodeSources, ...sopSources, ...caseSources, ...webhookSources];

  const calendarParts = composeCalendars({ database, now, runner, calendars });
  const people = composePeople({
    ...{ database, now, board, signInLimits, zoneFollower: calendarParts.follower },
    handOver: new HandOverService(database, runner),
    positionNeeds: new PositionNeedsService(),
  });
  const files = composeFiles(database, foundations.files ?? noFiles, () =>
    systemContext("files", now),
  );
  const throughput = composeThroughput({
    ...{ database, board, calendars, runner, papers },
    keepsUp: foundations.throughput ?? true,
  });
  const settings = foundations.webhooks ?? {};
  const webhooks = composeWebhooks({ database, now, outbox, runner, news, settings });
  const notices = composeNotices({
    ...{ database, outbox, board, versions, calendars, mail, publicUrl, nodeSources },
  });

  return {
    resolvers: [
      ...people.resolvers,
      ...composeSops({ database, board, news, calendars, reminderBook, drawingWorker }),
      ...composeCases({ database, runner, calendars, receiptLimits }),
      ...throughput.resolvers,
      ...notices.resolvers,
      ...calendarParts.resolvers,
      webhooks.resolver,
      new AuditResolver(new AuditReader()),
      new VersionPaperResolver(),
      new SopPaperResolver(),
      new UploadResolver(files.uploads),
    ],
    nodeSources,
    actors: people.actors,
    accountChanges: people.accountChanges,
    hasher: people.hasher,
    runner,
    files,
    caseFiles: new CaseFileService(files.store),
    outbox,
    webhookRounds: webhooks.rounds,
    mover: calendarParts.mover,
    ledger: throughput.ledger,
    papers,
    exports: throughput.exports,
    noticeWork: notices.work,
    noticeTail: notices.tail,
    logTail: () => new LogTail({ reader: database.reader, bus, versions, now }),
  };
}
