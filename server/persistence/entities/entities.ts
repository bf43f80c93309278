import { LedgerCase } from "./ledger-case.js";
import { LedgerCell } from "./ledger-cell.js";
import { LedgerPending } from "./ledger-pending.js";
import { LedgerState } from "./ledger-state.js";
import { LedgerStay } from "./ledger-stay.js";
import { ApiToken } from "./api-token.js";
import { AuditEntry } from "./audit-entry.js";
import { CalendarChange } from "./calendar-change.js";
import { CaseParticipant } from "./case-participant.js";
import { CatalogueEntry } from "./catalogue-entry.js";
import { DiscardedDraft } from "./discarded-draft.js";
import { DraftEdit } from "./draft-edit.js";
import { DraftPresence } from "./draft-presence.js";
import { HeldCase } from "./held-case.js";
import { HistoryEntry } from "./history-entry.js";
import { Holiday } from "./holiday.js";
import { Idempotency } from "./idempotency.js";
import { Instance } from "./instance.js";
import { LeaveReport } from "./leave-report.js";
import { Notice } from "./notice.js";
import { NoticeOnce } from "./notice-once.js";
import { NoticeRead } from "./notice-read.js";
import { NoticeSetting } from "./notice-setting.js";
import { Office } from "./office.js";
import { Outbox } from "./outbox.js";
import { Person } from "./person.js";
import { PersonRole } from "./person-role.js";
import { Position } from "./position.js";
import { PositionHolder } from "./position-holder.js";
import { Receipt } from "./receipt.js";
import { ReceiptReissue } from "./receipt-reissue.js";
import { ReviewNote } from "./review-note.js";
import { SavedView } from "./saved-view.js";
import { Session } from "./session.js";
import { Sop } from "./sop.js";
import { SopVersion } from "./sop-version.js";
import { StoredFile } from "./stored-file.js";
import { Task } from "./task.js";
import { VersionAction } from "./version-action.js";
import { WaitingCall } from "./waiting-call.js";
import { WebhookDelivery } from "./webhook-delivery.js";
import { WebhookEndpoint } from "./webhook-endpoint.js";
import { WorkingCalendar } from "./working-calendar.js";

/** Every entity, in an order in which each comes after those it refers to. */
export const entities = [
  Office,
  Position,
  Person,
  PersonRole,
  LeaveReport,
  PositionHolder,
  Session,
  ApiToken,
  Sop,
  SopVersion,
  CatalogueEntry,
  DraftEdit,
  VersionAction,
  DraftPresence,
  DiscardedDraft,
  ReviewNote,
  Holiday,
  WorkingCalendar,
  CalendarChange,
  Instance,
  WaitingCall,
  HeldCase,
  Task,
  HistoryEntry,
  CaseParticipant,
  StoredFile,
  SavedView,
  Receipt,
  ReceiptReissue,
  Idempotency,
  AuditEntry,
  Notice,
  NoticeRead,
  NoticeSetting,
  NoticeOnce,
  Outbox,
  WebhookEndpoint,
  WebhookDelivery,
  LedgerPending,
  LedgerCase,
  LedgerCell,
  LedgerStay,
  LedgerState,
] as const;
