import "reflect-metadata";
import { AccountChanges } from "../features/people/account-changes.js";
import { AccountResolver } from "../features/people/account-resolver.js";
import { ActorService } from "../features/people/actor-service.js";
import {
  AppointmentResolver,
  PersonAppointmentsResolver,
  PositionAppointmentsResolver,
} from "../features/people/appointment-resolver.js";
import { AppointmentService } from "../features/people/appointment-service.js";
import { ApiTokenResolver } from "../features/people/api-token-resolver.js";
import { ApiTokenService } from "../features/people/api-token-service.js";
import { EmailResolver } from "../features/people/email-resolver.js";
import { EmailService } from "../features/people/email-service.js";
import { LeaveResolver, PersonLeavesResolver } from "../features/people/leave-resolver.js";
import { LeaveService } from "../features/people/leave-service.js";
import { OfficeResolver } from "../features/people/office-resolver.js";
import { AuditReader } from "../features/audit/audit-reader.js";
import { AuditResolver } from "../features/audit/audit-resolver.js";
import { HandOverService } from "../features/cases/hand-over-service.js";
import { DisableService } from "../features/people/disable-service.js";
import { ImportResolver } from "../features/people/import-resolver.js";
import { ImportService } from "../features/people/import-service.js";
import { OfficeAdminResolver } from "../features/people/office-admin-resolver.js";
import { OfficeService } from "../features/people/office-service.js";
import { PersonAdminResolver } from "../features/people/person-admin-resolver.js";
import { PersonService } from "../features/people/person-service.js";
import { PositionService } from "../features/people/position-service.js";
import { PositionNeedsService } from "../features/sops/position-needs-service.js";
import { PasswordHasher } from "../features/people/password-hasher.js";
import { peopleNodeSources } from "../features/people/people-node-sources.js";
import { PeopleReader } from "../features/people/people-reader.js";
import { PeopleService } from "../features/people/people-service.js";
import { PersonResolver } from "../features/people/person-resolver.js";
import { SignInResolver } from "../features/people/sign-in-resolver.js";
import { SignInService } from "../features/people/sign-in-service.js";
import {
  CalendarChangeResolver,
  CalendarResolver,
} from "../features/calendars/calendar-resolver.js";
import { CalendarService } from "../features/calendars/calendar-service.js";
import { DeadlineFollower } from "../features/calendars/deadline-follower.js";
import { HolidayResolver } from "../features/calendars/holiday-resolver.js";
import { HolidayService } from "../features/calendars/holiday-service.js";
import { CaseFlowResolver, WaitingCallResolver } from "../features/cases/case-flow-resolver.js";
import { PositionVacancyResolver, VacancyResolver } from "../features/people/vacancy-resolver.js";
import { CaseResolver, HistoryEntryResolver } from "../features/cases/case-resolver.js";
import { CaseService } from "../features/cases/case-service.js";
import { caseSources } from "../features/cases/case-sources.js";
import { CaseSubscriptions } from "../features/cases/case-subscriptions.js";
import { MissingRequirementsResolver } from "../features/cases/missing-requirements-resolver.js";
import { TaskFlowResolver } from "../features/cases/task-flow-resolver.js";
import { TaskOutcomeResolver } from "../features/cases/task-outcome-resolver.js";
import {
  CasePlaceResolver,
  FollowResolver,
  WhereaboutsResolver,
} from "../features/cases/follow-resolver.js";
import { FollowService } from "../features/cases/follow-service.js";
import { ReceiptResolver } from "../features/cases/receipt-resolver.js";
import { ReceiptService } from "../features/cases/receipt-service.js";
import {
  ActingAsResolver,
  HistoryHoldingResolver,
  PersonTasksResolver,
  PositionTasksResolver,
  TaskHoldingResolver,
} from "../features/cases/holding-resolver.js";
import { TaskPayloadResolver, TaskResolver } from "../features/cases/task-resolver.js";
import { TaskTimeResolver } from "../features/cases/task-time-resolver.js";
import { SavedViewService } from "../features/cases/saved-view-service.js";
import { TaskService } from "../features/cases/task-service.js";
import { WorklistResolver } from "../features/cases/worklist-resolver.js";
import { composeNotices } from "../features/notices/compose-notices.js";
import type { NoticeWork } from "../features/notices/notice-work.js";
import { CaseFileService } from "../features/cases/case-file-service.js";
import { composeFiles, type FileFoundations, type Files } from "../features/files/compose-files.js";
import { UploadResolver } from "../features/files/upload-resolver.js";
import { PaperPress } from "../features/paper/paper-press.js";
import { SopPaperResolver, VersionPaperResolver } from "../features/paper/paper-resolver.js";
import { PaperService } from "../features/paper/paper-service.js";
import { StandardTimesResolver } from "../features/sops/standard-times-resolver.js";
import { CatalogueResolver } from "../features/sops/catalogue-resolver.js";
import { ColumnsService } from "../features/sops/columns-service.js";
import { DiscardService } from "../features/sops/discard-service.js";
import { DraftService } from "../features/sops/draft-service.js";
import { DraftSubscription } from "../features/sops/draft-subscription.js";
import { EnactService } from "../features/sops/enact-service.js";
import { DrawingChecker } from "../features/sops/drawing-checker.js";
import { ProblemResolver } from "../features/sops/problem-resolver.js";
import { RuleLevelsResolver } from "../features/sops/rule-levels-resolver.js";
import { RuleLevelsService } from "../features/sops/rule-levels-service.js";
import { VersionProblems } from "../features/sops/version-problems.js";
import { SopResolver } from "../features/sops/sop-resolver.js";
import { SopService } from "../features/sops/sop-service.js";
import { sopSources } from "../features/sops/sop-sources.js";
import {
  DraftChangeResolver,
  SentBackResolver,
  SubmissionResolver,
  VersionHistoryResolver,
} from "../features/sops/history-resolver.js";
import { LifecycleResolver } from "../features/sops/lifecycle-resolver.js";
import { ReviewNoteResolver, VersionNotesResolver } from "../features/sops/note-resolver.js";
import { NoteService } from "../features/sops/note-service.js";
import { OfficeColumnsResolver } from "../features/sops/office-columns-resolver.js";
import {
  PositionSopsResolver,
  VacantLanesResolver,
} from "../features/sops/position-sops-resolver.js";
import { PresenceService } from "../features/sops/presence-service.js";
import { DraftPresenceResolver, DraftPulseResolver } from "../features/sops/pulse-resolver.js";
import {
  OfficeRemindersResolver,
  SopRemindersResolver,
} from "../features/sops/reminders-resolver.js";
import { RemindersService } from "../features/sops/reminders-service.js";
import { TemplateResolver } from "../features/sops/template-resolver.js";
import {
  DraftConflictResolver,
  LaneResolver,
  SopVersionResolver,
} from "../features/sops/version-resolver.js";
import type { MailSettings } from "../kernel/mail-settings.js";
import { CellReader } from "../features/throughput/cell-reader.js";
import { ThroughputResolver } from "../features/throughput/throughput-resolver.js";
import {
  LaneThroughputResolver,
  OldestWaitResolver,
  PersonFiguresResolver,
  StepFiguresResolver,
  ThroughputItemResolver,
  ThroughputLaneResolver,
} from "../features/throughput/report-resolvers.js";
import { ThroughputExportService } from "../features/throughput/export/export-service.js";
import { ThroughputItemService } from "../features/throughput/throughput-item-service.js";
import { ThroughputService } from "../features/throughput/throughput-service.js";
import { composeStuck } from "../features/throughput/compose-stuck.js";
import { TimeShareResolver } from "../features/throughput/time-share-resolver.js";
import { composeWebhooks } from "../features/webhooks/compose-webhooks.js";
import { webhookSources } from "../features/webhooks/webhook-loaders.js";
import type { WebhookRounds } from "../features/webhooks/webhook-rounds.js";
import type { WebhookSettings } from "../features/webhooks/webhook-settings.js";
import { systemContext } from "../kernel/system-context.js";
import type { Database } from "../persistence/database.js";
import { noFileStore } from "../persistence/files/no-file-store.js";
import { CaseRunner } from "../runtime/case-runner.js";
import { changeBusOf } from "../runtime/change-bus.js";
import { DeadlineMover } from "../runtime/deadline-mover.js";
import { EnactedVersions } from "../runtime/enacted-version.js";
import type { NodeSource } from "../runtime/graphql/node.js";
import { GuessLimiter, type GuessLimits } from "../runtime/guess-limiter.js";
import { LogTail } from "../runtime/log-tail.js";
import { Outbox } from "../runtime/outbox/outbox.js";
import { NoticeBoard } from "../runtime/notices/notice-board.js";
import type { NoticeTail } from "../runtime/notices/notice-tail.js";
import { ReminderBook } from "../runtime/reminders/reminder-book.js";
import { LedgerKeeper } from "../runtime/throughput/ledger-keeper.js";
import { LedgerMerger } from "../runtime/throughput/ledger-merger.js";
import { insertPending } from "../runtime/throughput/ledger-rows.js";
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
  const { database, now, signInLimits, receiptLimits, paperWorker, webhooks = {} } = foundations;
  const checker = new DrawingChecker(foundations.drawingWorker);
  const { mail = null, publicUrl = "http://localhost:4000" } = foundations;
  const accountChanges = new AccountChanges();
  const hasher = new PasswordHasher();
  const outbox = new Outbox(database, now);
  const limiter = new GuessLimiter(signInLimits);
  const reminderBook = new ReminderBook();
  const board = new NoticeBoard(database, mail !== null);

  // people
  const actors = new ActorService(database, accountChanges, now);
  const signIns = new SignInService(database, hasher, limiter, accountChanges);
  const people = new PeopleService(database, hasher, limiter, accountChanges);
  const apiTokens = new ApiTokenService(database, accountChanges);
  const peopleReader = new PeopleReader();

  // sops
  const news = new VersionNews();
  const sops = new SopService(database, news);
  const drafts = new DraftService(database, board);
  const enactments = new EnactService(database, board, checker, news);
  const reminderRules = new RemindersService(database, reminderBook);

  // cases
  const calendars = new WorkingCalendars();
  const versions = new EnactedVersions();
  const bus = changeBusOf(database);
  const runner = new CaseRunner(versions, calendars, bus, board, reminderBook);
  const mover = new DeadlineMover(database, runner);
  const ledger = new LedgerKeeper(database, new LedgerMerger(database, versions));
  const cells = new CellReader();
  if (foundations.throughput ?? true)
    runner.observe((_ctx, _tx, step) => [insertPending(step.instanceId)]);
  const follower = new DeadlineFollower(calendars, mover, () => systemContext("Alur", now));
  const cases = new CaseService(database, runner);
  const tasks = new TaskService(database, runner);
  const files = composeFiles(database, foundations.files ?? noFiles, () =>
    systemContext("files", now),
  );
  const handOver = new HandOverService(database, runner);
  const follows = new FollowService(new GuessLimiter(receiptLimits), calendars);
  // other systems
  const told = composeWebhooks({ database, now, outbox, runner, news, settings: webhooks });

  const papers = new PaperService(new PaperPress(paperWorker));
  const throughput = new ThroughputService(database, versions, ledger, cells);

  // notices
  const nodeSources = [...peopleNodeSources, ...sopSources, ...caseSources, ...webhookSources];
  const notices = composeNotices({
    ...{ database, outbox, board, versions, calendars, mail, publicUrl, nodeSources },
  });

  return {
    resolvers: [
      new SignInResolver(signIns),
      new AccountResolver(people),
      new PersonResolver(peopleReader),
      new PersonAdminResolver(
        new PersonService(database, hasher, accountChanges, handOver),
        new DisableService(database, accountChanges, handOver),
      ),
      new ImportResolver(new ImportService(database, hasher, accountChanges)),
      new OfficeAdminResolver(
        new OfficeService(database, follower),
        new PositionService(database, accountChanges, new PositionNeedsService()),
      ),
      new AuditResolver(new AuditReader()),
      new OfficeResolver(peopleReader),
      new EmailResolver(new EmailService(database)),
      new AppointmentResolver(new AppointmentService(database, accountChanges, board)),
      new PositionAppointmentsResolver(),
      new PersonAppointmentsResolver(),
      new LeaveResolver(new LeaveService(database, accountChanges, board)),
      new PersonLeavesResolver(),
      new VacancyResolver(peopleReader),
      new PositionVacancyResolver(),
      new ApiTokenResolver(apiTokens, peopleReader),
      new SopResolver(sops),
      new SopVersionResolver(drafts, enactments),
      new ProblemResolver(new VersionProblems(checker)),
      new LifecycleResolver(new DiscardService(database), enactments),
      new CatalogueResolver(calendars),
      new StandardTimesResolver(calendars, checker),
      new TemplateResolver(),
      new SopRemindersResolver(reminderRules),
      new OfficeRemindersResolver(reminderRules),
      new OfficeColumnsResolver(new ColumnsService(database)),
      new RuleLevelsResolver(new RuleLevelsService(database)),
      new VersionHistoryResolver(),
      new DraftChangeResolver(),
      new SentBackResolver(),
      new SubmissionResolver(),
      new DraftPulseResolver(new PresenceService(database)),
      new DraftPresenceResolver(),
      new DraftSubscription(),
      new VersionPaperResolver(),
      new SopPaperResolver(),
      new DraftConflictResolver(),
      new VacantLanesResolver(),
      new PositionSopsResolver(),
      new LaneResolver(),
      new VersionNotesResolver(),
      new ReviewNoteResolver(new NoteService(database)),
      new UploadResolver(files.uploads),
      new CaseResolver(cases),
      new HistoryEntryResolver(),
      new CaseFlowResolver(),
      new WaitingCallResolver(),
      new MissingRequirementsResolver(),
      new ReceiptResolver(new ReceiptService(database)),
      new FollowResolver(follows),
      new WhereaboutsResolver(calendars),
      new CasePlaceResolver(),
      new TaskResolver(tasks),
      new TaskFlowResolver(runner.versions),
      new TaskOutcomeResolver(runner.versions),
      new TaskTimeResolver(calendars),
      new TimeShareResolver(runner.versions, calendars),
      ...composeStuck(database, board, calendars),
      new ThroughputResolver(
        throughput,
        new ThroughputItemService(database, versions, ledger, cells),
      ),
      new ThroughputLaneResolver(),
      new OldestWaitResolver(),
      new StepFiguresResolver(),
      new PersonFiguresResolver(),
      new LaneThroughputResolver(),
      new ThroughputItemResolver(),
      new WorklistResolver(tasks, new SavedViewService(database)),
      new TaskPayloadResolver(),
      new TaskHoldingResolver(),
      new HistoryHoldingResolver(),
      new ActingAsResolver(),
      new PositionTasksResolver(),
      new PersonTasksResolver(),
      new CaseSubscriptions(),
      ...notices.resolvers,
      told.resolver,
      new CalendarResolver(new CalendarService(database, follower), versions),
      new CalendarChangeResolver(),
      new HolidayResolver(new HolidayService(database, follower), versions),
    ],
    nodeSources,
    actors,
    accountChanges,
    hasher,
    runner,
    files,
    caseFiles: new CaseFileService(files.store),
    outbox,
    webhookRounds: told.rounds,
    mover,
    ledger,
    papers,
    exports: new ThroughputExportService(throughput, papers, versions),
    noticeWork: notices.work,
    noticeTail: notices.tail,
    logTail: () => new LogTail({ reader: database.reader, bus, versions, now }),
  };
}
