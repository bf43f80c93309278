import type { Database } from "../../persistence/database.js";
import type { NoticeBoard } from "../../runtime/notices/notice-board.js";
import type { ReminderBook } from "../../runtime/reminders/reminder-book.js";
import type { VersionNews } from "../../runtime/version-news.js";
import type { WorkingCalendars } from "../../runtime/working-calendars.js";
import { CatalogueResolver } from "./catalogue-resolver.js";
import { ColumnsService } from "./columns-service.js";
import { DiscardService } from "./discard-service.js";
import { DraftService } from "./draft-service.js";
import { DraftSubscription } from "./draft-subscription.js";
import { DrawingChecker } from "./drawing-checker.js";
import { EnactService } from "./enact-service.js";
import {
  DraftChangeResolver,
  SentBackResolver,
  SubmissionResolver,
  VersionHistoryResolver,
} from "./history-resolver.js";
import { LifecycleResolver } from "./lifecycle-resolver.js";
import { ReviewNoteResolver, VersionNotesResolver } from "./note-resolver.js";
import { NoteService } from "./note-service.js";
import { OfficeColumnsResolver } from "./office-columns-resolver.js";
import { PositionSopsResolver, VacantLanesResolver } from "./position-sops-resolver.js";
import { PresenceService } from "./presence-service.js";
import { ProblemResolver } from "./problem-resolver.js";
import { DraftPresenceResolver, DraftPulseResolver } from "./pulse-resolver.js";
import { OfficeRemindersResolver, SopRemindersResolver } from "./reminders-resolver.js";
import { RemindersService } from "./reminders-service.js";
import { RuleLevelsResolver } from "./rule-levels-resolver.js";
import { RuleLevelsService } from "./rule-levels-service.js";
import { SopResolver } from "./sop-resolver.js";
import { SopService } from "./sop-service.js";
import { StandardTimesResolver } from "./standard-times-resolver.js";
import { TemplateResolver } from "./template-resolver.js";
import { VersionProblems } from "./version-problems.js";
import { DraftConflictResolver, LaneResolver, SopVersionResolver } from "./version-resolver.js";

interface Parts {
  readonly database: Database;
  readonly board: NoticeBoard;
  readonly news: VersionNews;
  readonly calendars: WorkingCalendars;
  readonly reminderBook: ReminderBook;
  /** The file that checks drawings in a thread; the built one where it is undefined. */
  readonly drawingWorker: URL | undefined;
}

/** Wires SOPs, from drafting and checking to their coming into force; answers the resolvers. */
export function composeSops(it: Parts): readonly object[] {
  const { database, board, news, calendars } = it;
  const checker = new DrawingChecker(it.drawingWorker);
  const enactments = new EnactService(database, board, checker, news);
  const reminderRules = new RemindersService(database, it.reminderBook);
  return [
    new SopResolver(new SopService(database, news)),
    new SopVersionResolver(new DraftService(database, board), enactments),
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
    new DraftConflictResolver(),
    new VacantLanesResolver(),
    new PositionSopsResolver(),
    new LaneResolver(),
    new VersionNotesResolver(),
    new ReviewNoteResolver(new NoteService(database)),
  ];
}
