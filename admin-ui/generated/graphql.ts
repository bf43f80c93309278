/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A new review note. */
export type AddNoteInput = {
  /** Send the same key again after a lost answer: there is one effect. 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** Which of the element's fields is meant, as standardTime; null: all of it. */
  readonly targetField?: string | null | undefined;
  /** Key of the lane, symbol or arrow; of a FIELD its path: identity.unit, lists.warnings, graph.text, number. */
  readonly targetKey: string;
  /** What it hangs on. */
  readonly targetType: NoteTargetType;
  /** The note; not empty, 4000 characters. */
  readonly text: string;
  /** The draft or submitted version. */
  readonly versionId: string | number;
};

/** Who is to hold a position, or to act in it. */
export type AppointHolderInput = {
  /** As what. */
  readonly capacity: HoldingCapacity;
  /** From the beginning of this day; today or later. */
  readonly firstDay: string;
  /** To the end of this day; left out: until somebody ends it, for DEFINITIVE only. */
  readonly lastDay?: string | null | undefined;
  /** Somebody of the position's office. */
  readonly personId: string | number;
  /** The position. */
  readonly positionId: string | number;
  /** For a Plt. or Plh.: the holder who is away; left out: of the position as such. */
  readonly standsInForId?: string | number | null | undefined;
};

/** What was done to people, offices, SOPs or settings. Names are added, never changed. */
export type AuditAction =
  /** Appointment changed. */
  | 'APPOINTMENT_CHANGED'
  /** Appointment ended. */
  | 'APPOINTMENT_ENDED'
  /** Calendar changed. */
  | 'CALENDAR_CHANGED'
  /** Calendar dropped. */
  | 'CALENDAR_DROPPED'
  /** Database restored. */
  | 'DATABASE_RESTORED'
  /** Deadlines moved. */
  | 'DEADLINES_MOVED'
  /** Form columns set. */
  | 'FORM_COLUMNS_SET'
  /** Holder appointed. */
  | 'HOLDER_APPOINTED'
  /** Holidays changed. */
  | 'HOLIDAYS_CHANGED'
  /** Leave cancelled. */
  | 'LEAVE_CANCELLED'
  /** Missing requirements set. */
  | 'MISSING_REQUIREMENTS_SET'
  /** Office created. */
  | 'OFFICE_CREATED'
  /** Office reminders. */
  | 'OFFICE_REMINDERS'
  /** Office updated. */
  | 'OFFICE_UPDATED'
  /** Password reset. */
  | 'PASSWORD_RESET'
  /** People imported. */
  | 'PEOPLE_IMPORTED'
  /** Person created. */
  | 'PERSON_CREATED'
  /** Person disabled. */
  | 'PERSON_DISABLED'
  /** Person email. */
  | 'PERSON_EMAIL'
  /** Person enabled. */
  | 'PERSON_ENABLED'
  /** Person moved. */
  | 'PERSON_MOVED'
  /** Person roles set. */
  | 'PERSON_ROLES_SET'
  /** Person updated. */
  | 'PERSON_UPDATED'
  /** Position created. */
  | 'POSITION_CREATED'
  /** Position restored. */
  | 'POSITION_RESTORED'
  /** Position retired. */
  | 'POSITION_RETIRED'
  /** Position updated. */
  | 'POSITION_UPDATED'
  /** Rule levels set. */
  | 'RULE_LEVELS_SET'
  /** Sop created. */
  | 'SOP_CREATED'
  /** Sop draft discarded. */
  | 'SOP_DRAFT_DISCARDED'
  /** Sop enacted. */
  | 'SOP_ENACTED'
  /** Sop reminders. */
  | 'SOP_REMINDERS'
  /** Sop renumbered. */
  | 'SOP_RENUMBERED'
  /** Sop retired. */
  | 'SOP_RETIRED'
  /** Sop revised. */
  | 'SOP_REVISED'
  /** Sop sent back. */
  | 'SOP_SENT_BACK'
  /** Sop submission withdrawn. */
  | 'SOP_SUBMISSION_WITHDRAWN'
  /** Sop submitted. */
  | 'SOP_SUBMITTED'
  /** Sop unscheduled. */
  | 'SOP_UNSCHEDULED'
  /** Tasks handed on. */
  | 'TASKS_HANDED_ON'
  /** Token created. */
  | 'TOKEN_CREATED'
  /** Token revoked. */
  | 'TOKEN_REVOKED'
  /** Webhook changed. */
  | 'WEBHOOK_CHANGED'
  /** Webhook created. */
  | 'WEBHOOK_CREATED'
  /** Webhook deleted. */
  | 'WEBHOOK_DELETED'
  /** Webhook failed. */
  | 'WEBHOOK_FAILED'
  /** Webhook paused. */
  | 'WEBHOOK_PAUSED'
  /** Webhook resumed. */
  | 'WEBHOOK_RESUMED'
  /** Webhook secret rotated. */
  | 'WEBHOOK_SECRET_ROTATED';

/** Who did it. */
export type AuditActorType =
  /** Somebody with an account. */
  | 'PERSON'
  /** Alur itself. */
  | 'SYSTEM'
  /** Another program, by its token. */
  | 'TOKEN';

/** Which entries. What is left out does not narrow. */
export type AuditFilter = {
  /** What was done. */
  readonly action?: AuditAction | null | undefined;
  /** What this person did. */
  readonly actorId?: string | number | null | undefined;
  /** Not before this instant. */
  readonly from?: string | null | undefined;
  /** Affairs of this office. */
  readonly officeId?: string | number | null | undefined;
  /** Part of the doer's or the subject's name, or of what was changed. */
  readonly search?: string | null | undefined;
  /** What was done to this person, position, office, token or SOP. */
  readonly subjectId?: string | number | null | undefined;
  /** Before this instant. */
  readonly to?: string | null | undefined;
};

/** What an entry is about. */
export type AuditSubjectType =
  /** Api token. */
  | 'ApiToken'
  /** Database. */
  | 'Database'
  /** Holidays. */
  | 'Holidays'
  /** Office. */
  | 'Office'
  /** Person. */
  | 'Person'
  /** Position. */
  | 'Position'
  /** Sop. */
  | 'Sop'
  /** Webhook endpoint. */
  | 'WebhookEndpoint'
  /** Working calendar. */
  | 'WorkingCalendar';

/** Files of a requirement that was brought along. */
export type BroughtFilesInput = {
  /** Uploads of the caller's that are READY; at most 20 in all of one command. */
  readonly files: ReadonlyArray<string | number>;
  /** The text of the requirement, which they tick as well. */
  readonly requirement: string;
};

/** Whether a working calendar changed, or the national holidays. */
export type CalendarChangeKind =
  /** The calendar of an office, or the one for all. */
  | 'CALENDAR'
  /** The national table of holidays and joint leave. */
  | 'HOLIDAYS';

/** Other hours for a while; no two periods overlap. */
export type CalendarPeriodInput = {
  /** The first day, YYYY-MM-DD. */
  readonly from: string;
  /** What it is. */
  readonly name: string;
  /** The last day, at most two years later. */
  readonly to: string;
  /** Its hours; a day that is not named is free. */
  readonly weekly: ReadonlyArray<WeekdayHoursInput>;
};

/** Which leave to cancel. */
export type CancelLeaveInput = {
  /** The leave. */
  readonly leaveId: string | number;
};

/** Which SOPs of the catalogue. */
export type CatalogueFilter = {
  /** Of this office only. */
  readonly officeId?: string | number | null | undefined;
  /** Words that must all occur in its title, number, office, steps or papers; eight at most count. */
  readonly search?: string | null | undefined;
};

/** Other dates of an appointment that is not over. */
export type ChangeAppointmentInput = {
  /** The appointment. */
  readonly appointmentId: string | number;
  /** The first day; left out, or the same, once it has begun. */
  readonly firstDay?: string | null | undefined;
  /** The last day; left out: until somebody ends it, for DEFINITIVE only. */
  readonly lastDay?: string | null | undefined;
};

/** A change of one's own password. */
export type ChangePasswordInput = {
  /** The password until now. */
  readonly currentPassword: string;
  /** At least 10 characters, and not the username. */
  readonly newPassword: string;
};

/** An endpoint as it shall be; its secret stays. */
export type ChangeWebhookInput = {
  /** Of what it is told; at least one, not TEST. */
  readonly events: ReadonlyArray<WebhookEvent>;
  /** Which system it is, at most 200 characters. */
  readonly name: string;
  /** Of which office's events; null: of all. */
  readonly officeId?: string | number | null | undefined;
  /** Where it is told: https, with any port and path, without a name and password. */
  readonly url: string;
  /** Which one. */
  readonly webhookId: string | number;
};

/** The tasks to claim. */
export type ClaimTasksInput = {
  /** The tasks; at most 50. */
  readonly taskIds: ReadonlyArray<string | number>;
};

/** What is said, and to which case. */
export type CommentInput = {
  /** Uploads of the caller's that are READY; at most 20 in all of one command. */
  readonly files?: ReadonlyArray<string | number> | null | undefined;
  /** Send the same key again after a lost answer: there is one effect. 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** The case. */
  readonly instanceId: string | number;
  /** The comment; 4,000 characters. May be left out beside files. */
  readonly text?: string | null | undefined;
};

/** How a task was done. */
export type CompleteTaskInput = {
  /** Texts of the requirements that were brought along, as ticked. */
  readonly brought?: ReadonlyArray<string> | null | undefined;
  /** Files of what was brought along. */
  readonly broughtFiles?: ReadonlyArray<BroughtFilesInput> | null | undefined;
  /** A remark; 4,000 characters. */
  readonly comment?: string | null | undefined;
  /** Beside the remark. Uploads of the caller's that are READY; at most 20 in all of one command. */
  readonly files?: ReadonlyArray<string | number> | null | undefined;
  /** Send the same key again after a lost answer: there is one effect. 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** Key of the outcome, on a decision only. */
  readonly outcome?: string | null | undefined;
  /** What the step has yielded. */
  readonly outputs?: ReadonlyArray<GivenOutputInput> | null | undefined;
  /** The task. */
  readonly taskId: string | number;
};

/** A token for another program. */
export type CreateApiTokenInput = {
  /** Which program it is for. */
  readonly name: string;
  /** What it may do; at least one. */
  readonly scopes: ReadonlyArray<TokenScope>;
};

/** A new office (perangkat daerah). */
export type CreateOfficeInput = {
  /** Short and unique, of a-z, 0-9, dots and hyphens; left out: made of the name. */
  readonly code?: string | null | undefined;
  /** The government that it belongs to. */
  readonly government?: string | null | undefined;
  /** The same key again makes nothing a second time; kept for 30 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** The office's name. */
  readonly name: string;
  /** Asia/Jakarta, Asia/Pontianak, Asia/Makassar or Asia/Jayapura. */
  readonly timeZone: string;
};

/** Somebody who is to have an account. */
export type CreatePersonInput = {
  /** The same key again makes nothing a second time; kept for 30 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Their full name. */
  readonly name: string;
  /** Civil service number of 18 digits, which are checked; blanks make no difference. */
  readonly nip?: string | null | undefined;
  /** The office that they belong to. */
  readonly officeId: string | number;
  /** Their roles in that office. */
  readonly roles?: ReadonlyArray<Role>;
  /** What they sign in with: 2 to 100 letters, digits, dots, hyphens or underscores. */
  readonly username: string;
};

/** A new position (jabatan). */
export type CreatePositionInput = {
  /** Short and unique; left out: made of the office's code and the name. */
  readonly code?: string | null | undefined;
  /** The same key again makes nothing a second time; kept for 30 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** Whether it leads the office; an office has one such. */
  readonly isHead?: boolean;
  /** The position's name. */
  readonly name: string;
  /** The office that it belongs to. */
  readonly officeId: string | number;
  /** The position above it (atasan). */
  readonly superiorId?: string | number | null | undefined;
};

/** A new SOP. */
export type CreateSopInput = {
  /** Start from a copy of this version: its steps and lists, without its number, dates, signature and notes; lanes keep the positions that the office has. */
  readonly copyOf?: string | number | null | undefined;
  /** Send the same key again after a lost answer: there is one effect. 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** Nomor SOP, if it has one. */
  readonly number?: string | null | undefined;
  /** The office whose SOP it is. */
  readonly officeId: string | number;
  /** A, B, … where the number covers several. */
  readonly part?: string | null | undefined;
  /** Start from the template of this key; see sopTemplates. Not with copyOf. */
  readonly template?: string | null | undefined;
  /** What the office calls it. */
  readonly title: string;
};

/** The file that is to be uploaded. */
export type CreateUploadInput = {
  /** Its name; folders in it are left out. */
  readonly name: string;
  /** In bytes; at least 1 and at most `uploadLimit`. */
  readonly size: number;
};

/** An endpoint to register. */
export type CreateWebhookInput = {
  /** Of what it is told; at least one, not TEST. */
  readonly events: ReadonlyArray<WebhookEvent>;
  /** Which system it is, at most 200 characters. */
  readonly name: string;
  /** Of which office's events; null: of all. */
  readonly officeId?: string | number | null | undefined;
  /** Where it is told: https, with any port and path, without a name and password. */
  readonly url: string;
};

/** Why a day is worked, or not. */
export type DayReason =
  /** Worked by hours of its own. */
  | 'EXTRA_DAY'
  /** A national holiday. */
  | 'HOLIDAY'
  /** A national joint leave (cuti bersama). */
  | 'JOINT_LEAVE'
  /** A day off of this office alone. */
  | 'OFFICE_DAY_OFF'
  /** Worked by the hours of a period, as Ramadan. */
  | 'PERIOD'
  /** A day of the week without hours. */
  | 'WEEKLY_REST'
  /** A holiday or joint leave that this office works through. */
  | 'WORKED_THROUGH'
  /** Worked by the hours of the week. */
  | 'WORKING_DAY';

/** The task to hand over, and to whom. */
export type DelegateTaskInput = {
  /** Another holder of the lane's position. */
  readonly personId: string | number;
  /** The task. */
  readonly taskId: string | number;
};

/** One change of a draft. `op` says which of the other fields are read. */
export type DocumentEditInput = {
  /** For ADD, REMOVE, UPDATE, MOVE. */
  readonly collection?: GraphCollection | null | undefined;
  /** For SET_COLUMNS. */
  readonly columns?: FormColumnsInput | null | undefined;
  /** For ADD and UPDATE of EDGES. */
  readonly edge?: SopEdgeInput | null | undefined;
  /** For SET_IDENTITY. */
  readonly identity?: IdentityInput | null | undefined;
  /** For ADD and MOVE: where it stands afterwards. */
  readonly index?: number | null | undefined;
  /** For REMOVE, UPDATE and MOVE. */
  readonly key?: string | null | undefined;
  /** For ADD and UPDATE of LANES. */
  readonly lane?: LaneInput | null | undefined;
  /** For SET_LISTS. */
  readonly lists?: FormListsInput | null | undefined;
  /** For ADD and UPDATE of NODES. */
  readonly node?: SopNodeInput | null | undefined;
  /** What to do. */
  readonly op: EditOp;
  /** For ADD and UPDATE of OUTPUTS. */
  readonly output?: SopOutputInput | null | undefined;
};

/** What was done to a version. */
export type DraftChangeKind =
  /** It was opened, as a copy of `source` where it is one. */
  | 'CREATE'
  /** A save: `edits` say what was changed, `inverse` what it was before. */
  | 'EDIT'
  /** Disahkan; it holds from `inForceFrom`. */
  | 'ENACT'
  /** Dicabut, with the SOP. */
  | 'RETIRE'
  /** Dikembalikan by the approver; `message` is the reason. */
  | 'SEND_BACK'
  /** Diajukan; `message` is for the approver. */
  | 'SUBMIT'
  /** Dibatalkan before it came into force; `message` is the reason. */
  | 'UNSCHEDULE'
  /** Taken back by whoever drafts it. */
  | 'WITHDRAW';

/** A sign of life of a window that has a draft open. */
export type DraftPulseInput = {
  /** Where in the draft they are, as the clients agree on; 200 characters. */
  readonly focus?: string | null | undefined;
  /** True when the window is closed. */
  readonly leaving?: boolean | null | undefined;
  /** The revision that the window has. */
  readonly revision: number;
  /** What the window calls itself, the same each time: 1 to 64 letters, digits, _ or -. */
  readonly tab: string;
  /** The draft. */
  readonly versionId: string | number;
};

/** Which office goes by the calendar for all offices again. */
export type DropWorkingCalendarInput = {
  /** The revision of its own calendar; another: CONFLICT. */
  readonly expectedRevision: number;
  /** The office. */
  readonly officeId: string | number;
};

/** Changes of a draft. */
export type EditDraftInput = {
  /** Applied in order, all or none; at most 500. */
  readonly edits: ReadonlyArray<DocumentEditInput>;
  /** The revision that the edits were made on. */
  readonly revision: number;
  /** The draft. */
  readonly versionId: string | number;
};

/** Another text for a review note. */
export type EditNoteInput = {
  /** The note. */
  readonly noteId: string | number;
  /** The note; not empty, 4000 characters. */
  readonly text: string;
};

/** What an edit does. */
export type EditOp =
  /** Puts an element in at `index`. */
  | 'ADD'
  /** Moves the element `key` to `index`. */
  | 'MOVE'
  /** Takes the element `key` out. */
  | 'REMOVE'
  /** Arranges the columns; without `columns`, as the official form. */
  | 'SET_COLUMNS'
  /** Replaces the identity fields. */
  | 'SET_IDENTITY'
  /** Replaces the lists of the first page. */
  | 'SET_LISTS'
  /** Replaces the element `key` by the one given, of the same key. */
  | 'UPDATE';

/** What to put into force. */
export type EnactVersionInput = {
  /** Send the same key again after a lost answer: there is one effect. 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** From when; at once unless told. */
  readonly inForceFrom?: string | null | undefined;
  /** The revision that was read and approved. */
  readonly revision: number;
  /** The draft or submitted version. */
  readonly versionId: string | number;
};

/** Whoever signed the form. */
export type EnactingOfficialInput = {
  /** The name, with titles. */
  readonly name?: string | null | undefined;
  /** The civil servant's number (NIP). */
  readonly nip?: string | null | undefined;
  /** The position (jabatan). */
  readonly position?: string | null | undefined;
  /** The rank (pangkat). */
  readonly rank?: string | null | undefined;
  /** The printed statement of an electronic signature. */
  readonly signature?: string | null | undefined;
};

/** Which appointment to end. */
export type EndAppointmentInput = {
  /** The appointment. */
  readonly appointmentId: string | number;
};

/** A day with hours of its own, whatever else it is. */
export type ExtraWorkingDayInput = {
  /** The day, YYYY-MM-DD. */
  readonly date: string;
  /** Why. */
  readonly name: string;
  /** Its hours. */
  readonly spans: ReadonlyArray<WorkingSpanInput>;
};

/** What a file was attached to. */
export type FilePurpose =
  /** A remark or a comment. */
  | 'COMMENT'
  /** A document that the step yields. */
  | 'OUTPUT'
  /** A requirement that was brought along. */
  | 'REQUIREMENT';

/** What stands on the receipt. */
export type FollowCaseInput = {
  /** Its number; blanks, dashes and case do not matter. */
  readonly number: string;
  /** Its secret, likewise. */
  readonly secret: string;
};

/** What happened to a case, as somebody outside is told. New ones may be added. */
export type FollowedEventKind =
  /** It came to a lane. */
  | 'ARRIVED'
  /** Dibatalkan. */
  | 'CANCELLED'
  /** Selesai. */
  | 'COMPLETED'
  /** A lane did its step. */
  | 'DONE'
  /** Ditunda. */
  | 'HELD'
  /** Dilanjutkan. */
  | 'RESUMED'
  /** It was started. */
  | 'STARTED';

/** A column and its heading. */
export type FormColumnInput = {
  /** Which one. */
  readonly column: RightColumn;
  /** The office's own heading, as Syarat; null: as on the official form. */
  readonly title?: string | null | undefined;
};

/** How a form is arranged. */
export type FormColumnsInput = {
  /** The columns right of the lanes, from left to right; the others are left out. */
  readonly right: ReadonlyArray<FormColumnInput>;
  /** Headings of the other columns. */
  readonly titles: FormTitlesInput;
};

/** The lists of the first page. Null: missing on the form. Empty: stated as none. */
export type FormListsInput = {
  /** Peralatan/perlengkapan. */
  readonly equipment?: ReadonlyArray<ListItemInput> | null | undefined;
  /** Dasar hukum. */
  readonly legalBasis?: ReadonlyArray<ListItemInput> | null | undefined;
  /** Kualifikasi pelaksana. */
  readonly qualifications?: ReadonlyArray<ListItemInput> | null | undefined;
  /** Pencatatan dan pendataan. */
  readonly records?: ReadonlyArray<ListItemInput> | null | undefined;
  /** Keterkaitan. */
  readonly relatedSops?: ReadonlyArray<ListItemInput> | null | undefined;
  /** Peringatan. */
  readonly warnings?: ReadonlyArray<ListItemInput> | null | undefined;
};

/** Headings of the other columns; what is left out is as on the official form. */
export type FormTitlesInput = {
  /** Over the steps: Kegiatan. */
  readonly activity?: string | null | undefined;
  /** Over the lanes together: Pelaksana. */
  readonly lanes?: string | null | undefined;
  /** Over the row numbers: No. */
  readonly number?: string | null | undefined;
  /** Over requirements, time and output together: Mutu Baku. */
  readonly standard?: string | null | undefined;
};

/** A document that the step yields. */
export type GivenOutputInput = {
  /** Uploads of the caller's that are READY; at most 20 in all of one command. Files that the case has already may be named again. */
  readonly files?: ReadonlyArray<string | number> | null | undefined;
  /** Key of one of the step's outputs. */
  readonly output: string;
  /** Its text, number or place; 2,000 characters. Blank and without files: it was not given. */
  readonly reference?: string | null | undefined;
};

/** Which list of the graph an edit changes. */
export type GraphCollection =
  /** The arrows; the element goes into `edge`. */
  | 'EDGES'
  /** The columns, from left to right; the element goes into `lane`. */
  | 'LANES'
  /** The symbols, from top to bottom; the element goes into `node`. */
  | 'NODES'
  /** The named documents; the element goes into `output`. */
  | 'OUTPUTS';

/** As what somebody holds a position. */
export type HoldingCapacity =
  /** Definitif: appointed to it. */
  | 'DEFINITIVE'
  /** Pelaksana harian: its holder is away for some days. */
  | 'PLH'
  /** Pelaksana tugas: it is vacant, or its holder is away for long. */
  | 'PLT';

/** A day of the national table. */
export type HolidayInput = {
  /** The decree that it rests on. */
  readonly basis?: string | null | undefined;
  /** The day, YYYY-MM-DD. */
  readonly date: string;
  /** Which of the two it is. */
  readonly kind: HolidayKind;
  /** What it is called. */
  readonly name: string;
};

/** A holiday (libur nasional) or a joint leave (cuti bersama). */
export type HolidayKind =
  /** A national holiday. */
  | 'HOLIDAY'
  /** A joint leave, which the yearly decree adds to the holidays. */
  | 'JOINT_LEAVE';

/** The identity fields; what is left out is missing. */
export type IdentityInput = {
  /** The address. */
  readonly address?: string | null | undefined;
  /** Date of creation (tanggal pembuatan). */
  readonly createdOn?: PartialDateInput | null | undefined;
  /** Date of effect (tanggal efektif). */
  readonly effectiveOn?: PartialDateInput | null | undefined;
  /** Whoever signed the form. */
  readonly enactedBy: EnactingOfficialInput;
  /** The government (pemerintah). */
  readonly government?: string | null | undefined;
  /** The office (perangkat daerah). */
  readonly office?: string | null | undefined;
  /** The heading of the procedure where one number covers several. */
  readonly procedure?: string | null | undefined;
  /** Date of revision (tanggal revisi). */
  readonly revisedOn?: PartialDateInput | null | undefined;
  /** The name of the SOP as printed. */
  readonly title?: string | null | undefined;
  /** The unit (unit kerja). */
  readonly unit?: string | null | undefined;
};

/** A row of a table of people. */
export type ImportRowInput = {
  /** Its number in the table, by which it is spoken of. */
  readonly line: number;
  /** Their full name. */
  readonly name: string;
  /** Civil service number. */
  readonly nip?: string | null | undefined;
  /** The position that they hold; made where the office has none of the name. */
  readonly position?: string | null | undefined;
  /** Roles that they get; none is taken. */
  readonly roles?: ReadonlyArray<Role>;
  /** Left out: made of the name, for whoever is new. */
  readonly username?: string | null | undefined;
};

/** What an import would do with a row. */
export type ImportRowState =
  /** Something about somebody who is there changes. */
  | 'CHANGED'
  /** Somebody gets an account. */
  | 'NEW'
  /** It says what is so already. */
  | 'SAME'
  /** It cannot be taken; `problems` says why. */
  | 'WRONG';

/** The case to act on. */
export type InstanceActionInput = {
  /** The case. */
  readonly instanceId: string | number;
};

/** Which cases to list. */
export type InstanceFilter = {
  /** True: only those the caller requested. */
  readonly requestedByMe?: boolean | null | undefined;
  /** Of this SOP only. */
  readonly sopId?: string | number | null | undefined;
  /** In this state only. */
  readonly status?: InstanceStatus | null | undefined;
};

/** The case to act on, and why. */
export type InstanceReasonInput = {
  /** The case. */
  readonly instanceId: string | number;
  /** Why; everybody who sees the case reads it. */
  readonly reason: string;
};

/** Where a case stands. */
export type InstanceStatus =
  /** Dibatalkan. */
  | 'CANCELLED'
  /** Selesai: it came to its end. */
  | 'COMPLETED'
  /** Ditunda: nothing can be done until it is resumed. */
  | 'HELD'
  /** Berjalan: tasks are open. */
  | 'RUNNING';

/** How a step in several lanes is done. */
export type JointMode =
  /** Every lane must finish. */
  | 'ALL'
  /** The first lane to finish withdraws the others. */
  | 'ANY';

/** Who works a lane. */
export type LaneBindingType =
  /** Whoever holds a position. */
  | 'POSITION'
  /** The requester of the case. */
  | 'REQUESTER';

/** A column of the form. */
export type LaneInput = {
  /** Who works it. */
  readonly bindingType?: LaneBindingType | null | undefined;
  /** New and unique for a new lane, unchanged for an old one. */
  readonly key: string;
  /** As printed. */
  readonly name: string;
  /** The position, where one is bound. */
  readonly positionId?: string | number | null | undefined;
};

/** What a report tells of. */
export type LaneThroughputInput = {
  /** The steps of its course; left out: days up to two months, weeks up to half a year, then months. At most 1,300 steps. */
  readonly bucket?: ThroughputBucket | null | undefined;
  /** Held against this, in `compared`. */
  readonly comparedWith?: ThroughputComparisonInput | null | undefined;
  /** Which days. */
  readonly period: ThroughputPeriodInput;
  /** Whose work. */
  readonly scope: ThroughputScopeInput;
};

/** One line of a list. */
export type ListItemInput = {
  /** Its sub-heading, where the list has them. */
  readonly group?: string | null | undefined;
  /** The line. */
  readonly text: string;
};

/** When e-mails of notifications are written. */
export type MailMode =
  /** One at 07:00 on working days, by the office's clocks, with all of them. */
  | 'DAILY'
  /** One for each, when it comes. */
  | 'EACH'
  /** None. */
  | 'OFF';

/** Which notifications are read. */
export type MarkNotificationsReadInput = {
  /** All about this task, case or SOP, as when it was opened. */
  readonly about?: string | number | null | undefined;
  /** These, at most 100. */
  readonly ids?: ReadonlyArray<string | number> | null | undefined;
};

/** What a linked document that nobody has given does to the step that needs it. */
export type MissingRequirements =
  /** The step cannot be completed without it. */
  | 'BLOCK'
  /** It can; the log says what was missing. */
  | 'WARN';

/** Who goes to which office. */
export type MovePersonInput = {
  /** Whether what they hold, or will, ends now; else they are refused as HOLDS_POSITIONS while there is any. */
  readonly endAppointments?: boolean;
  /** The office that they go to. */
  readonly officeId: string | number;
  /** The person. */
  readonly personId: string | number;
  /** That of what was read; CONFLICT where it is not the present one. */
  readonly revision: number;
};

/** What a symbol of the form means. */
export type NodeKind =
  /** Drawn as a box. */
  | 'ACTIVITY'
  /** Drawn as a pentagon. */
  | 'CONNECTOR'
  /** Drawn as a diamond. */
  | 'DECISION'
  /** Drawn as a capsule. */
  | 'END'
  /** Drawn as a bar. */
  | 'FORK'
  /** Drawn as a bar. */
  | 'JOIN'
  /** Drawn as a capsule. */
  | 'START';

/** The box of a step in one lane. */
export type NodePartInput = {
  /** What this lane's part is, on a joint step. */
  readonly label?: string | null | undefined;
  /** Key of the lane. */
  readonly laneKey: string;
};

/** What a review note hangs on. */
export type NoteTargetType =
  /** An arrow. */
  | 'EDGE'
  /** A field or list of the first page. */
  | 'FIELD'
  /** A lane. */
  | 'LANE'
  /** A step or another symbol. */
  | 'NODE';

/** What a kind of notification is about. */
export type NotificationGroup =
  /** Cases that stand still, go on or end. */
  | 'CASES'
  /** Who holds a position, and who will not. */
  | 'POSITIONS'
  /** Where one's own request is. */
  | 'REQUESTS'
  /** What becomes of SOPs. */
  | 'SOPS'
  /** Tasks that one may do, and their deadlines. */
  | 'TASKS';

/** What somebody is told of. New kinds may be added. */
export type NotificationKind =
  /** You were appointed {capacity} {position} from {date} */
  | 'APPOINTED'
  /** {capacity} {position} ({person}) ends on {date} */
  | 'APPOINTMENT_ENDING'
  /** A case waits: the SOP {called} is not in force */
  | 'CALL_WAITS'
  /** Case cancelled */
  | 'CASE_CANCELLED'
  /** Case put on hold */
  | 'CASE_HELD'
  /** Case resumed */
  | 'CASE_RESUMED'
  /** Deadline is near: {step} */
  | 'DEADLINE_NEAR'
  /** Overdue at {position}: {step} */
  | 'DEADLINE_PASSED'
  /** Deadline is reached: {step} */
  | 'DEADLINE_REACHED'
  /** Nobody holds {position} from {date} */
  | 'POSITION_VACANT'
  /** Your request waits for you: {step} */
  | 'REQUEST_BACK'
  /** Your request was cancelled */
  | 'REQUEST_CANCELLED'
  /** Your request is finished */
  | 'REQUEST_FINISHED'
  /** Your request is now with {position} */
  | 'REQUEST_MOVED'
  /** SOP enacted, in force from {date} */
  | 'SOP_ENACTED'
  /** SOP has come into force */
  | 'SOP_IN_FORCE'
  /** SOP sent back to be put right */
  | 'SOP_SENT_BACK'
  /** SOP submitted for you to enact */
  | 'SOP_SUBMITTED'
  /** New task: {step} */
  | 'TASK_ARRIVED'
  /** {actor} handed you a task: {step} */
  | 'TASK_DELEGATED'
  /** {actor} reminds you: {step} */
  | 'TASK_REMINDED'
  /** Sent back to be put right: {step} */
  | 'TASK_RETURNED';

/** How to be told of a kind. */
export type NotificationSwitchInput = {
  /** Whether it is listed and counted in the app. */
  readonly inApp: boolean;
  /** Which kind. */
  readonly kind: NotificationKind;
  /** Whether it is in an e-mail. */
  readonly mail: boolean;
};

/** A day on which this office alone is closed. */
export type OfficeDayOffInput = {
  /** The day, YYYY-MM-DD. */
  readonly date: string;
  /** Why. */
  readonly name: string;
};

/** A printed date, as far as it is known. */
export type PartialDateInput = {
  /** YYYY, YYYY-MM or YYYY-MM-DD; null where the text is no date. */
  readonly iso?: string | null | undefined;
  /** As printed, such as “Juni 2020” or “-”. */
  readonly text?: string | null | undefined;
};

/** People of one office, with their positions. */
export type PeopleImportInput = {
  /** The day from which they hold their positions; today or later. */
  readonly firstDay: string;
  /** The same key again makes nothing a second time; kept for 30 days. */
  readonly idempotencyKey?: string | null | undefined;
  /** The office. */
  readonly officeId: string | number;
  /** The rows; at most 500. */
  readonly rows: ReadonlyArray<ImportRowInput>;
};

/** Where a period of days stands against today. */
export type PeriodState =
  /** It is running. */
  | 'CURRENT'
  /** It is over. */
  | 'PAST'
  /** It has not begun. */
  | 'UPCOMING';

/** How seriously a problem of a drawing is taken. */
export type ProblemLevel =
  /** It keeps the SOP from being enacted. */
  | 'ERROR'
  /** It is only shown. */
  | 'WARNING';

/** The task that was done and is taken back. */
export type RecallTaskInput = {
  /** Send the same key again after a lost answer: there is one effect. 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** The task. */
  readonly taskId: string | number;
};

/** A message to send again. */
export type RedeliverWebhookInput = {
  /** Which one: `WebhookDelivery.id`. */
  readonly deliveryId: string;
};

/** Which receipt. */
export type ReissueReceiptInput = {
  /** The case that it is of. */
  readonly instanceId: string | number;
};

/** Of which task somebody is reminded. */
export type RemindTaskInput = {
  /** Send the same key again after a lost answer: there is one effect. 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** An open task. */
  readonly taskId: string | number;
};

/** How far from a deadline something is told. */
export type ReminderSpanInput = {
  /** Counted in what. */
  readonly unit: ReminderUnit;
  /** 1 to 90 percent, 10,000 minutes, 1,000 hours or 100 working days. */
  readonly value: number;
};

/** What a reminder's distance to the deadline is counted in. */
export type ReminderUnit =
  /** Working hours. */
  | 'HOUR'
  /** Working minutes. */
  | 'MINUTE'
  /** Of the step's standard time; only before the deadline. */
  | 'PERCENT'
  /** Working days. */
  | 'WORKING_DAY';

/** When people are reminded of the deadlines of an SOP's tasks. */
export type RemindersInput = {
  /** Whether they are told that it is reached. */
  readonly atDeadline: boolean;
  /** How long before the deadline those who have the task are reminded; null: not. */
  readonly before?: ReminderSpanInput | null | undefined;
  /** How long after it whoever is above the lane, and the managers, are told that it has passed; null: never. Of a requester's own task nobody is. */
  readonly escalateAfter?: ReminderSpanInput | null | undefined;
};

/** The review note to remove. */
export type RemoveNoteInput = {
  /** The note. */
  readonly noteId: string | number;
};

/** The view to remove. */
export type RemoveViewInput = {
  /** The view. */
  readonly viewId: string | number;
};

/** Another number for an SOP of which nothing was enacted yet. */
export type RenumberSopInput = {
  /** Nomor SOP; null or empty: it has none. */
  readonly number?: string | null | undefined;
  /** A, B, … where the number covers several. */
  readonly part?: string | null | undefined;
  /** The SOP. */
  readonly sopId: string | number;
};

/** When one is away, and who stands in. */
export type ReportLeaveInput = {
  /** The first day; today or later. */
  readonly firstDay: string;
  /** The last day. */
  readonly lastDay: string;
  /** For which of the positions that one holds; left out: for all of them. */
  readonly positionIds?: ReadonlyArray<string | number> | null | undefined;
  /** Somebody of one's own office, who becomes Plh. for these days. */
  readonly standInId: string | number;
};

/** A line of kelengkapan. */
export type RequirementInput = {
  /** Key of the output that satisfies it; null: it is brought. */
  readonly output?: string | null | undefined;
  /** What must be there. */
  readonly text: string;
};

/** Whose password to reset. */
export type ResetPasswordInput = {
  /** The person. */
  readonly personId: string | number;
};

/** A review note, and whether it is settled. */
export type ResolveNoteInput = {
  /** The note. */
  readonly noteId: string | number;
  /** True to settle it, false to open it again. */
  readonly resolved: boolean;
};

/** The SOP to retire. */
export type RetireSopInput = {
  /** Why, for its history; 4000 characters. */
  readonly reason?: string | null | undefined;
  /** The SOP. */
  readonly sopId: string | number;
};

/** The task whose holder sends the case back, where to, and why. */
export type ReturnTaskInput = {
  /** Send the same key again after a lost answer: there is one effect. 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** Why; everybody who sees the case reads it. */
  readonly reason: string;
  /** An open task. */
  readonly taskId: string | number;
  /** `visit` of one of the task's `returnTargets`. */
  readonly visit: number;
};

/** The SOP to revise. */
export type ReviseSopInput = {
  /** The version of it that the draft begins as; the newest unless told. */
  readonly from?: string | number | null | undefined;
  /** Send the same key again after a lost answer: there is one effect. 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** The SOP. */
  readonly sopId: string | number;
};

/** Which token to revoke. */
export type RevokeApiTokenInput = {
  /** The token. */
  readonly apiTokenId: string | number;
};

/** A column right of the lanes. */
export type RightColumn =
  /** Output. */
  | 'OUTPUT'
  /** Keterangan. */
  | 'REMARKS'
  /** Kelengkapan. */
  | 'REQUIREMENTS'
  /** Waktu. */
  | 'TIME';

/** What somebody may do beyond the work of the positions that they hold. */
export type Role =
  /** Draws and enacts SOPs, and looks after accounts. */
  | 'ADMIN'
  /** Enacts and retires the SOPs of their office. */
  | 'APPROVER'
  /** Starts cases for requesters who have no account. */
  | 'FRONT_DESK'
  /** Reads, holds and cancels the cases of their office. */
  | 'MANAGER';

/** How seriously an office takes a rule of drawing. */
export type RuleLevel =
  /** What breaks it is not enacted. */
  | 'ERROR'
  /** It is not looked at. */
  | 'OFF'
  /** What breaks it is only shown. */
  | 'WARNING';

/** How seriously a rule is to be taken. */
export type RuleLevelInput = {
  /** From now on; `defaultLevel` takes the choice back. */
  readonly level: RuleLevel;
  /** Name of the rule: one of `Office.ruleLevels`. */
  readonly rule: string;
};

/** The national holidays of a year as they shall be, all of them. */
export type SaveHolidaysInput = {
  /** Every day of it. */
  readonly days: ReadonlyArray<HolidayInput>;
  /** The revision that was edited (`HolidayYear.revision`); another: CONFLICT. */
  readonly expectedRevision: number;
  /** The year. */
  readonly year: number;
};

/** A view to keep, or to change where `viewId` is given. */
export type SaveViewInput = {
  /** What it lists. Left out, a view that is there keeps what it has. */
  readonly filter?: TaskFilter | null | undefined;
  /** Its name, the only one of it; 80 characters. */
  readonly name: string;
  /** The view to change. */
  readonly viewId?: string | number | null | undefined;
};

/** A whole working calendar, and the one that it was made from. */
export type SaveWorkingCalendarInput = {
  /** Days on which this office alone is closed. */
  readonly daysOff: ReadonlyArray<OfficeDayOffInput>;
  /** The revision that was edited (`WorkingCalendar.revision`); another: CONFLICT. */
  readonly expectedRevision: number;
  /** Days with hours of their own. */
  readonly extraDays: ReadonlyArray<ExtraWorkingDayInput>;
  /** How many working minutes one working day (1 hari) is. */
  readonly minutesPerWorkingDay: number;
  /** Whose own; left out: the one of all offices that have none. */
  readonly officeId?: string | number | null | undefined;
  /** Other hours for a while. */
  readonly periods: ReadonlyArray<CalendarPeriodInput>;
  /** IANA name of the office's time zone; left out: as it is. Not for all offices. */
  readonly timeZone?: string | null | undefined;
  /** The hours of the week; free days left out. */
  readonly weekly: ReadonlyArray<WeekdayHoursInput>;
  /** Holidays and joint leave worked through, YYYY-MM-DD. */
  readonly worksThrough: ReadonlyArray<string>;
};

/** A submitted version that is not enacted as it stands. */
export type SendBackVersionInput = {
  /** Send the same key again after a lost answer: there is one effect. 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** What has to change; not empty, 4000 characters. */
  readonly reason: string;
  /** The revision that the caller has seen. */
  readonly revision: number;
  /** The version. */
  readonly versionId: string | number;
};

/** An e-mail address of somebody. */
export type SetEmailInput = {
  /** The address; null: none. */
  readonly email?: string | null | undefined;
  /** Whose: one's own, or for the admin anybody's. */
  readonly personId: string | number;
};

/** How strict an office is with the papers that steps hand on. */
export type SetMissingRequirementsInput = {
  /** From now on, for cases that run, too. */
  readonly missing: MissingRequirements;
  /** The office. */
  readonly officeId: string | number;
};

/** One's own language. */
export type SetMyLocaleInput = {
  /** "id" or "en". */
  readonly locale: string;
};

/** How the caller wants to be told. */
export type SetNotificationSettingsInput = {
  /** Each kind at most once; those that are left out are as is usual. */
  readonly kinds: ReadonlyArray<NotificationSwitchInput>;
  /** When e-mails are written. */
  readonly mailMode: MailMode;
};

/** How an office arranges the forms of its new SOPs. */
export type SetOfficeFormColumnsInput = {
  /** The arrangement; null: that of the official form. */
  readonly columns?: FormColumnsInput | null | undefined;
  /** The office. */
  readonly officeId: string | number;
};

/** When people are reminded of the tasks of an office's SOPs. */
export type SetOfficeRemindersInput = {
  /** The office. */
  readonly officeId: string | number;
  /** When; null: as is usual. */
  readonly reminders?: RemindersInput | null | undefined;
};

/** How seriously an office takes some rules of drawing. */
export type SetOfficeRuleLevelsInput = {
  /** Rules that are not named stay as they are. */
  readonly levels: ReadonlyArray<RuleLevelInput>;
  /** The office. */
  readonly officeId: string | number;
};

/** Which account to disable or to enable again. */
export type SetPersonDisabledInput = {
  /** True ends all of the account's sessions at once. */
  readonly disabled: boolean;
  /** The person. */
  readonly personId: string | number;
};

/** Which roles somebody has from now on. */
export type SetPersonRolesInput = {
  /** The person. */
  readonly personId: string | number;
  /** That of what was read; CONFLICT where it is not the present one. */
  readonly revision: number;
  /** All of them; those that are left out are taken back. */
  readonly roles: ReadonlyArray<Role>;
};

/** Which position to take out of use or to bring back. */
export type SetPositionRetiredInput = {
  /** The position. */
  readonly positionId: string | number;
  /** True ends who holds it; false brings it back vacant. */
  readonly retired: boolean;
  /** That of what was read; CONFLICT where it is not the present one. */
  readonly revision: number;
};

/** When people are reminded of the tasks of an SOP. */
export type SetSopRemindersInput = {
  /** When; null: as its office has it. */
  readonly reminders?: RemindersInput | null | undefined;
  /** The SOP. */
  readonly sopId: string | number;
};

/** An endpoint to pause or to resume. */
export type SetWebhookPausedInput = {
  /** Whether it shall be paused. */
  readonly paused: boolean;
  /** Which one. */
  readonly webhookId: string | number;
};

/** Who signs in. */
export type SignInInput = {
  /** Whether to return a token for the Authorization header instead of a cookie. */
  readonly bearer?: boolean;
  /** The password. */
  readonly password: string;
  /** Capitals make no difference. */
  readonly username: string;
};

/** What a connector runs. */
export type SopCallInput = {
  /** The called SOP. */
  readonly sop: string | number;
  /** Whether the case waits for the called one. */
  readonly waits: boolean;
};

/** An arrow. */
export type SopEdgeInput = {
  /** Key of the symbol that it leaves. */
  readonly from: string;
  /** Stable over versions; on a decision, the outcome's key. */
  readonly key: string;
  /** Name of the branch out of a decision. */
  readonly outcome?: string | null | undefined;
  /** Key of the symbol that it leads to. */
  readonly to: string;
};

/** Which SOPs to list. */
export type SopFilter = {
  /** Of this office only. */
  readonly officeId?: string | number | null | undefined;
  /** Part of the title or the number. */
  readonly search?: string | null | undefined;
  /** In this state only. */
  readonly status?: SopStatus | null | undefined;
};

/** A symbol of the form, whole. */
export type SopNodeInput = {
  /** For a connector. */
  readonly call?: SopCallInput | null | undefined;
  /** New and unique for a new symbol, unchanged for an old one. */
  readonly key: string;
  /** What the symbol means. */
  readonly kind: NodeKind;
  /** ALL unless told. */
  readonly mode?: JointMode | null | undefined;
  /** None unless told. */
  readonly outputs?: ReadonlyArray<string> | null | undefined;
  /** The lanes that it stands in. */
  readonly parts: ReadonlyArray<NodePartInput>;
  /** None unless told. */
  readonly remarks?: string | null | undefined;
  /** None unless told. */
  readonly requirements?: ReadonlyArray<RequirementInput> | null | undefined;
  /** None unless told. */
  readonly standardTime?: StandardTimeInput | null | undefined;
  /** The kegiatan column. */
  readonly text: string;
  /** False unless told. */
  readonly work?: boolean | null | undefined;
};

/** A named document of the version. */
export type SopOutputInput = {
  /** Unique in the version. */
  readonly key: string;
  /** As printed under Output. */
  readonly name: string;
};

/** Where an SOP stands as a whole. */
export type SopStatus =
  /** Konsep: no version was enacted yet. */
  | 'DRAFT_ONLY'
  /** Berlaku: cases can be started. */
  | 'IN_FORCE'
  /** Dicabut: no new case can be started. */
  | 'RETIRED'
  /** A version is enacted and comes into force later. */
  | 'SCHEDULED';

/** A standard time as written. */
export type StandardTimeInput = {
  /** Of what. */
  readonly unit: TimeUnit;
  /** How many. */
  readonly value: number;
};

/** What to start. */
export type StartInstanceInput = {
  /** Send the same key again after a lost answer: there is one effect. 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** On behalf of somebody of this name, who has no account. */
  readonly requesterName?: string | null | undefined;
  /** An SOP in force. */
  readonly sopId: string | number;
  /** What it is about; 500 characters. */
  readonly title?: string | null | undefined;
};

/** What the asker could do so that something goes on. New ones may be added. */
export type StuckAction =
  /** Say who acts in the lane's position (Plt. or Plh.): `appointHolder`. */
  | 'APPOINT_ACTING'
  /** Take the task, and do it: `claimTask`. */
  | 'CLAIM'
  /** Hand it to another holder of the position: `delegateTask`. */
  | 'DELEGATE'
  /** Bring the SOP that the case waits for into force. */
  | 'ENACT_SOP'
  /** Take it from whoever has it, back to the lane: `releaseTask`. */
  | 'RELEASE'
  /** Remind whoever has it, or could take it: `remindTask`. */
  | 'REMIND'
  /** Resume the case: `resumeInstance`. */
  | 'RESUME'
  /** Do the task: the asker has it. */
  | 'WORK';

/** With whom something is stuck. */
export type StuckLaneKind =
  /** With an SOP that is to come into force. */
  | 'CALLS'
  /** With whoever held the cases. */
  | 'HELD'
  /** With whoever holds a position. */
  | 'POSITION'
  /** With the cases' requesters. */
  | 'REQUESTERS';

/** Why something is stuck: the first of these that holds, the most severe first. */
export type StuckReason =
  /** The task's deadline is near. */
  | 'DUE_SOON'
  /** The case has been held for long. */
  | 'HELD'
  /** Nobody holds the lane's position now, whatever the deadline. */
  | 'NOBODY_HOLDS'
  /** The task has no deadline and has been open for long. */
  | 'NO_DEADLINE'
  /** The task is past its deadline. */
  | 'OVERDUE'
  /** A connector waits for an SOP of which no version can be started. */
  | 'SOP_NOT_IN_FORCE';

/** What of an office's work is looked at for being stuck. */
export type StuckWorkInput = {
  /** Only what comes after this cursor of the lane's list; only with `laneId`. */
  readonly after?: string | null | undefined;
  /** How many of each lane: 10 unless told, at most 100. */
  readonly first?: number | null | undefined;
  /** A task without a deadline that is open for longer, and a case that is held for longer, lies too long: 1 to 250 working days; 3 unless told. Without a deadline nothing else says that anybody is to do it. */
  readonly idleWorkingDays?: number | null | undefined;
  /** Only this lane, by `StuckLane.id`. */
  readonly laneId?: string | null | undefined;
  /** The office whose cases are looked at. */
  readonly officeId: string | number;
  /** Only cases of these SOPs, at most 50; left out: of all. */
  readonly sopIds?: ReadonlyArray<string | number> | null | undefined;
  /** What is due within so many working days is due soon: 0 to 20; 1 unless told. */
  readonly withinWorkingDays?: number | null | undefined;
};

/** The task to act on. */
export type TaskActionInput = {
  /** The task. */
  readonly taskId: string | number;
};

/** Which tasks to list. SOP, lane, office and search are looked at task by task in the order of the list, 2,000 at a time: a page may then hold fewer than asked for, or none, and still have a next one. */
export type TaskFilter = {
  /** Due at this instant or later only. */
  readonly dueAfter?: string | null | undefined;
  /** Due before this instant only. */
  readonly dueBefore?: string | null | undefined;
  /** Of this case only. */
  readonly instanceId?: string | number | null | undefined;
  /** Of lanes with this key only. */
  readonly laneKey?: string | null | undefined;
  /** Of cases of this office only. */
  readonly officeId?: string | number | null | undefined;
  /** True: only those past their deadline; of done ones those that missed it. */
  readonly overdue?: boolean | null | undefined;
  /** ACTIONABLE unless told. */
  readonly scope?: TaskScope | null | undefined;
  /** Only those where each of these words, or its beginning or part, is in the case's title, the requester's name, the SOP's title or number, or the step's text; large and small letters are alike. At most 8 words and 200 characters. */
  readonly search?: string | null | undefined;
  /** Of cases of this SOP only. */
  readonly sopId?: string | number | null | undefined;
};

/** Which tasks to list. */
export type TaskScope =
  /** What the caller may act on: their own, their lanes', and what whoever claimed it can no longer do. Tasks of a held case are among them, to be done when it is resumed. */
  | 'ACTIONABLE'
  /** Every open task of the cases that the caller may see. */
  | 'ALL'
  /** What the caller could claim as well as others: unclaimed tasks of positions that several hold, and what whoever claimed it can no longer do. */
  | 'CLAIMABLE'
  /** What the caller has done, newest first. */
  | 'DONE'
  /** What is the caller's to do: claimed by them, or unclaimed where nobody else could claim it. */
  | 'FOR_ME'
  /** What the caller has claimed and may still do. */
  | 'MINE'
  /** What is for the caller's lanes and nobody has claimed. */
  | 'UNCLAIMED'
  /** What the caller waits for others to do: open tasks, which they cannot act on now, of cases that they requested, started or did a task of. */
  | 'WAITING';

/** Where a task stands. */
export type TaskStatus =
  /** Somebody has it. */
  | 'CLAIMED'
  /** It was done. */
  | 'DONE'
  /** Nobody has it yet. */
  | 'OPEN'
  /** It is no longer needed. */
  | 'WITHDRAWN';

/** The steps of a report's period. A step is cut where the period begins or ends. */
export type ThroughputBucket =
  /** A day by the office's clocks. */
  | 'DAY'
  /** A calendar month. */
  | 'MONTH'
  /** From Monday to Sunday. */
  | 'WEEK';

/** Which number of a report is opened. */
export type ThroughputCasesInput = {
  /** For CASES_COMPLETED: of one bar of the histogram, by `LeadTimeBar.index`. */
  readonly bar?: number | null | undefined;
  /** For HANDED_OVER, which needs both: the lane that gave it. */
  readonly fromLaneId?: string | null | undefined;
  /** Of one lane, by `ThroughputLane.id`; for HANDED_OVER the one that got the task. */
  readonly laneId?: string | null | undefined;
  /** The number. */
  readonly measure: ThroughputMeasure;
  /** As in the report, or the days of one of its steps. */
  readonly period: ThroughputPeriodInput;
  /** Of one person. Only for whoever may read people's figures. */
  readonly personId?: string | number | null | undefined;
  /** As in the report. */
  readonly scope: ThroughputScopeInput;
  /** Of one step, by its key; the scope must name one SOP. */
  readonly stepKey?: string | null | undefined;
};

/** What a report is held against: another period, or other versions. */
export type ThroughputComparisonInput = {
  /** Another period; left out: the same. */
  readonly period?: ThroughputPeriodInput | null | undefined;
  /** Other versions, at most 50; left out: the same. */
  readonly versionIds?: ReadonlyArray<string | number> | null | undefined;
};

/** A number of a report whose cases can be listed. */
export type ThroughputMeasure =
  /** Tasks that opened in the period; a waiting connector counts as one. */
  | 'ARRIVED'
  /** Cases that were cancelled in it. */
  | 'CASES_CANCELLED'
  /** Cases that were completed in it. */
  | 'CASES_COMPLETED'
  /** Cases under way at its end, or now if that is earlier. */
  | 'CASES_RUNNING'
  /** Cases that began in the period. */
  | 'CASES_STARTED'
  /** Tasks that were done in it. */
  | 'FINISHED'
  /** Tasks that opened by what another lane had finished or sent back. */
  | 'HANDED_OVER'
  /** Finished tasks over their standard time. */
  | 'LATE'
  /** Finished tasks within their standard time. */
  | 'ON_TIME'
  /** Finished tasks of a step at which the case had been before. */
  | 'REWORK'
  /** Tasks open at its end, or now if that is earlier. */
  | 'WAITING'
  /** Tasks that were closed undone in it: sent back, cancelled, or done by another. */
  | 'WITHDRAWN';

/** A period by the office's clocks, both days included. */
export type ThroughputPeriodInput = {
  /** The first day. */
  readonly from: string;
  /** The last day; not before the first. */
  readonly to: string;
};

/** Whose work a report is about. */
export type ThroughputScopeInput = {
  /** The office. */
  readonly officeId: string | number;
  /** SOPs of the office, at most 50; left out: all, also retired ones. */
  readonly sopIds?: ReadonlyArray<string | number> | null | undefined;
  /** Only cases of these versions, at most 50; left out: of all versions. */
  readonly versionIds?: ReadonlyArray<string | number> | null | undefined;
};

/** What a share of a case's time was: the first of these that holds. */
export type TimeShareState =
  /** A connector waited for the case of another SOP. */
  | 'CHILD_SOP'
  /** The case was held. */
  | 'HELD'
  /** Nobody had claimed the task. */
  | 'QUEUE'
  /** It was the requester's turn. */
  | 'REQUESTER'
  /** Somebody had claimed the task. */
  | 'WORK';

/** The unit in which a standard time was written. */
export type TimeUnit =
  /** Hari kalender: 24 hours. */
  | 'CALENDAR_DAY'
  /** Jam: a working hour. */
  | 'HOUR'
  /** Menit: a working minute. */
  | 'MINUTE'
  /** Hari (kerja): a working day of the office. */
  | 'WORKING_DAY';

/** What an API token may do, always within its own office. */
export type TokenScope =
  /** Read the cases and their history. */
  | 'CASES_READ'
  /** Start cases, and act in them, on behalf of a named requester without an account. */
  | 'CASES_START'
  /** Read the SOPs in force. */
  | 'SOPS_READ'
  /** Read the tasks. */
  | 'TASKS_READ';

/** What is enacted and is not to come into force. */
export type UnscheduleVersionInput = {
  /** Why; not empty, 4000 characters. */
  readonly reason: string;
  /** The scheduled version. */
  readonly versionId: string | number;
};

/** What an office is called from now on. */
export type UpdateOfficeInput = {
  /** Left out: as it is. */
  readonly code?: string | null | undefined;
  /** The government that it belongs to. */
  readonly government?: string | null | undefined;
  /** The office's name. */
  readonly name: string;
  /** The office. */
  readonly officeId: string | number;
  /** That of what was read; CONFLICT where it is not the present one. */
  readonly revision: number;
  /** Asia/Jakarta, Asia/Pontianak, Asia/Makassar or Asia/Jayapura. */
  readonly timeZone: string;
};

/** What somebody is called from now on. */
export type UpdatePersonInput = {
  /** Their full name. */
  readonly name: string;
  /** Civil service number; left out: none. */
  readonly nip?: string | null | undefined;
  /** The person. */
  readonly personId: string | number;
  /** That of what was read; CONFLICT where it is not the present one. */
  readonly revision: number;
  /** What they sign in with. */
  readonly username: string;
};

/** What a position is called and where it stands from now on. Its code never changes. */
export type UpdatePositionInput = {
  /** Whether it leads the office; an office has one such. */
  readonly isHead: boolean;
  /** The position's name. */
  readonly name: string;
  /** The position. */
  readonly positionId: string | number;
  /** That of what was read; CONFLICT where it is not the present one. */
  readonly revision: number;
  /** The position above it; left out: none. */
  readonly superiorId?: string | number | null | undefined;
};

/** Why a mutation was refused. New codes may be added. */
export type UserErrorCode =
  /** This account is disabled. Ask the admin. */
  | 'ACCOUNT_DISABLED'
  /** This has begun: its first day cannot be changed any more. */
  | 'ALREADY_BEGUN'
  /** Somebody else has claimed this task. */
  | 'ALREADY_CLAIMED'
  /** This version has been enacted and cannot be changed any more. */
  | 'ALREADY_ENACTED'
  /** This is over and stays as it is recorded. */
  | 'ALREADY_OVER'
  /** This person belongs to another office. */
  | 'ANOTHER_OFFICE'
  /** The archive is damaged, locked, nested too deeply, or too large when it is opened. */
  | 'ARCHIVE_UNSAFE'
  /** The username or the password is wrong. */
  | 'BAD_CREDENTIALS'
  /** Wrong receipt number or secret code. */
  | 'BAD_RECEIPT'
  /** This has changed since you opened it. Reload and try again. */
  | 'CONFLICT'
  /** The last day comes before the first. */
  | 'DATES_REVERSED'
  /** This day is past. Choose today or a later day. */
  | 'DATE_PAST'
  /** This draft was discarded. */
  | 'DISCARDED'
  /** The code is taken. Choose another one. */
  | 'DUPLICATE_CODE'
  /** This day is on the list already. */
  | 'DUPLICATE_DAY'
  /** This office has a head already. */
  | 'DUPLICATE_HEAD'
  /** The name is taken. Choose another one. */
  | 'DUPLICATE_NAME'
  /** This NIP is taken. */
  | 'DUPLICATE_NIP'
  /** This office already has an SOP with the number and that part. */
  | 'DUPLICATE_NUMBER'
  /** The username is taken. Choose another one. */
  | 'DUPLICATE_USERNAME'
  /** The upload is no longer whole. Upload the file once more. */
  | 'FILE_BROKEN'
  /** The file is empty. */
  | 'FILE_EMPTY'
  /** The virus scanner refused the file. */
  | 'FILE_INFECTED'
  /** The document holds macros. Save it without them, then upload it again. */
  | 'FILE_MACROS'
  /** The file is not yet uploaded or checked. */
  | 'FILE_NOT_READY'
  /** The file has been attached already. */
  | 'FILE_TAKEN'
  /** The file is too large. */
  | 'FILE_TOO_LARGE'
  /** Files of this type are not taken. Taken are PDF, images (PNG, JPEG, WebP, GIF), office documents (DOCX, XLSX, PPTX, ODT, ODS, ODP), text, CSV, and ZIP with such files in it. */
  | 'FILE_TYPE'
  /** The virus scanner is not working, so the file is still held back. Alur tries again by itself. */
  | 'FILE_UNCHECKED'
  /** You are not allowed to do this. */
  | 'FORBIDDEN'
  /** This position is still the superior of others. */
  | 'HAS_SUBORDINATES'
  /** It is on hold together with the case that called it; resume that one. */
  | 'HELD_BY_PARENT'
  /** This person still holds positions. */
  | 'HOLDS_POSITIONS'
  /** These hours overlap or are not in order. */
  | 'HOURS_OVERLAP'
  /** The hours end before they begin. */
  | 'HOURS_REVERSED'
  /** Signing in needs https here. Whoever runs Alur: put a proxy with https in front, and name its address in TRUST_PROXY. */
  | 'HTTPS_REQUIRED'
  /** This idempotency key was used with another body. */
  | 'IDEMPOTENCY_MISMATCH'
  /** Nothing was imported: rows are still wrong. Correct them or leave them out. */
  | 'IMPORT_REFUSED'
  /** This case is completed or cancelled. */
  | 'INSTANCE_CLOSED'
  /** This case is on hold. */
  | 'INSTANCE_HELD'
  /** The input is not valid. */
  | 'INVALID'
  /** There must be an admin whose account is enabled. */
  | 'LAST_ADMIN'
  /** A Plt. or Plh. needs a last day. */
  | 'LAST_DAY_REQUIRED'
  /** This installation sends no e-mails. */
  | 'MAIL_OFF'
  /** A name is needed. */
  | 'NAME_MISSING'
  /** There is nobody to remind: nobody else has this task or holds its position. */
  | 'NOBODY_TO_REMIND'
  /** That step did not lead to this task, so it cannot be sent back there. */
  | 'NOT_AN_ANCESTOR'
  /** This person does not hold the position on these days. */
  | 'NOT_A_HOLDER'
  /** This task is not claimed. */
  | 'NOT_CLAIMED'
  /** This version is no longer a draft and cannot be changed. */
  | 'NOT_DRAFT'
  /** Not found. */
  | 'NOT_FOUND'
  /** This case is not on hold. */
  | 'NOT_HELD'
  /** This SOP is not in force. */
  | 'NOT_IN_FORCE'
  /** This version does not wait for the day on which it comes into force. */
  | 'NOT_SCHEDULED'
  /** This version does not wait for approval. */
  | 'NOT_SUBMITTED'
  /** Somebody else holds this task. */
  | 'NOT_YOUR_TASK'
  /** Enter your e-mail address first. */
  | 'NO_EMAIL'
  /** There is no such date. */
  | 'NO_SUCH_DATE'
  /** There is no such time of day. Write it as 07:30. */
  | 'NO_SUCH_TIME'
  /** There are no working hours here. */
  | 'NO_WORKING_HOURS'
  /** Choose one of the decision's outcomes. */
  | 'OUTCOME_REQUIRED'
  /** An output that another step needs was not given. */
  | 'OUTPUT_REQUIRED'
  /** This activity does not produce that output. */
  | 'OUTPUT_UNKNOWN'
  /** This value is out of range. */
  | 'OUT_OF_RANGE'
  /** On some of these days somebody is appointed already. */
  | 'OVERLAP'
  /** You cannot do this to your own account. Ask another admin. */
  | 'OWN_ACCOUNT'
  /** This period overlaps with another. */
  | 'PERIODS_OVERLAP'
  /** This period is too long. */
  | 'PERIOD_TOO_LONG'
  /** This person's account is disabled. */
  | 'PERSON_DISABLED'
  /** This position still has open tasks. */
  | 'POSITION_HAS_TASKS'
  /** This position still works in SOPs. */
  | 'POSITION_IN_USE'
  /** This position has been retired. */
  | 'POSITION_RETIRED'
  /** The SOP cannot be enacted yet. */
  | 'PROBLEMS'
  /** Too many attempts. */
  | 'RATE_LIMITED'
  /** A reason is required. */
  | 'REASON_REQUIRED'
  /** It is too late to recall: the next step has been taken or done. */
  | 'RECALL_TOO_LATE'
  /** Somebody was reminded of this task not long ago. */
  | 'REMINDED_ALREADY'
  /** The figures are still being added up; try again in a moment. */
  | 'REPORT_NOT_READY'
  /** What this step requires is not there yet. */
  | 'REQUIREMENT_MISSING'
  /** The rule holds for every office and cannot be changed. */
  | 'RULE_FIXED'
  /** While a step cannot be completed without its papers, this rule stays required. Let missing papers only warn first. */
  | 'RULE_NEEDED'
  /** A rule is given more than once. */
  | 'RULE_TWICE'
  /** There is no such rule. */
  | 'RULE_UNKNOWN'
  /** Nobody can appoint themselves, or stand in for themselves. */
  | 'SELF_APPOINTMENT'
  /** This person is on leave on some of these days. */
  | 'STAND_IN_AWAY'
  /** This step is not done yet, so there is nothing to recall. */
  | 'STEP_NOT_DONE'
  /** The server's storage is full, so the file is not stored yet. Try again when the administrator has made room. */
  | 'STORAGE_FULL'
  /** That position is below this one and cannot be its superior. */
  | 'SUPERIOR_CYCLE'
  /** This task is closed. */
  | 'TASK_CLOSED'
  /** The input is too large. */
  | 'TOO_LARGE'
  /** This would start more than a hundred cases at once, because SOPs call one another. Ask an admin to look at their connectors. */
  | 'TOO_MANY_CASES'
  /** Too many files at once. */
  | 'TOO_MANY_FILES'
  /** Too many uploads that are not attached yet. Attach or cancel some. */
  | 'TOO_MANY_UPLOADS'
  /** The password is too weak. */
  | 'WEAK_PASSWORD'
  /** This address is inside of the server's network. Whoever runs Alur can allow it with WEBHOOK_ALLOWED_NETWORKS. */
  | 'WEBHOOK_ADDRESS_REFUSED'
  /** The address must begin with https://. */
  | 'WEBHOOK_HTTPS_ONLY'
  /** Your position does not do this activity. */
  | 'WRONG_LANE'
  /** The NIP is not valid: it has 18 digits, which are the day of birth (8), year and month of appointment (6), sex 1 or 2, and serial number (3). */
  | 'WRONG_NIP'
  /** This decision has no such outcome. */
  | 'WRONG_OUTCOME'
  /** A username has 2 to 100 letters, digits, dots, underscores or hyphens, and no spaces. */
  | 'WRONG_USERNAME';

/** A version, as the caller knows it. */
export type VersionActionInput = {
  /** The revision that the caller has seen. */
  readonly revision: number;
  /** The version. */
  readonly versionId: string | number;
};

/** Where a version stands. */
export type VersionStatus =
  /** Konsep: it can be edited. */
  | 'DRAFT'
  /** Berlaku: new cases run on it. */
  | 'IN_FORCE'
  /** Dicabut: the SOP was retired while this version was in force. */
  | 'RETIRED'
  /** Dibatalkan: taken back before it came into force. */
  | 'REVOKED'
  /** Enacted; it comes into force later. */
  | 'SCHEDULED'
  /** Diajukan: it waits for the approver and cannot be edited. */
  | 'SUBMITTED'
  /** Digantikan: a later version is in force; its cases go on. */
  | 'SUPERSEDED';

/** Where a stay of the case at a step stands. */
export type VisitStatus =
  /** It went on from there. */
  | 'DONE'
  /** The case is there. */
  | 'OPEN'
  /** Sent back or recalled, with all that followed from it. */
  | 'UNDONE'
  /** The case was cancelled while it was there. */
  | 'WITHDRAWN';

/** Why a connector has not started its case. */
export type WaitingCallReason =
  /** No version of the SOP is in force; it starts once one is. */
  | 'NOT_IN_FORCE'
  /** A hundred cases under way have called one another in a row, or it would start more than a hundred at once; it is tried again as those before it end. */
  | 'TOO_DEEP';

/** How far a message has come. */
export type WebhookDeliveryState =
  /** The endpoint answered with success. */
  | 'DELIVERED'
  /** It was given up; it can be sent again. */
  | 'FAILED'
  /** It failed and is tried again. */
  | 'WAITING';

/** What another system is told of. */
export type WebhookEvent =
  /** A case was ended before its end. */
  | 'CASE_CANCELLED'
  /** A case came to its end. */
  | 'CASE_COMPLETED'
  /** A case was put on hold. */
  | 'CASE_HELD'
  /** Whoever had finished a step took it back. */
  | 'CASE_RECALLED'
  /** A held case goes on. */
  | 'CASE_RESUMED'
  /** A case was sent back to an earlier step. */
  | 'CASE_RETURNED'
  /** A case was started. */
  | 'CASE_STARTED'
  /** Somebody has claimed a task. */
  | 'TASK_CLAIMED'
  /** A task was done. */
  | 'TASK_COMPLETED'
  /** A task was handed to another holder of its lane. */
  | 'TASK_DELEGATED'
  /** A task came to a lane. */
  | 'TASK_OPENED'
  /** A claimed task went back to its lane. */
  | 'TASK_RELEASED'
  /** A task is no longer needed, or was undone. */
  | 'TASK_WITHDRAWN'
  /** A trial; it cannot be subscribed to. */
  | 'TEST'
  /** A version of an SOP was enacted. */
  | 'VERSION_ENACTED'
  /** A version of an SOP came into force. */
  | 'VERSION_IN_FORCE'
  /** A version of an SOP was retired. */
  | 'VERSION_RETIRED'
  /** An enacted version was taken back before its day. */
  | 'VERSION_REVOKED';

/** Why an attempt failed. */
export type WebhookFailure =
  /** The host's address is inside of the network, and not among those allowed. */
  | 'ADDRESS_REFUSED'
  /** The answer was not HTTP. */
  | 'BAD_ANSWER'
  /** The connection was refused or broke. */
  | 'CONNECTION'
  /** The address does not begin with https://, which this installation asks for. */
  | 'HTTPS_ONLY'
  /** The endpoint was paused for as long as it was to be tried. */
  | 'PAUSED'
  /** The answer was a redirect; none is followed. */
  | 'REDIRECT'
  /** The answer was an error. */
  | 'STATUS'
  /** No answer came in time. */
  | 'TIMEOUT'
  /** The host's certificate or its https is not accepted. */
  | 'TLS'
  /** Nobody knows an address of the host. */
  | 'UNKNOWN_HOST';

/** An endpoint. */
export type WebhookInput = {
  /** Which one. */
  readonly webhookId: string | number;
};

/** Whether an endpoint is told of events. */
export type WebhookState =
  /** It is told. */
  | 'ACTIVE'
  /** Paused by the server, because for three days nothing arrived. */
  | 'FAILED'
  /** An admin has paused it: of what happens now it is never told. */
  | 'PAUSED';

/** The hours of one day of the week. */
export type WeekdayHoursInput = {
  /** In their order, without overlap. */
  readonly spans: ReadonlyArray<WorkingSpanInput>;
  /** 1 (Monday) to 7 (Sunday), each once. */
  readonly weekday: number;
};

/** Who has a case now, in a word. */
export type WhereaboutsState =
  /** The office works on it. */
  | 'AT_OFFICE'
  /** It waits for another SOP that it has begun. */
  | 'AT_OTHER_SOP'
  /** It waits for its requester. */
  | 'AT_REQUESTER'
  /** Dibatalkan. */
  | 'CANCELLED'
  /** Selesai. */
  | 'COMPLETED'
  /** Ditunda: nobody works on it for a while. */
  | 'HELD';

/** A stretch of a day in which work is done. */
export type WorkingSpanInput = {
  /** From this time of day, HH:MM. */
  readonly from: string;
  /** To this one, HH:MM; 24:00 is the end of the day. */
  readonly to: string;
};

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { readonly me: { readonly id: string, readonly username: string | null, readonly name: string, readonly locale: string | null, readonly roles: ReadonlyArray<Role> | null, readonly mustChangePassword: boolean | null, readonly office: { readonly id: string, readonly name: string, readonly government: string | null, readonly timeZone: string }, readonly appointments: ReadonlyArray<{ readonly id: string, readonly capacity: HoldingCapacity, readonly lastDay: string | null, readonly position: { readonly id: string, readonly name: string } }> | null } | null };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { readonly signIn: { readonly person: { readonly id: string, readonly locale: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { readonly signOut: { readonly done: boolean } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { readonly changePassword: { readonly person: { readonly id: string, readonly mustChangePassword: boolean | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type SetMyLocaleMutationVariables = Exact<{
  input: SetMyLocaleInput;
}>;


export type SetMyLocaleMutation = { readonly setMyLocale: { readonly person: { readonly id: string, readonly locale: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type DeskChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type DeskChangedSubscription = { readonly deskChanged: { readonly instanceId: string | null, readonly unread: { readonly count: number, readonly hasMore: boolean } } };

export type AuditTrailQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditTrailQuery = { readonly auditEntries: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly seq: string, readonly at: string, readonly action: AuditAction, readonly actorType: AuditActorType, readonly actorName: string, readonly subjectType: AuditSubjectType, readonly subjectName: string, readonly subjectId: string | null, readonly office: { readonly id: string, readonly name: string } | null, readonly changes: ReadonlyArray<{ readonly field: string, readonly before: string | null, readonly after: string | null }> }> } };

export type PeopleNamesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type PeopleNamesQuery = { readonly people: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string }> } };

export type PersonNameQueryVariables = Exact<{
  id: string | number;
}>;


export type PersonNameQuery = { readonly node:
    | { readonly __typename: 'ApiToken', readonly id: string }
    | { readonly __typename: 'Appointment', readonly id: string }
    | { readonly __typename: 'Instance', readonly id: string }
    | { readonly __typename: 'Leave', readonly id: string }
    | { readonly __typename: 'Office', readonly id: string }
    | { readonly __typename: 'Person', readonly name: string, readonly id: string }
    | { readonly __typename: 'Position', readonly id: string }
    | { readonly __typename: 'ReviewNote', readonly id: string }
    | { readonly __typename: 'Sop', readonly id: string }
    | { readonly __typename: 'SopVersion', readonly id: string }
    | { readonly __typename: 'Task', readonly id: string }
    | { readonly __typename: 'WebhookEndpoint', readonly id: string }
   | null };

export type CalendarOfficesQueryVariables = Exact<{ [key: string]: never; }>;


export type CalendarOfficesQuery = { readonly offices: ReadonlyArray<{ readonly id: string, readonly name: string }> };

export type CalendarYearQueryVariables = Exact<{
  officeId?: string | number | null | undefined;
  year: number;
}>;


export type CalendarYearQuery = { readonly workingCalendar: { readonly isOwn: boolean, readonly canEdit: boolean, readonly revision: number, readonly minutesPerWorkingDay: number, readonly timeZone: string | null, readonly office: { readonly id: string, readonly name: string } | null, readonly days: ReadonlyArray<{ readonly date: string, readonly isWorked: boolean, readonly minutes: number, readonly reason: DayReason, readonly names: ReadonlyArray<string>, readonly spans: ReadonlyArray<{ readonly from: string, readonly to: string }> }> } };

export type WorkingCalendarToEditQueryVariables = Exact<{
  officeId?: string | number | null | undefined;
}>;


export type WorkingCalendarToEditQuery = { readonly workingCalendar: { readonly isOwn: boolean, readonly canEdit: boolean, readonly revision: number, readonly timeZone: string | null, readonly minutesPerWorkingDay: number, readonly worksThrough: ReadonlyArray<string>, readonly office: { readonly id: string, readonly name: string } | null, readonly weekly: ReadonlyArray<{ readonly weekday: number, readonly spans: ReadonlyArray<{ readonly from: string, readonly to: string }> }>, readonly periods: ReadonlyArray<{ readonly from: string, readonly to: string, readonly name: string, readonly weekly: ReadonlyArray<{ readonly weekday: number, readonly spans: ReadonlyArray<{ readonly from: string, readonly to: string }> }> }>, readonly daysOff: ReadonlyArray<{ readonly date: string, readonly name: string }>, readonly extraDays: ReadonlyArray<{ readonly date: string, readonly name: string, readonly spans: ReadonlyArray<{ readonly from: string, readonly to: string }> }> } };

export type CalendarPartsFragment = { readonly isOwn: boolean, readonly canEdit: boolean, readonly revision: number, readonly timeZone: string | null, readonly minutesPerWorkingDay: number, readonly worksThrough: ReadonlyArray<string>, readonly office: { readonly id: string, readonly name: string } | null, readonly weekly: ReadonlyArray<{ readonly weekday: number, readonly spans: ReadonlyArray<{ readonly from: string, readonly to: string }> }>, readonly periods: ReadonlyArray<{ readonly from: string, readonly to: string, readonly name: string, readonly weekly: ReadonlyArray<{ readonly weekday: number, readonly spans: ReadonlyArray<{ readonly from: string, readonly to: string }> }> }>, readonly daysOff: ReadonlyArray<{ readonly date: string, readonly name: string }>, readonly extraDays: ReadonlyArray<{ readonly date: string, readonly name: string, readonly spans: ReadonlyArray<{ readonly from: string, readonly to: string }> }> };

export type CalendarChangesQueryVariables = Exact<{
  officeId?: string | number | null | undefined;
  after?: string | null | undefined;
}>;


export type CalendarChangesQuery = { readonly workingCalendar: { readonly changes: { readonly nodes: ReadonlyArray<{ readonly seq: number, readonly at: string, readonly actorName: string, readonly kind: CalendarChangeKind, readonly isForAll: boolean, readonly movedTasks: number, readonly movedCases: number, readonly isSettled: boolean, readonly fields: ReadonlyArray<{ readonly field: string, readonly before: string | null, readonly after: string | null }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } };

export type SaveWorkingCalendarMutationVariables = Exact<{
  input: SaveWorkingCalendarInput;
}>;


export type SaveWorkingCalendarMutation = { readonly saveWorkingCalendar: { readonly calendar: { readonly isOwn: boolean, readonly canEdit: boolean, readonly revision: number, readonly timeZone: string | null, readonly minutesPerWorkingDay: number, readonly worksThrough: ReadonlyArray<string>, readonly office: { readonly id: string, readonly name: string } | null, readonly weekly: ReadonlyArray<{ readonly weekday: number, readonly spans: ReadonlyArray<{ readonly from: string, readonly to: string }> }>, readonly periods: ReadonlyArray<{ readonly from: string, readonly to: string, readonly name: string, readonly weekly: ReadonlyArray<{ readonly weekday: number, readonly spans: ReadonlyArray<{ readonly from: string, readonly to: string }> }> }>, readonly daysOff: ReadonlyArray<{ readonly date: string, readonly name: string }>, readonly extraDays: ReadonlyArray<{ readonly date: string, readonly name: string, readonly spans: ReadonlyArray<{ readonly from: string, readonly to: string }> }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type DropWorkingCalendarMutationVariables = Exact<{
  input: DropWorkingCalendarInput;
}>;


export type DropWorkingCalendarMutation = { readonly dropWorkingCalendar: { readonly calendar: { readonly isOwn: boolean, readonly canEdit: boolean, readonly revision: number, readonly timeZone: string | null, readonly minutesPerWorkingDay: number, readonly worksThrough: ReadonlyArray<string>, readonly office: { readonly id: string, readonly name: string } | null, readonly weekly: ReadonlyArray<{ readonly weekday: number, readonly spans: ReadonlyArray<{ readonly from: string, readonly to: string }> }>, readonly periods: ReadonlyArray<{ readonly from: string, readonly to: string, readonly name: string, readonly weekly: ReadonlyArray<{ readonly weekday: number, readonly spans: ReadonlyArray<{ readonly from: string, readonly to: string }> }> }>, readonly daysOff: ReadonlyArray<{ readonly date: string, readonly name: string }>, readonly extraDays: ReadonlyArray<{ readonly date: string, readonly name: string, readonly spans: ReadonlyArray<{ readonly from: string, readonly to: string }> }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type PreviewWorkingCalendarQueryVariables = Exact<{
  input: SaveWorkingCalendarInput;
}>;


export type PreviewWorkingCalendarQuery = { readonly previewWorkingCalendar: { readonly preview: { readonly movedTasks: number, readonly movedCases: number, readonly laterTasks: number, readonly examples: ReadonlyArray<{ readonly title: string, readonly step: string, readonly from: string, readonly to: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type PreviewPartsFragment = { readonly movedTasks: number, readonly movedCases: number, readonly laterTasks: number, readonly examples: ReadonlyArray<{ readonly title: string, readonly step: string, readonly from: string, readonly to: string }> };

export type HolidaysQueryVariables = Exact<{
  year: number;
}>;


export type HolidaysQuery = { readonly holidays: { readonly year: number, readonly revision: number, readonly canEdit: boolean, readonly days: ReadonlyArray<{ readonly date: string, readonly name: string, readonly kind: HolidayKind, readonly basis: string }> } };

export type SaveHolidaysMutationVariables = Exact<{
  input: SaveHolidaysInput;
}>;


export type SaveHolidaysMutation = { readonly saveHolidays: { readonly holidays: { readonly year: number, readonly revision: number, readonly canEdit: boolean, readonly days: ReadonlyArray<{ readonly date: string, readonly name: string, readonly kind: HolidayKind, readonly basis: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type PreviewHolidaysQueryVariables = Exact<{
  input: SaveHolidaysInput;
}>;


export type PreviewHolidaysQuery = { readonly previewHolidays: { readonly preview: { readonly movedTasks: number, readonly movedCases: number, readonly laterTasks: number, readonly examples: ReadonlyArray<{ readonly title: string, readonly step: string, readonly from: string, readonly to: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type CasesQueryVariables = Exact<{
  filter?: InstanceFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CasesQuery = { readonly instances: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: InstanceStatus, readonly title: string | null, readonly requesterName: string, readonly startedAt: string, readonly endedAt: string | null, readonly leadTime: number, readonly sop: { readonly id: string, readonly title: string }, readonly openTasks: ReadonlyArray<{ readonly id: string, readonly overdue: boolean, readonly lane: { readonly key: string, readonly name: string }, readonly node: { readonly key: string, readonly text: string } }> }> } };

export type CaseQueryVariables = Exact<{
  id: string | number;
}>;


export type CaseQuery = { readonly node:
    | { readonly __typename: 'ApiToken', readonly id: string }
    | { readonly __typename: 'Appointment', readonly id: string }
    | { readonly __typename: 'Instance', readonly status: InstanceStatus, readonly title: string | null, readonly requesterName: string, readonly startedAt: string, readonly endedAt: string | null, readonly leadTime: number, readonly holdReason: string | null, readonly canHold: boolean, readonly canCancel: boolean, readonly canComment: boolean, readonly id: string, readonly canReissueReceipt: boolean, readonly timeShares: ReadonlyArray<{ readonly state: TimeShareState, readonly isRework: boolean, readonly working: number, readonly lane: { readonly key: string, readonly name: string } | null, readonly workingParts: { readonly days: number, readonly hours: number, readonly minutes: number } }>, readonly whereabouts: { readonly state: WhereaboutsState, readonly sentence: string, readonly places: ReadonlyArray<{ readonly step: string, readonly lane: string, readonly isRequester: boolean, readonly overdue: boolean, readonly taskId: string | null, readonly requirements: ReadonlyArray<string>, readonly arrival: { readonly lane: string | null, readonly outcome: string | null, readonly remark: string | null, readonly isBack: boolean } | null }> }, readonly startedBy: { readonly id: string, readonly name: string } | null, readonly sop: { readonly id: string, readonly number: string | null, readonly part: string | null, readonly title: string, readonly office: { readonly id: string, readonly name: string, readonly government: string | null, readonly timeZone: string } }, readonly version: { readonly version: number, readonly inForceFrom: string | null, readonly id: string, readonly lanes: ReadonlyArray<{ readonly key: string, readonly name: string, readonly bindingType: LaneBindingType | null, readonly position: { readonly id: string, readonly code: string, readonly name: string } | null }>, readonly nodes: ReadonlyArray<{ readonly key: string, readonly kind: NodeKind, readonly text: string, readonly mode: JointMode, readonly work: boolean, readonly outputs: ReadonlyArray<string>, readonly remarks: string | null, readonly parts: ReadonlyArray<{ readonly laneKey: string, readonly label: string | null }>, readonly requirements: ReadonlyArray<{ readonly text: string, readonly output: string | null }>, readonly standardTime: { readonly value: number, readonly unit: TimeUnit } | null, readonly call: { readonly sop: string, readonly waits: boolean } | null }>, readonly edges: ReadonlyArray<{ readonly key: string, readonly from: string, readonly to: string, readonly outcome: string | null }>, readonly outputs: ReadonlyArray<{ readonly key: string, readonly name: string }> }, readonly openTasks: ReadonlyArray<{ readonly overdue: boolean, readonly id: string, readonly status: TaskStatus, readonly label: string | null, readonly dueAt: string | null, readonly canComplete: boolean, readonly nobodyHolds: boolean, readonly assigneeCapacity: HoldingCapacity | null, readonly timeLeftParts: { readonly isLate: boolean, readonly days: number, readonly hours: number, readonly minutes: number } | null, readonly assignee: { readonly id: string, readonly name: string } | null, readonly lane: { readonly key: string, readonly name: string, readonly bindingType: LaneBindingType | null, readonly position: { readonly id: string, readonly name: string, readonly holders: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null }, readonly node: { readonly key: string, readonly text: string } }>, readonly tasks: ReadonlyArray<{ readonly id: string, readonly dueAt: string | null, readonly overdue: boolean, readonly assigneeCapacity: HoldingCapacity | null, readonly assignee: { readonly id: string, readonly name: string } | null }>, readonly parent: { readonly id: string, readonly status: InstanceStatus, readonly title: string | null, readonly requesterName: string, readonly startedAt: string, readonly endedAt: string | null, readonly sop: { readonly id: string, readonly title: string } } | null, readonly children: ReadonlyArray<{ readonly id: string, readonly status: InstanceStatus, readonly title: string | null, readonly requesterName: string, readonly startedAt: string, readonly endedAt: string | null, readonly sop: { readonly id: string, readonly title: string } }>, readonly waitingCalls: ReadonlyArray<{ readonly reason: WaitingCallReason, readonly since: string, readonly node: { readonly key: string, readonly text: string }, readonly sop: { readonly id: string, readonly title: string } | null }>, readonly history: ReadonlyArray<{ readonly seq: number, readonly at: string, readonly actorName: string, readonly events: unknown, readonly hash: string, readonly actingAs: { readonly capacity: HoldingCapacity, readonly position: { readonly id: string, readonly name: string } } | null }>, readonly receipt: { readonly number: string, readonly reissues: ReadonlyArray<{ readonly at: string, readonly actorName: string }> } | null }
    | { readonly __typename: 'Leave', readonly id: string }
    | { readonly __typename: 'Office', readonly id: string }
    | { readonly __typename: 'Person', readonly id: string }
    | { readonly __typename: 'Position', readonly id: string }
    | { readonly __typename: 'ReviewNote', readonly id: string }
    | { readonly __typename: 'Sop', readonly id: string }
    | { readonly __typename: 'SopVersion', readonly id: string }
    | { readonly __typename: 'Task', readonly id: string }
    | { readonly __typename: 'WebhookEndpoint', readonly id: string }
   | null };

export type RelatedCaseFragment = { readonly id: string, readonly status: InstanceStatus, readonly title: string | null, readonly requesterName: string, readonly startedAt: string, readonly endedAt: string | null, readonly sop: { readonly id: string, readonly title: string } };

export type WaitingCallLineFragment = { readonly reason: WaitingCallReason, readonly since: string, readonly node: { readonly key: string, readonly text: string }, readonly sop: { readonly id: string, readonly title: string } | null };

export type WaitingCallsQueryVariables = Exact<{ [key: string]: never; }>;


export type WaitingCallsQuery = { readonly waitingCalls: ReadonlyArray<{ readonly reason: WaitingCallReason, readonly since: string, readonly instance: { readonly id: string, readonly title: string | null, readonly requesterName: string, readonly sop: { readonly id: string, readonly title: string } }, readonly node: { readonly key: string, readonly text: string }, readonly sop: { readonly id: string, readonly title: string } | null }> };

export type CommentOnInstanceMutationVariables = Exact<{
  input: CommentInput;
}>;


export type CommentOnInstanceMutation = { readonly commentOnInstance: { readonly instance: { readonly id: string, readonly status: InstanceStatus } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type CaseChangedSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type CaseChangedSubscription = { readonly instanceChanged: { readonly id: string, readonly status: InstanceStatus } };

export type HoldInstanceMutationVariables = Exact<{
  input: InstanceReasonInput;
}>;


export type HoldInstanceMutation = { readonly holdInstance: { readonly instance: { readonly id: string, readonly status: InstanceStatus } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type ResumeInstanceMutationVariables = Exact<{
  input: InstanceActionInput;
}>;


export type ResumeInstanceMutation = { readonly resumeInstance: { readonly instance: { readonly id: string, readonly status: InstanceStatus } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type CancelInstanceMutationVariables = Exact<{
  input: InstanceReasonInput;
}>;


export type CancelInstanceMutation = { readonly cancelInstance: { readonly instance: { readonly id: string, readonly status: InstanceStatus } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type CatalogueQueryVariables = Exact<{
  filter?: CatalogueFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CatalogueQuery = { readonly catalogue: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly requirements: ReadonlyArray<string>, readonly workedBy: ReadonlyArray<string>, readonly stepCount: number, readonly expectedTime: { readonly workingMinutes: number, readonly minutesPerWorkingDay: number, readonly isPartial: boolean } | null, readonly office: { readonly id: string, readonly name: string, readonly government: string | null }, readonly sop: { readonly id: string, readonly number: string | null, readonly part: string | null, readonly title: string } }> } };

export type ConnectorCheckQueryVariables = Exact<{
  id: string | number;
}>;


export type ConnectorCheckQuery = { readonly node:
    | { readonly __typename: 'ApiToken', readonly id: string }
    | { readonly __typename: 'Appointment', readonly id: string }
    | { readonly __typename: 'Instance', readonly id: string }
    | { readonly __typename: 'Leave', readonly id: string }
    | { readonly __typename: 'Office', readonly id: string }
    | { readonly __typename: 'Person', readonly id: string }
    | { readonly __typename: 'Position', readonly id: string }
    | { readonly __typename: 'ReviewNote', readonly id: string }
    | { readonly __typename: 'Sop', readonly id: string }
    | { readonly __typename: 'SopVersion', readonly id: string, readonly connectorCheck: { readonly revision: number, readonly problems: ReadonlyArray<{ readonly rule: string, readonly nodeIds: ReadonlyArray<string>, readonly sopTitles: ReadonlyArray<string> }> } }
    | { readonly __typename: 'Task', readonly id: string }
    | { readonly __typename: 'WebhookEndpoint', readonly id: string }
   | null };

export type RenumberSopMutationVariables = Exact<{
  input: RenumberSopInput;
}>;


export type RenumberSopMutation = { readonly renumberSop: { readonly sop: { readonly id: string, readonly number: string | null, readonly part: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type OfficeColumnsQueryVariables = Exact<{
  id: string | number;
}>;


export type OfficeColumnsQuery = { readonly node:
    | { readonly __typename: 'ApiToken', readonly id: string }
    | { readonly __typename: 'Appointment', readonly id: string }
    | { readonly __typename: 'Instance', readonly id: string }
    | { readonly __typename: 'Leave', readonly id: string }
    | { readonly __typename: 'Office', readonly id: string, readonly formColumns: { readonly right: ReadonlyArray<{ readonly column: RightColumn, readonly title: string | null }>, readonly titles: { readonly number: string | null, readonly activity: string | null, readonly lanes: string | null, readonly standard: string | null } } | null }
    | { readonly __typename: 'Person', readonly id: string }
    | { readonly __typename: 'Position', readonly id: string }
    | { readonly __typename: 'ReviewNote', readonly id: string }
    | { readonly __typename: 'Sop', readonly id: string }
    | { readonly __typename: 'SopVersion', readonly id: string }
    | { readonly __typename: 'Task', readonly id: string }
    | { readonly __typename: 'WebhookEndpoint', readonly id: string }
   | null };

export type SetOfficeFormColumnsMutationVariables = Exact<{
  input: SetOfficeFormColumnsInput;
}>;


export type SetOfficeFormColumnsMutation = { readonly setOfficeFormColumns: { readonly office: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type NoteFieldsFragment = { readonly id: string, readonly targetType: NoteTargetType, readonly targetKey: string, readonly targetField: string | null, readonly text: string, readonly resolved: boolean, readonly createdAt: string, readonly editedAt: string | null, readonly resolvedAt: string | null, readonly canEdit: boolean, readonly canResolve: boolean, readonly author: { readonly id: string, readonly name: string } | null, readonly resolvedBy: { readonly id: string, readonly name: string } | null };

export type VersionNotesQueryVariables = Exact<{
  id: string | number;
}>;


export type VersionNotesQuery = { readonly node:
    | { readonly __typename: 'ApiToken', readonly id: string }
    | { readonly __typename: 'Appointment', readonly id: string }
    | { readonly __typename: 'Instance', readonly id: string }
    | { readonly __typename: 'Leave', readonly id: string }
    | { readonly __typename: 'Office', readonly id: string }
    | { readonly __typename: 'Person', readonly id: string }
    | { readonly __typename: 'Position', readonly id: string }
    | { readonly __typename: 'ReviewNote', readonly id: string }
    | { readonly __typename: 'Sop', readonly id: string }
    | { readonly __typename: 'SopVersion', readonly notesRevision: number, readonly canAddNote: boolean, readonly id: string, readonly notes: ReadonlyArray<{ readonly id: string, readonly targetType: NoteTargetType, readonly targetKey: string, readonly targetField: string | null, readonly text: string, readonly resolved: boolean, readonly createdAt: string, readonly editedAt: string | null, readonly resolvedAt: string | null, readonly canEdit: boolean, readonly canResolve: boolean, readonly author: { readonly id: string, readonly name: string } | null, readonly resolvedBy: { readonly id: string, readonly name: string } | null }> }
    | { readonly __typename: 'Task', readonly id: string }
    | { readonly __typename: 'WebhookEndpoint', readonly id: string }
   | null };

export type AddNoteMutationVariables = Exact<{
  input: AddNoteInput;
}>;


export type AddNoteMutation = { readonly addNote: { readonly note: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type EditNoteMutationVariables = Exact<{
  input: EditNoteInput;
}>;


export type EditNoteMutation = { readonly editNote: { readonly note: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type RemoveNoteMutationVariables = Exact<{
  input: RemoveNoteInput;
}>;


export type RemoveNoteMutation = { readonly removeNote: { readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type ResolveNoteMutationVariables = Exact<{
  input: ResolveNoteInput;
}>;


export type ResolveNoteMutation = { readonly resolveNote: { readonly note: { readonly id: string, readonly resolved: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type PaperLinksQueryVariables = Exact<{
  id: string | number;
}>;


export type PaperLinksQuery = { readonly node:
    | { readonly __typename: 'ApiToken' }
    | { readonly __typename: 'Appointment' }
    | { readonly __typename: 'Instance' }
    | { readonly __typename: 'Leave' }
    | { readonly __typename: 'Office' }
    | { readonly __typename: 'Person' }
    | { readonly __typename: 'Position' }
    | { readonly __typename: 'ReviewNote' }
    | { readonly __typename: 'Sop' }
    | { readonly __typename: 'SopVersion', readonly id: string, readonly papers: { readonly pdf: string, readonly docx: string, readonly svg: string, readonly png: string }, readonly sop: { readonly id: string, readonly papers: { readonly pdf: string, readonly docx: string } } }
    | { readonly __typename: 'Task' }
    | { readonly __typename: 'WebhookEndpoint' }
   | null };

export type DraftPulseMutationVariables = Exact<{
  input: DraftPulseInput;
}>;


export type DraftPulseMutation = { readonly draftPulse: { readonly revision: number | null, readonly status: VersionStatus | null, readonly edits: unknown, readonly notesRevision: number | null, readonly editedBy: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly people: ReadonlyArray<{ readonly tab: string, readonly focus: string | null, readonly canEdit: boolean, readonly isMe: boolean, readonly person: { readonly id: string, readonly name: string } }>, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type SopQueryVariables = Exact<{
  id: string | number;
}>;


export type SopQuery = { readonly node:
    | { readonly __typename: 'ApiToken', readonly id: string }
    | { readonly __typename: 'Appointment', readonly id: string }
    | { readonly __typename: 'Instance', readonly id: string }
    | { readonly __typename: 'Leave', readonly id: string }
    | { readonly __typename: 'Office', readonly id: string }
    | { readonly __typename: 'Person', readonly id: string }
    | { readonly __typename: 'Position', readonly id: string }
    | { readonly __typename: 'ReviewNote', readonly id: string }
    | { readonly __typename: 'Sop', readonly number: string | null, readonly part: string | null, readonly title: string, readonly status: SopStatus, readonly canStart: boolean, readonly canEdit: boolean, readonly canEnact: boolean, readonly id: string, readonly office: { readonly id: string, readonly name: string, readonly ruleLevels: ReadonlyArray<{ readonly rule: string, readonly level: RuleLevel }> }, readonly inForce: { readonly id: string } | null, readonly draft: { readonly id: string, readonly status: VersionStatus } | null, readonly versions: ReadonlyArray<{ readonly id: string, readonly version: number, readonly status: VersionStatus, readonly enactedAt: string | null }> }
    | { readonly __typename: 'SopVersion', readonly id: string }
    | { readonly __typename: 'Task', readonly id: string }
    | { readonly __typename: 'WebhookEndpoint', readonly id: string }
   | null };

export type VersionQueryVariables = Exact<{
  id: string | number;
}>;


export type VersionQuery = { readonly node:
    | { readonly __typename: 'ApiToken', readonly id: string }
    | { readonly __typename: 'Appointment', readonly id: string }
    | { readonly __typename: 'Instance', readonly id: string }
    | { readonly __typename: 'Leave', readonly id: string }
    | { readonly __typename: 'Office', readonly id: string }
    | { readonly __typename: 'Person', readonly id: string }
    | { readonly __typename: 'Position', readonly id: string }
    | { readonly __typename: 'ReviewNote', readonly id: string }
    | { readonly __typename: 'Sop', readonly id: string }
    | { readonly __typename: 'SopVersion', readonly version: number, readonly status: VersionStatus, readonly revision: number, readonly inForceFrom: string | null, readonly enactedAt: string | null, readonly id: string, readonly enactedBy: { readonly id: string, readonly name: string } | null, readonly sentBack: { readonly reason: string, readonly at: string, readonly by: { readonly id: string, readonly name: string } | null } | null, readonly submission: { readonly at: string, readonly message: string | null, readonly by: { readonly id: string, readonly name: string } | null } | null, readonly notes: ReadonlyArray<{ readonly id: string, readonly targetType: NoteTargetType, readonly targetKey: string, readonly targetField: string | null, readonly text: string, readonly resolved: boolean, readonly createdAt: string, readonly editedAt: string | null, readonly resolvedAt: string | null, readonly canEdit: boolean, readonly canResolve: boolean, readonly author: { readonly id: string, readonly name: string } | null, readonly resolvedBy: { readonly id: string, readonly name: string } | null }>, readonly identity: { readonly government: string | null, readonly office: string | null, readonly unit: string | null, readonly address: string | null, readonly title: string | null, readonly procedure: string | null, readonly createdOn: { readonly text: string | null, readonly iso: string | null } | null, readonly revisedOn: { readonly text: string | null, readonly iso: string | null } | null, readonly effectiveOn: { readonly text: string | null, readonly iso: string | null } | null, readonly enactedBy: { readonly position: string | null, readonly name: string | null, readonly rank: string | null, readonly nip: string | null, readonly signature: string | null } }, readonly lists: { readonly legalBasis: ReadonlyArray<{ readonly text: string, readonly group: string | null }> | null, readonly qualifications: ReadonlyArray<{ readonly text: string, readonly group: string | null }> | null, readonly relatedSops: ReadonlyArray<{ readonly text: string, readonly group: string | null }> | null, readonly equipment: ReadonlyArray<{ readonly text: string, readonly group: string | null }> | null, readonly warnings: ReadonlyArray<{ readonly text: string, readonly group: string | null }> | null, readonly records: ReadonlyArray<{ readonly text: string, readonly group: string | null }> | null }, readonly columns: { readonly right: ReadonlyArray<{ readonly column: RightColumn, readonly title: string | null }>, readonly titles: { readonly number: string | null, readonly activity: string | null, readonly lanes: string | null, readonly standard: string | null } } | null, readonly lanes: ReadonlyArray<{ readonly key: string, readonly name: string, readonly bindingType: LaneBindingType | null, readonly position: { readonly id: string, readonly code: string, readonly name: string } | null }>, readonly nodes: ReadonlyArray<{ readonly key: string, readonly kind: NodeKind, readonly text: string, readonly mode: JointMode, readonly work: boolean, readonly outputs: ReadonlyArray<string>, readonly remarks: string | null, readonly parts: ReadonlyArray<{ readonly laneKey: string, readonly label: string | null }>, readonly requirements: ReadonlyArray<{ readonly text: string, readonly output: string | null }>, readonly standardTime: { readonly value: number, readonly unit: TimeUnit } | null, readonly call: { readonly sop: string, readonly waits: boolean } | null }>, readonly edges: ReadonlyArray<{ readonly key: string, readonly from: string, readonly to: string, readonly outcome: string | null }>, readonly outputs: ReadonlyArray<{ readonly key: string, readonly name: string }> }
    | { readonly __typename: 'Task', readonly id: string }
    | { readonly __typename: 'WebhookEndpoint', readonly id: string }
   | null };

export type PositionsQueryVariables = Exact<{
  officeId?: string | number | null | undefined;
}>;


export type PositionsQuery = { readonly positions: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly office: { readonly id: string, readonly name: string }, readonly holders: ReadonlyArray<{ readonly id: string, readonly name: string }> }> };

export type EditDraftMutationVariables = Exact<{
  input: EditDraftInput;
}>;


export type EditDraftMutation = { readonly editDraft: { readonly version: { readonly id: string, readonly revision: number, readonly status: VersionStatus } | null, readonly conflict: { readonly revision: number, readonly edits: unknown, readonly editedBy: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type EnactVersionMutationVariables = Exact<{
  input: EnactVersionInput;
}>;


export type EnactVersionMutation = { readonly enactVersion: { readonly version: { readonly id: string, readonly status: VersionStatus, readonly revision: number } | null, readonly problems: ReadonlyArray<{ readonly rule: string, readonly message: string, readonly nodeKeys: ReadonlyArray<string>, readonly edgeKeys: ReadonlyArray<string>, readonly laneKeys: ReadonlyArray<string>, readonly run: ReadonlyArray<{ readonly node: string, readonly outcome: string | null }> | null }>, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type SubmitVersionMutationVariables = Exact<{
  input: VersionActionInput;
  message?: string | null | undefined;
}>;


export type SubmitVersionMutation = { readonly submitVersion: { readonly version: { readonly id: string, readonly status: VersionStatus, readonly revision: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type WithdrawSubmissionMutationVariables = Exact<{
  input: VersionActionInput;
}>;


export type WithdrawSubmissionMutation = { readonly withdrawSubmission: { readonly version: { readonly id: string, readonly status: VersionStatus, readonly revision: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type ReviseSopMutationVariables = Exact<{
  input: ReviseSopInput;
}>;


export type ReviseSopMutation = { readonly reviseSop: { readonly sop: { readonly id: string } | null, readonly version: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type RetireSopMutationVariables = Exact<{
  input: RetireSopInput;
}>;


export type RetireSopMutation = { readonly retireSop: { readonly sop: { readonly id: string, readonly status: SopStatus } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type WorkingDayQueryVariables = Exact<{
  officeId?: string | number | null | undefined;
}>;


export type WorkingDayQuery = { readonly workingCalendar: { readonly minutesPerWorkingDay: number } };

export type DocumentAtQueryVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type DocumentAtQuery = { readonly node:
    | { readonly __typename: 'ApiToken', readonly id: string }
    | { readonly __typename: 'Appointment', readonly id: string }
    | { readonly __typename: 'Instance', readonly id: string }
    | { readonly __typename: 'Leave', readonly id: string }
    | { readonly __typename: 'Office', readonly id: string }
    | { readonly __typename: 'Person', readonly id: string }
    | { readonly __typename: 'Position', readonly id: string }
    | { readonly __typename: 'ReviewNote', readonly id: string }
    | { readonly __typename: 'Sop', readonly id: string }
    | { readonly __typename: 'SopVersion', readonly documentAt: unknown, readonly id: string }
    | { readonly __typename: 'Task', readonly id: string }
    | { readonly __typename: 'WebhookEndpoint', readonly id: string }
   | null };

export type VersionChangesQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type VersionChangesQuery = { readonly node:
    | { readonly __typename: 'ApiToken', readonly id: string }
    | { readonly __typename: 'Appointment', readonly id: string }
    | { readonly __typename: 'Instance', readonly id: string }
    | { readonly __typename: 'Leave', readonly id: string }
    | { readonly __typename: 'Office', readonly id: string }
    | { readonly __typename: 'Person', readonly id: string }
    | { readonly __typename: 'Position', readonly id: string }
    | { readonly __typename: 'ReviewNote', readonly id: string }
    | { readonly __typename: 'Sop', readonly id: string }
    | { readonly __typename: 'SopVersion', readonly id: string, readonly changes: { readonly nodes: ReadonlyArray<{ readonly kind: DraftChangeKind, readonly revision: number, readonly at: string, readonly message: string | null, readonly inForceFrom: string | null, readonly by: { readonly id: string, readonly name: string } | null, readonly source: { readonly id: string, readonly version: number } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
    | { readonly __typename: 'Task', readonly id: string }
    | { readonly __typename: 'WebhookEndpoint', readonly id: string }
   | null };

export type SendBackVersionMutationVariables = Exact<{
  input: SendBackVersionInput;
}>;


export type SendBackVersionMutation = { readonly sendBackVersion: { readonly version: { readonly id: string, readonly status: VersionStatus, readonly revision: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type UnscheduleVersionMutationVariables = Exact<{
  input: UnscheduleVersionInput;
}>;


export type UnscheduleVersionMutation = { readonly unscheduleVersion: { readonly sop: { readonly id: string } | null, readonly version: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type VersionDocumentFragment = { readonly id: string, readonly identity: { readonly government: string | null, readonly office: string | null, readonly unit: string | null, readonly address: string | null, readonly title: string | null, readonly procedure: string | null, readonly createdOn: { readonly text: string | null, readonly iso: string | null } | null, readonly revisedOn: { readonly text: string | null, readonly iso: string | null } | null, readonly effectiveOn: { readonly text: string | null, readonly iso: string | null } | null, readonly enactedBy: { readonly position: string | null, readonly name: string | null, readonly rank: string | null, readonly nip: string | null, readonly signature: string | null } }, readonly lists: { readonly legalBasis: ReadonlyArray<{ readonly text: string, readonly group: string | null }> | null, readonly qualifications: ReadonlyArray<{ readonly text: string, readonly group: string | null }> | null, readonly relatedSops: ReadonlyArray<{ readonly text: string, readonly group: string | null }> | null, readonly equipment: ReadonlyArray<{ readonly text: string, readonly group: string | null }> | null, readonly warnings: ReadonlyArray<{ readonly text: string, readonly group: string | null }> | null, readonly records: ReadonlyArray<{ readonly text: string, readonly group: string | null }> | null }, readonly columns: { readonly right: ReadonlyArray<{ readonly column: RightColumn, readonly title: string | null }>, readonly titles: { readonly number: string | null, readonly activity: string | null, readonly lanes: string | null, readonly standard: string | null } } | null, readonly lanes: ReadonlyArray<{ readonly key: string, readonly name: string, readonly bindingType: LaneBindingType | null, readonly position: { readonly id: string, readonly code: string, readonly name: string } | null }>, readonly nodes: ReadonlyArray<{ readonly key: string, readonly kind: NodeKind, readonly text: string, readonly mode: JointMode, readonly work: boolean, readonly outputs: ReadonlyArray<string>, readonly remarks: string | null, readonly parts: ReadonlyArray<{ readonly laneKey: string, readonly label: string | null }>, readonly requirements: ReadonlyArray<{ readonly text: string, readonly output: string | null }>, readonly standardTime: { readonly value: number, readonly unit: TimeUnit } | null, readonly call: { readonly sop: string, readonly waits: boolean } | null }>, readonly edges: ReadonlyArray<{ readonly key: string, readonly from: string, readonly to: string, readonly outcome: string | null }>, readonly outputs: ReadonlyArray<{ readonly key: string, readonly name: string }> };

export type VersionGraphFragment = { readonly id: string, readonly lanes: ReadonlyArray<{ readonly key: string, readonly name: string, readonly bindingType: LaneBindingType | null, readonly position: { readonly id: string, readonly code: string, readonly name: string } | null }>, readonly nodes: ReadonlyArray<{ readonly key: string, readonly kind: NodeKind, readonly text: string, readonly mode: JointMode, readonly work: boolean, readonly outputs: ReadonlyArray<string>, readonly remarks: string | null, readonly parts: ReadonlyArray<{ readonly laneKey: string, readonly label: string | null }>, readonly requirements: ReadonlyArray<{ readonly text: string, readonly output: string | null }>, readonly standardTime: { readonly value: number, readonly unit: TimeUnit } | null, readonly call: { readonly sop: string, readonly waits: boolean } | null }>, readonly edges: ReadonlyArray<{ readonly key: string, readonly from: string, readonly to: string, readonly outcome: string | null }>, readonly outputs: ReadonlyArray<{ readonly key: string, readonly name: string }> };

export type CreateUploadMutationVariables = Exact<{
  input: CreateUploadInput;
}>;


export type CreateUploadMutation = { readonly createUpload: { readonly upload: { readonly id: string, readonly name: string, readonly address: string, readonly chunkSize: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type WhoAmIQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoAmIQuery = { readonly me: { readonly id: string } | null };

export type FilePartsFragment = { readonly id: string, readonly name: string, readonly type: string, readonly size: number, readonly sha256: string };

export type FollowCaseQueryVariables = Exact<{
  input: FollowCaseInput;
}>;


export type FollowCaseQuery = { readonly followCase: { readonly case: { readonly number: string, readonly status: InstanceStatus, readonly title: string | null, readonly requesterName: string, readonly sopTitle: string, readonly sopNumber: string | null, readonly officeName: string, readonly government: string | null, readonly timeZone: string, readonly startedAt: string, readonly endedAt: string | null, readonly whereabouts: { readonly state: WhereaboutsState, readonly sentence: string, readonly places: ReadonlyArray<{ readonly step: string, readonly lane: string, readonly isRequester: boolean, readonly overdue: boolean, readonly taskId: string | null, readonly requirements: ReadonlyArray<string>, readonly arrival: { readonly lane: string | null, readonly outcome: string | null, readonly remark: string | null, readonly isBack: boolean } | null }> }, readonly form: { readonly lanes: ReadonlyArray<{ readonly key: string, readonly name: string, readonly isRequester: boolean }>, readonly nodes: ReadonlyArray<{ readonly key: string, readonly kind: NodeKind, readonly text: string, readonly mode: JointMode, readonly work: boolean, readonly outputs: ReadonlyArray<string>, readonly remarks: string | null, readonly parts: ReadonlyArray<{ readonly laneKey: string, readonly label: string | null }>, readonly requirements: ReadonlyArray<{ readonly text: string, readonly output: string | null }>, readonly standardTime: { readonly value: number, readonly unit: TimeUnit } | null, readonly call: { readonly sop: string, readonly waits: boolean } | null }>, readonly edges: ReadonlyArray<{ readonly key: string, readonly from: string, readonly to: string, readonly outcome: string | null }>, readonly outputs: ReadonlyArray<{ readonly key: string, readonly name: string }>, readonly marks: ReadonlyArray<{ readonly nodeKey: string, readonly laneKey: string, readonly isOpen: boolean }> }, readonly history: ReadonlyArray<{ readonly at: string, readonly kind: FollowedEventKind, readonly step: string | null, readonly lane: string | null, readonly outcome: string | null, readonly reason: string | null }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type MyLeavesQueryVariables = Exact<{ [key: string]: never; }>;


export type MyLeavesQuery = { readonly me: { readonly id: string, readonly appointments: ReadonlyArray<{ readonly id: string, readonly lastDay: string | null, readonly position: { readonly id: string, readonly name: string } }> | null, readonly leaves: ReadonlyArray<{ readonly id: string, readonly state: PeriodState, readonly firstDay: string, readonly lastDay: string, readonly canCancel: boolean, readonly standIn: { readonly id: string, readonly name: string }, readonly appointments: ReadonlyArray<{ readonly id: string, readonly position: { readonly id: string, readonly name: string } }> }> | null } | null };

export type ReportLeaveMutationVariables = Exact<{
  input: ReportLeaveInput;
}>;


export type ReportLeaveMutation = { readonly reportLeave: { readonly leave: { readonly id: string, readonly appointments: ReadonlyArray<{ readonly id: string, readonly position: { readonly id: string } }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type CancelLeaveMutationVariables = Exact<{
  input: CancelLeaveInput;
}>;


export type CancelLeaveMutation = { readonly cancelLeave: { readonly leave: { readonly id: string, readonly appointments: ReadonlyArray<{ readonly id: string, readonly position: { readonly id: string } }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type MailStateQueryVariables = Exact<{ [key: string]: never; }>;


export type MailStateQuery = { readonly mailState: { readonly isOn: boolean, readonly from: string | null, readonly waiting: number, readonly oldestAt: string | null, readonly nextAt: string | null, readonly lastError: string | null, readonly lastSentAt: string | null, readonly givenUp: ReadonlyArray<{ readonly to: string, readonly subject: string, readonly reason: string | null, readonly at: string }> } };

export type SendTestMailMutationVariables = Exact<{ [key: string]: never; }>;


export type SendTestMailMutation = { readonly sendTestMail: { readonly sentTo: string | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type UnreadCountQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadCountQuery = { readonly unreadNotifications: { readonly count: number, readonly hasMore: boolean } };

export type NoticesQueryVariables = Exact<{
  unreadOnly: boolean;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type NoticesQuery = { readonly notifications: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: NotificationKind, readonly group: NotificationGroup, readonly at: string, readonly unread: boolean, readonly isOver: boolean, readonly headline: string, readonly subject: string | null, readonly reason: string | null, readonly dueAt: string | null, readonly taskId: string | null, readonly instanceId: string | null, readonly sopId: string | null, readonly positionId: string | null }> } };

export type MarkNotificationsReadMutationVariables = Exact<{
  input: MarkNotificationsReadInput;
}>;


export type MarkNotificationsReadMutation = { readonly markNotificationsRead: { readonly unread: { readonly count: number, readonly hasMore: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type MarkAllNotificationsReadMutationVariables = Exact<{ [key: string]: never; }>;


export type MarkAllNotificationsReadMutation = { readonly markAllNotificationsRead: { readonly unread: { readonly count: number, readonly hasMore: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type NoticeSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type NoticeSettingsQuery = { readonly notificationSettings: { readonly mailIsOn: boolean, readonly email: string | null, readonly mailMode: MailMode, readonly kinds: ReadonlyArray<{ readonly kind: NotificationKind, readonly group: NotificationGroup, readonly inApp: boolean, readonly mail: boolean }> } };

export type NoticeSettingsFieldsFragment = { readonly mailIsOn: boolean, readonly email: string | null, readonly mailMode: MailMode, readonly kinds: ReadonlyArray<{ readonly kind: NotificationKind, readonly group: NotificationGroup, readonly inApp: boolean, readonly mail: boolean }> };

export type SetNoticeSettingsMutationVariables = Exact<{
  input: SetNotificationSettingsInput;
}>;


export type SetNoticeSettingsMutation = { readonly setNotificationSettings: { readonly settings: { readonly mailIsOn: boolean, readonly email: string | null, readonly mailMode: MailMode, readonly kinds: ReadonlyArray<{ readonly kind: NotificationKind, readonly group: NotificationGroup, readonly inApp: boolean, readonly mail: boolean }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type SetEmailMutationVariables = Exact<{
  input: SetEmailInput;
}>;


export type SetEmailMutation = { readonly setEmail: { readonly person: { readonly id: string, readonly email: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type OfficeBookQueryVariables = Exact<{ [key: string]: never; }>;


export type OfficeBookQuery = { readonly offices: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly government: string | null, readonly timeZone: string, readonly revision: number }> };

export type CreateOfficeMutationVariables = Exact<{
  input: CreateOfficeInput;
}>;


export type CreateOfficeMutation = { readonly createOffice: { readonly office: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type UpdateOfficeMutationVariables = Exact<{
  input: UpdateOfficeInput;
}>;


export type UpdateOfficeMutation = { readonly updateOffice: { readonly office: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type CaseRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type CaseRulesQuery = { readonly offices: ReadonlyArray<{ readonly id: string, readonly name: string, readonly missingRequirements: MissingRequirements, readonly remindersInUse: { readonly atDeadline: boolean, readonly before: { readonly value: number, readonly unit: ReminderUnit } | null, readonly escalateAfter: { readonly value: number, readonly unit: ReminderUnit } | null }, readonly ruleLevels: ReadonlyArray<{ readonly rule: string, readonly level: RuleLevel, readonly defaultLevel: ProblemLevel }> }> };

export type SetMissingRequirementsMutationVariables = Exact<{
  input: SetMissingRequirementsInput;
}>;


export type SetMissingRequirementsMutation = { readonly setMissingRequirements: { readonly office: { readonly id: string, readonly missingRequirements: MissingRequirements } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type SetOfficeRuleLevelsMutationVariables = Exact<{
  input: SetOfficeRuleLevelsInput;
}>;


export type SetOfficeRuleLevelsMutation = { readonly setOfficeRuleLevels: { readonly office: { readonly id: string, readonly ruleLevels: ReadonlyArray<{ readonly rule: string, readonly level: RuleLevel, readonly defaultLevel: ProblemLevel }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type PeopleImportPreviewQueryVariables = Exact<{
  input: PeopleImportInput;
}>;


export type PeopleImportPreviewQuery = { readonly peopleImportPreview: { readonly rows: ReadonlyArray<{ readonly line: number, readonly state: ImportRowState, readonly username: string | null, readonly previousName: string | null, readonly addsNip: boolean, readonly addedRoles: ReadonlyArray<Role>, readonly makesPosition: boolean, readonly appoints: boolean, readonly problems: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> }> | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type ImportPeopleMutationVariables = Exact<{
  input: PeopleImportInput;
}>;


export type ImportPeopleMutation = { readonly importPeople: { readonly counts: { readonly made: number, readonly changed: number, readonly positions: number, readonly holders: number } | null, readonly accounts: ReadonlyArray<{ readonly temporaryPassword: string, readonly person: { readonly id: string, readonly name: string, readonly username: string | null } }> | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type PeopleQueryVariables = Exact<{
  search?: string | null | undefined;
  officeId?: string | number | null | undefined;
  role?: Role | null | undefined;
  disabled?: boolean | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PeopleQuery = { readonly people: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly username: string | null, readonly name: string, readonly nip: string | null, readonly email: string | null, readonly roles: ReadonlyArray<Role> | null, readonly disabled: boolean | null, readonly office: { readonly id: string, readonly name: string }, readonly positions: ReadonlyArray<{ readonly id: string, readonly name: string }> | null }> } };

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPasswordMutation = { readonly resetPassword: { readonly temporaryPassword: string | null, readonly person: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type SetPersonDisabledMutationVariables = Exact<{
  input: SetPersonDisabledInput;
}>;


export type SetPersonDisabledMutation = { readonly setPersonDisabled: { readonly releasedTasks: number | null, readonly leftTasks: number | null, readonly person: { readonly id: string, readonly disabled: boolean | null } | null, readonly vacantPositions: ReadonlyArray<{ readonly id: string, readonly name: string }> | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type PersonQueryVariables = Exact<{
  id: string | number;
}>;


export type PersonQuery = { readonly node:
    | { readonly __typename: 'ApiToken', readonly id: string }
    | { readonly __typename: 'Appointment', readonly id: string }
    | { readonly __typename: 'Instance', readonly id: string }
    | { readonly __typename: 'Leave', readonly id: string }
    | { readonly __typename: 'Office', readonly id: string }
    | { readonly __typename: 'Person', readonly username: string | null, readonly name: string, readonly nip: string | null, readonly email: string | null, readonly roles: ReadonlyArray<Role> | null, readonly disabled: boolean | null, readonly mustChangePassword: boolean | null, readonly revision: number, readonly claimedTaskCount: number, readonly id: string, readonly office: { readonly id: string, readonly name: string }, readonly appointments: ReadonlyArray<{ readonly id: string, readonly capacity: HoldingCapacity, readonly state: PeriodState, readonly firstDay: string | null, readonly lastDay: string | null, readonly canChange: boolean, readonly position: { readonly id: string, readonly name: string, readonly holders: ReadonlyArray<{ readonly id: string }> }, readonly person: { readonly id: string, readonly name: string }, readonly standsInFor: { readonly id: string, readonly name: string } | null, readonly leave: { readonly id: string } | null }> | null }
    | { readonly __typename: 'Position', readonly id: string }
    | { readonly __typename: 'ReviewNote', readonly id: string }
    | { readonly __typename: 'Sop', readonly id: string }
    | { readonly __typename: 'SopVersion', readonly id: string }
    | { readonly __typename: 'Task', readonly id: string }
    | { readonly __typename: 'WebhookEndpoint', readonly id: string }
   | null };

export type CreatePersonMutationVariables = Exact<{
  input: CreatePersonInput;
}>;


export type CreatePersonMutation = { readonly createPerson: { readonly temporaryPassword: string | null, readonly person: { readonly id: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type UpdatePersonMutationVariables = Exact<{
  input: UpdatePersonInput;
}>;


export type UpdatePersonMutation = { readonly updatePerson: { readonly person: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type SetPersonRolesMutationVariables = Exact<{
  input: SetPersonRolesInput;
}>;


export type SetPersonRolesMutation = { readonly setPersonRoles: { readonly person: { readonly id: string, readonly roles: ReadonlyArray<Role> | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type MovePersonMutationVariables = Exact<{
  input: MovePersonInput;
}>;


export type MovePersonMutation = { readonly movePerson: { readonly releasedTasks: number | null, readonly person: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type PositionBookQueryVariables = Exact<{
  officeId: string | number;
}>;


export type PositionBookQuery = { readonly offices: ReadonlyArray<{ readonly id: string, readonly name: string, readonly timeZone: string }>, readonly positions: ReadonlyArray<{ readonly id: string, readonly name: string, readonly isHead: boolean, readonly openTaskCount: number, readonly canAppointActing: boolean, readonly superior: { readonly id: string, readonly name: string } | null, readonly sopsInForce: ReadonlyArray<{ readonly id: string }>, readonly vacancy: { readonly from: string, readonly until: string | null, readonly isNow: boolean } | null, readonly appointments: ReadonlyArray<{ readonly id: string, readonly capacity: HoldingCapacity, readonly state: PeriodState, readonly firstDay: string | null, readonly lastDay: string | null, readonly canChange: boolean, readonly person: { readonly id: string, readonly name: string }, readonly standsInFor: { readonly id: string, readonly name: string } | null, readonly leave: { readonly id: string } | null }> }> };

export type PositionQueryVariables = Exact<{
  id: string | number;
}>;


export type PositionQuery = { readonly node:
    | { readonly __typename: 'ApiToken', readonly id: string }
    | { readonly __typename: 'Appointment', readonly id: string }
    | { readonly __typename: 'Instance', readonly id: string }
    | { readonly __typename: 'Leave', readonly id: string }
    | { readonly __typename: 'Office', readonly id: string }
    | { readonly __typename: 'Person', readonly id: string }
    | { readonly __typename: 'Position', readonly name: string, readonly code: string, readonly isHead: boolean, readonly retired: boolean, readonly revision: number, readonly openTaskCount: number, readonly canAppoint: boolean, readonly canAppointActing: boolean, readonly id: string, readonly superior: { readonly id: string, readonly name: string } | null, readonly office: { readonly id: string, readonly name: string, readonly timeZone: string }, readonly sopsInForce: ReadonlyArray<{ readonly id: string, readonly title: string }>, readonly vacancy: { readonly from: string, readonly until: string | null, readonly isNow: boolean } | null, readonly appointments: ReadonlyArray<{ readonly id: string, readonly capacity: HoldingCapacity, readonly state: PeriodState, readonly firstDay: string | null, readonly lastDay: string | null, readonly canChange: boolean, readonly person: { readonly id: string, readonly name: string }, readonly standsInFor: { readonly id: string, readonly name: string } | null, readonly leave: { readonly id: string } | null }> }
    | { readonly __typename: 'ReviewNote', readonly id: string }
    | { readonly __typename: 'Sop', readonly id: string }
    | { readonly __typename: 'SopVersion', readonly id: string }
    | { readonly __typename: 'Task', readonly id: string }
    | { readonly __typename: 'WebhookEndpoint', readonly id: string }
   | null };

export type AppointmentFieldsFragment = { readonly id: string, readonly capacity: HoldingCapacity, readonly state: PeriodState, readonly firstDay: string | null, readonly lastDay: string | null, readonly canChange: boolean, readonly person: { readonly id: string, readonly name: string }, readonly standsInFor: { readonly id: string, readonly name: string } | null, readonly leave: { readonly id: string } | null };

export type VacantCountQueryVariables = Exact<{ [key: string]: never; }>;


export type VacantCountQuery = { readonly vacantPositions: ReadonlyArray<{ readonly from: string, readonly position: { readonly id: string } }> };

export type ColleaguesQueryVariables = Exact<{
  officeId: string | number;
  search?: string | null | undefined;
}>;


export type ColleaguesQuery = { readonly people: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly disabled: boolean | null, readonly positions: ReadonlyArray<{ readonly id: string, readonly name: string }> | null }> } };

export type AppointHolderMutationVariables = Exact<{
  input: AppointHolderInput;
}>;


export type AppointHolderMutation = { readonly appointHolder: { readonly appointment: { readonly id: string, readonly position: { readonly id: string } } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type ChangeAppointmentMutationVariables = Exact<{
  input: ChangeAppointmentInput;
}>;


export type ChangeAppointmentMutation = { readonly changeAppointment: { readonly appointment: { readonly id: string, readonly position: { readonly id: string } } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type EndAppointmentMutationVariables = Exact<{
  input: EndAppointmentInput;
}>;


export type EndAppointmentMutation = { readonly endAppointment: { readonly appointment: { readonly id: string, readonly position: { readonly id: string } } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type CreatePositionMutationVariables = Exact<{
  input: CreatePositionInput;
}>;


export type CreatePositionMutation = { readonly createPosition: { readonly position: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type UpdatePositionMutationVariables = Exact<{
  input: UpdatePositionInput;
}>;


export type UpdatePositionMutation = { readonly updatePosition: { readonly position: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type SetPositionRetiredMutationVariables = Exact<{
  input: SetPositionRetiredInput;
}>;


export type SetPositionRetiredMutation = { readonly setPositionRetired: { readonly position: { readonly id: string, readonly retired: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type SuperiorsQueryVariables = Exact<{ [key: string]: never; }>;


export type SuperiorsQuery = { readonly positions: ReadonlyArray<{ readonly id: string, readonly name: string, readonly office: { readonly id: string, readonly name: string } }> };

export type CaseReceiptFragment = { readonly id: string, readonly title: string | null, readonly requesterName: string, readonly startedAt: string, readonly canReissueReceipt: boolean, readonly receipt: { readonly number: string, readonly reissues: ReadonlyArray<{ readonly at: string, readonly actorName: string }> } | null, readonly sop: { readonly id: string, readonly title: string, readonly office: { readonly id: string, readonly name: string, readonly government: string | null } } };

export type ReissueReceiptMutationVariables = Exact<{
  input: ReissueReceiptInput;
}>;


export type ReissueReceiptMutation = { readonly reissueReceipt: { readonly receipt: { readonly number: string, readonly secret: string | null } | null, readonly instance: { readonly id: string, readonly title: string | null, readonly requesterName: string, readonly startedAt: string, readonly canReissueReceipt: boolean, readonly receipt: { readonly number: string, readonly reissues: ReadonlyArray<{ readonly at: string, readonly actorName: string }> } | null, readonly sop: { readonly id: string, readonly title: string, readonly office: { readonly id: string, readonly name: string, readonly government: string | null } } } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type SopRemindersQueryVariables = Exact<{
  id: string | number;
}>;


export type SopRemindersQuery = { readonly node:
    | { readonly __typename: 'ApiToken' }
    | { readonly __typename: 'Appointment' }
    | { readonly __typename: 'Instance' }
    | { readonly __typename: 'Leave' }
    | { readonly __typename: 'Office' }
    | { readonly __typename: 'Person' }
    | { readonly __typename: 'Position' }
    | { readonly __typename: 'ReviewNote' }
    | { readonly __typename: 'Sop', readonly id: string, readonly hasOwnReminders: boolean, readonly remindersInUse: { readonly atDeadline: boolean, readonly before: { readonly value: number, readonly unit: ReminderUnit } | null, readonly escalateAfter: { readonly value: number, readonly unit: ReminderUnit } | null }, readonly office: { readonly id: string, readonly remindersInUse: { readonly atDeadline: boolean, readonly before: { readonly value: number, readonly unit: ReminderUnit } | null, readonly escalateAfter: { readonly value: number, readonly unit: ReminderUnit } | null } } }
    | { readonly __typename: 'SopVersion' }
    | { readonly __typename: 'Task' }
    | { readonly __typename: 'WebhookEndpoint' }
   | null };

export type SopRemindersFieldsFragment = { readonly id: string, readonly hasOwnReminders: boolean, readonly remindersInUse: { readonly atDeadline: boolean, readonly before: { readonly value: number, readonly unit: ReminderUnit } | null, readonly escalateAfter: { readonly value: number, readonly unit: ReminderUnit } | null }, readonly office: { readonly id: string, readonly remindersInUse: { readonly atDeadline: boolean, readonly before: { readonly value: number, readonly unit: ReminderUnit } | null, readonly escalateAfter: { readonly value: number, readonly unit: ReminderUnit } | null } } };

export type RemindersFieldsFragment = { readonly atDeadline: boolean, readonly before: { readonly value: number, readonly unit: ReminderUnit } | null, readonly escalateAfter: { readonly value: number, readonly unit: ReminderUnit } | null };

export type SetSopRemindersMutationVariables = Exact<{
  input: SetSopRemindersInput;
}>;


export type SetSopRemindersMutation = { readonly setSopReminders: { readonly sop: { readonly id: string, readonly hasOwnReminders: boolean, readonly remindersInUse: { readonly atDeadline: boolean, readonly before: { readonly value: number, readonly unit: ReminderUnit } | null, readonly escalateAfter: { readonly value: number, readonly unit: ReminderUnit } | null } } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type SetOfficeRemindersMutationVariables = Exact<{
  input: SetOfficeRemindersInput;
}>;


export type SetOfficeRemindersMutation = { readonly setOfficeReminders: { readonly office: { readonly id: string, readonly remindersInUse: { readonly atDeadline: boolean, readonly before: { readonly value: number, readonly unit: ReminderUnit } | null, readonly escalateAfter: { readonly value: number, readonly unit: ReminderUnit } | null } } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type RequestsQueryVariables = Exact<{
  filter?: InstanceFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RequestsQuery = { readonly instances: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: InstanceStatus, readonly title: string | null, readonly startedAt: string, readonly endedAt: string | null, readonly sop: { readonly id: string, readonly title: string, readonly office: { readonly id: string, readonly name: string } }, readonly openTasks: ReadonlyArray<{ readonly id: string, readonly canComplete: boolean }>, readonly whereabouts: { readonly state: WhereaboutsState, readonly sentence: string, readonly places: ReadonlyArray<{ readonly step: string, readonly isRequester: boolean, readonly overdue: boolean, readonly taskId: string | null }> } }> } };

export type CaseWhereaboutsFragment = { readonly state: WhereaboutsState, readonly sentence: string, readonly places: ReadonlyArray<{ readonly step: string, readonly lane: string, readonly isRequester: boolean, readonly overdue: boolean, readonly taskId: string | null, readonly requirements: ReadonlyArray<string>, readonly arrival: { readonly lane: string | null, readonly outcome: string | null, readonly remark: string | null, readonly isBack: boolean } | null }> };

export type SopsQueryVariables = Exact<{
  filter?: SopFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SopsQuery = { readonly sops: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: string | null, readonly part: string | null, readonly title: string, readonly status: SopStatus, readonly canStart: boolean, readonly startedByLane: string | null, readonly canEdit: boolean, readonly office: { readonly id: string, readonly name: string }, readonly draft: { readonly id: string, readonly status: VersionStatus } | null }> } };

export type FaultySopsQueryVariables = Exact<{
  filter?: SopFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type FaultySopsQuery = { readonly sops: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly inForce: { readonly id: string, readonly warnings: ReadonlyArray<{ readonly level: ProblemLevel }> } | null }> } };

export type OfficesQueryVariables = Exact<{ [key: string]: never; }>;


export type OfficesQuery = { readonly offices: ReadonlyArray<{ readonly id: string, readonly name: string }> };

export type SopTemplatesQueryVariables = Exact<{ [key: string]: never; }>;


export type SopTemplatesQuery = { readonly sopTemplates: ReadonlyArray<{ readonly key: string, readonly title: string, readonly description: string, readonly lanes: ReadonlyArray<string>, readonly steps: number, readonly graph: unknown }> };

export type CopySourcesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type CopySourcesQuery = { readonly sops: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly number: string | null, readonly office: { readonly id: string, readonly name: string }, readonly inForce: { readonly id: string } | null, readonly versions: ReadonlyArray<{ readonly id: string }> }> } };

export type PreviewVersionQueryVariables = Exact<{
  id: string | number;
}>;


export type PreviewVersionQuery = { readonly node:
    | { readonly __typename: 'ApiToken', readonly id: string }
    | { readonly __typename: 'Appointment', readonly id: string }
    | { readonly __typename: 'Instance', readonly id: string }
    | { readonly __typename: 'Leave', readonly id: string }
    | { readonly __typename: 'Office', readonly id: string }
    | { readonly __typename: 'Person', readonly id: string }
    | { readonly __typename: 'Position', readonly id: string }
    | { readonly __typename: 'ReviewNote', readonly id: string }
    | { readonly __typename: 'Sop', readonly id: string }
    | { readonly __typename: 'SopVersion', readonly id: string, readonly lanes: ReadonlyArray<{ readonly key: string, readonly name: string, readonly bindingType: LaneBindingType | null, readonly position: { readonly id: string, readonly code: string, readonly name: string } | null }>, readonly nodes: ReadonlyArray<{ readonly key: string, readonly kind: NodeKind, readonly text: string, readonly mode: JointMode, readonly work: boolean, readonly outputs: ReadonlyArray<string>, readonly remarks: string | null, readonly parts: ReadonlyArray<{ readonly laneKey: string, readonly label: string | null }>, readonly requirements: ReadonlyArray<{ readonly text: string, readonly output: string | null }>, readonly standardTime: { readonly value: number, readonly unit: TimeUnit } | null, readonly call: { readonly sop: string, readonly waits: boolean } | null }>, readonly edges: ReadonlyArray<{ readonly key: string, readonly from: string, readonly to: string, readonly outcome: string | null }>, readonly outputs: ReadonlyArray<{ readonly key: string, readonly name: string }> }
    | { readonly __typename: 'Task', readonly id: string }
    | { readonly __typename: 'WebhookEndpoint', readonly id: string }
   | null };

export type CreateSopMutationVariables = Exact<{
  input: CreateSopInput;
}>;


export type CreateSopMutation = { readonly createSop: { readonly sop: { readonly id: string } | null, readonly version: { readonly id: string, readonly revision: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type StartInstanceMutationVariables = Exact<{
  input: StartInstanceInput;
}>;


export type StartInstanceMutation = { readonly startInstance: { readonly instance: { readonly id: string, readonly title: string | null, readonly requesterName: string, readonly startedAt: string, readonly canReissueReceipt: boolean, readonly openTasks: ReadonlyArray<{ readonly id: string, readonly canComplete: boolean }>, readonly receipt: { readonly number: string, readonly reissues: ReadonlyArray<{ readonly at: string, readonly actorName: string }> } | null, readonly sop: { readonly id: string, readonly title: string, readonly office: { readonly id: string, readonly name: string, readonly government: string | null } } } | null, readonly receipt: { readonly number: string, readonly secret: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type StuckItemFieldsFragment = { readonly key: string, readonly reason: StuckReason, readonly action: StuckAction | null, readonly alternatives: ReadonlyArray<StuckAction>, readonly openSince: string, readonly assigneeAwayUntil: string | null, readonly remindedAt: string | null, readonly openFor: { readonly days: number, readonly hours: number, readonly minutes: number }, readonly instance: { readonly id: string, readonly status: InstanceStatus, readonly title: string | null, readonly requesterName: string, readonly holdReason: string | null, readonly sop: { readonly id: string, readonly title: string } }, readonly task: { readonly id: string, readonly status: TaskStatus, readonly label: string | null, readonly dueAt: string | null, readonly timeLeftParts: { readonly isLate: boolean, readonly days: number, readonly hours: number, readonly minutes: number } | null, readonly node: { readonly key: string, readonly text: string, readonly rowNumber: number | null }, readonly lane: { readonly key: string, readonly position: { readonly id: string, readonly name: string, readonly holders: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null }, readonly assignee: { readonly id: string, readonly name: string } | null } | null, readonly waitingCall: { readonly reason: WaitingCallReason, readonly node: { readonly key: string, readonly text: string }, readonly sop: { readonly id: string, readonly title: string } | null } | null };

export type StuckWorkQueryVariables = Exact<{
  input: StuckWorkInput;
}>;


export type StuckWorkQuery = { readonly stuckWork: { readonly total: number, readonly overdue: number, readonly isCut: boolean, readonly idleWorkingDays: number, readonly office: { readonly id: string, readonly name: string }, readonly lanes: ReadonlyArray<{ readonly id: string, readonly kind: StuckLaneKind, readonly isVacant: boolean, readonly total: number, readonly overdue: number, readonly dueSoon: number, readonly position: { readonly id: string, readonly name: string, readonly canAppointActing: boolean, readonly holders: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null, readonly items: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly key: string, readonly reason: StuckReason, readonly action: StuckAction | null, readonly alternatives: ReadonlyArray<StuckAction>, readonly openSince: string, readonly assigneeAwayUntil: string | null, readonly remindedAt: string | null, readonly openFor: { readonly days: number, readonly hours: number, readonly minutes: number }, readonly instance: { readonly id: string, readonly status: InstanceStatus, readonly title: string | null, readonly requesterName: string, readonly holdReason: string | null, readonly sop: { readonly id: string, readonly title: string } }, readonly task: { readonly id: string, readonly status: TaskStatus, readonly label: string | null, readonly dueAt: string | null, readonly timeLeftParts: { readonly isLate: boolean, readonly days: number, readonly hours: number, readonly minutes: number } | null, readonly node: { readonly key: string, readonly text: string, readonly rowNumber: number | null }, readonly lane: { readonly key: string, readonly position: { readonly id: string, readonly name: string, readonly holders: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null }, readonly assignee: { readonly id: string, readonly name: string } | null } | null, readonly waitingCall: { readonly reason: WaitingCallReason, readonly node: { readonly key: string, readonly text: string }, readonly sop: { readonly id: string, readonly title: string } | null } | null }> } }> } };

export type StuckCountQueryVariables = Exact<{
  officeId: string | number;
}>;


export type StuckCountQuery = { readonly stuckCount: { readonly count: number, readonly hasMore: boolean } };

export type RemindTaskMutationVariables = Exact<{
  input: RemindTaskInput;
}>;


export type RemindTaskMutation = { readonly remindTask: { readonly task: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type StuckChangedSubscriptionVariables = Exact<{
  officeId: string | number;
}>;


export type StuckChangedSubscription = { readonly throughputChanged: { readonly instanceId: string } };

export type CompleteTaskMutationVariables = Exact<{
  input: CompleteTaskInput;
}>;


export type CompleteTaskMutation = { readonly completeTask: { readonly task: { readonly id: string, readonly status: TaskStatus, readonly closedAt: string | null, readonly outcome: string | null, readonly comment: string | null, readonly canClaim: boolean, readonly canComplete: boolean, readonly canRelease: boolean, readonly canRecall: boolean, readonly assignee: { readonly id: string, readonly name: string } | null, readonly given: ReadonlyArray<{ readonly reference: string, readonly output: { readonly key: string, readonly name: string }, readonly files: ReadonlyArray<{ readonly id: string, readonly name: string, readonly type: string, readonly size: number, readonly sha256: string }> }>, readonly files: ReadonlyArray<{ readonly purpose: FilePurpose, readonly about: string | null, readonly file: { readonly id: string, readonly name: string, readonly type: string, readonly size: number, readonly sha256: string } }> } | null, readonly instance: { readonly id: string, readonly status: InstanceStatus, readonly endedAt: string | null, readonly holdReason: string | null, readonly openTasks: ReadonlyArray<{ readonly id: string, readonly status: TaskStatus, readonly label: string | null, readonly dueAt: string | null, readonly canComplete: boolean, readonly nobodyHolds: boolean, readonly assigneeCapacity: HoldingCapacity | null, readonly timeLeftParts: { readonly isLate: boolean, readonly days: number, readonly hours: number, readonly minutes: number } | null, readonly assignee: { readonly id: string, readonly name: string } | null, readonly lane: { readonly key: string, readonly name: string, readonly bindingType: LaneBindingType | null, readonly position: { readonly id: string, readonly name: string, readonly holders: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null }, readonly node: { readonly key: string, readonly text: string } }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type ReturnTaskMutationVariables = Exact<{
  input: ReturnTaskInput;
}>;


export type ReturnTaskMutation = { readonly returnTask: { readonly task: { readonly id: string, readonly status: TaskStatus, readonly closedAt: string | null, readonly outcome: string | null, readonly comment: string | null, readonly canClaim: boolean, readonly canComplete: boolean, readonly canRelease: boolean, readonly canRecall: boolean, readonly assignee: { readonly id: string, readonly name: string } | null, readonly given: ReadonlyArray<{ readonly reference: string, readonly output: { readonly key: string, readonly name: string }, readonly files: ReadonlyArray<{ readonly id: string, readonly name: string, readonly type: string, readonly size: number, readonly sha256: string }> }>, readonly files: ReadonlyArray<{ readonly purpose: FilePurpose, readonly about: string | null, readonly file: { readonly id: string, readonly name: string, readonly type: string, readonly size: number, readonly sha256: string } }> } | null, readonly instance: { readonly id: string, readonly status: InstanceStatus, readonly endedAt: string | null, readonly holdReason: string | null, readonly openTasks: ReadonlyArray<{ readonly id: string, readonly status: TaskStatus, readonly label: string | null, readonly dueAt: string | null, readonly canComplete: boolean, readonly nobodyHolds: boolean, readonly assigneeCapacity: HoldingCapacity | null, readonly timeLeftParts: { readonly isLate: boolean, readonly days: number, readonly hours: number, readonly minutes: number } | null, readonly assignee: { readonly id: string, readonly name: string } | null, readonly lane: { readonly key: string, readonly name: string, readonly bindingType: LaneBindingType | null, readonly position: { readonly id: string, readonly name: string, readonly holders: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null }, readonly node: { readonly key: string, readonly text: string } }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type RecallTaskMutationVariables = Exact<{
  input: RecallTaskInput;
}>;


export type RecallTaskMutation = { readonly recallTask: { readonly task: { readonly id: string, readonly status: TaskStatus, readonly closedAt: string | null, readonly outcome: string | null, readonly comment: string | null, readonly canClaim: boolean, readonly canComplete: boolean, readonly canRelease: boolean, readonly canRecall: boolean, readonly assignee: { readonly id: string, readonly name: string } | null, readonly given: ReadonlyArray<{ readonly reference: string, readonly output: { readonly key: string, readonly name: string }, readonly files: ReadonlyArray<{ readonly id: string, readonly name: string, readonly type: string, readonly size: number, readonly sha256: string }> }>, readonly files: ReadonlyArray<{ readonly purpose: FilePurpose, readonly about: string | null, readonly file: { readonly id: string, readonly name: string, readonly type: string, readonly size: number, readonly sha256: string } }> } | null, readonly instance: { readonly id: string, readonly status: InstanceStatus, readonly endedAt: string | null, readonly holdReason: string | null, readonly openTasks: ReadonlyArray<{ readonly id: string, readonly status: TaskStatus, readonly label: string | null, readonly dueAt: string | null, readonly canComplete: boolean, readonly nobodyHolds: boolean, readonly assigneeCapacity: HoldingCapacity | null, readonly timeLeftParts: { readonly isLate: boolean, readonly days: number, readonly hours: number, readonly minutes: number } | null, readonly assignee: { readonly id: string, readonly name: string } | null, readonly lane: { readonly key: string, readonly name: string, readonly bindingType: LaneBindingType | null, readonly position: { readonly id: string, readonly name: string, readonly holders: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null }, readonly node: { readonly key: string, readonly text: string } }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type DelegateTaskMutationVariables = Exact<{
  input: DelegateTaskInput;
}>;


export type DelegateTaskMutation = { readonly delegateTask: { readonly task: { readonly id: string, readonly status: TaskStatus, readonly canClaim: boolean, readonly canComplete: boolean, readonly canRelease: boolean, readonly assignee: { readonly id: string, readonly name: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type TaskQueryVariables = Exact<{
  id: string | number;
}>;


export type TaskQuery = { readonly node:
    | { readonly __typename: 'ApiToken', readonly id: string }
    | { readonly __typename: 'Appointment', readonly id: string }
    | { readonly __typename: 'Instance', readonly id: string }
    | { readonly __typename: 'Leave', readonly id: string }
    | { readonly __typename: 'Office', readonly id: string }
    | { readonly __typename: 'Person', readonly id: string }
    | { readonly __typename: 'Position', readonly id: string }
    | { readonly __typename: 'ReviewNote', readonly id: string }
    | { readonly __typename: 'Sop', readonly id: string }
    | { readonly __typename: 'SopVersion', readonly id: string }
    | { readonly __typename: 'Task', readonly label: string | null, readonly visit: number, readonly openedAt: string, readonly claimedAt: string | null, readonly dueAt: string | null, readonly overdue: boolean, readonly nobodyHolds: boolean, readonly assigneeCapacity: HoldingCapacity | null, readonly id: string, readonly status: TaskStatus, readonly closedAt: string | null, readonly outcome: string | null, readonly comment: string | null, readonly canClaim: boolean, readonly canComplete: boolean, readonly canRelease: boolean, readonly canRecall: boolean, readonly timeLeftParts: { readonly isLate: boolean, readonly days: number, readonly hours: number, readonly minutes: number } | null, readonly lane: { readonly key: string, readonly name: string, readonly position: { readonly id: string, readonly name: string, readonly holders: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null }, readonly node: { readonly key: string, readonly kind: NodeKind, readonly text: string, readonly rowNumber: number | null, readonly remarks: string | null, readonly mode: JointMode, readonly outputs: ReadonlyArray<string>, readonly standardTime: { readonly value: number, readonly unit: TimeUnit } | null }, readonly outcomes: ReadonlyArray<{ readonly key: string, readonly label: string, readonly owedOutputs: ReadonlyArray<{ readonly key: string }> }>, readonly owedOutputs: ReadonlyArray<{ readonly key: string }>, readonly requirements: ReadonlyArray<{ readonly text: string, readonly met: boolean | null, readonly output: { readonly key: string, readonly name: string } | null, readonly owedBy: ReadonlyArray<{ readonly key: string }> }>, readonly returnTargets: ReadonlyArray<{ readonly visit: number, readonly node: { readonly key: string, readonly text: string, readonly rowNumber: number | null }, readonly tasks: ReadonlyArray<{ readonly id: string, readonly closedAt: string | null, readonly lane: { readonly key: string, readonly name: string }, readonly assignee: { readonly id: string, readonly name: string } | null }> }>, readonly instance: { readonly id: string, readonly title: string | null, readonly requesterName: string, readonly startedAt: string, readonly status: InstanceStatus, readonly endedAt: string | null, readonly holdReason: string | null, readonly sop: { readonly id: string, readonly number: string | null, readonly part: string | null, readonly title: string, readonly office: { readonly id: string, readonly missingRequirements: MissingRequirements } }, readonly version: { readonly id: string, readonly lanes: ReadonlyArray<{ readonly key: string, readonly name: string, readonly bindingType: LaneBindingType | null, readonly position: { readonly id: string, readonly code: string, readonly name: string, readonly holders: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null }>, readonly nodes: ReadonlyArray<{ readonly key: string, readonly kind: NodeKind, readonly text: string, readonly mode: JointMode, readonly work: boolean, readonly outputs: ReadonlyArray<string>, readonly remarks: string | null, readonly parts: ReadonlyArray<{ readonly laneKey: string, readonly label: string | null }>, readonly requirements: ReadonlyArray<{ readonly text: string, readonly output: string | null }>, readonly standardTime: { readonly value: number, readonly unit: TimeUnit } | null, readonly call: { readonly sop: string, readonly waits: boolean } | null }>, readonly edges: ReadonlyArray<{ readonly key: string, readonly from: string, readonly to: string, readonly outcome: string | null }>, readonly outputs: ReadonlyArray<{ readonly key: string, readonly name: string }> }, readonly visits: ReadonlyArray<{ readonly no: number, readonly status: VisitStatus, readonly causes: ReadonlyArray<number>, readonly node: { readonly key: string } }>, readonly tasks: ReadonlyArray<{ readonly id: string, readonly visit: number, readonly status: TaskStatus, readonly label: string | null, readonly closedAt: string | null, readonly outcome: string | null, readonly comment: string | null, readonly assignee: { readonly id: string, readonly name: string } | null, readonly lane: { readonly key: string, readonly name: string }, readonly node: { readonly key: string, readonly text: string }, readonly given: ReadonlyArray<{ readonly reference: string, readonly output: { readonly key: string, readonly name: string }, readonly files: ReadonlyArray<{ readonly id: string, readonly name: string, readonly type: string, readonly size: number, readonly sha256: string }> }>, readonly files: ReadonlyArray<{ readonly purpose: FilePurpose, readonly about: string | null, readonly file: { readonly id: string, readonly name: string, readonly type: string, readonly size: number, readonly sha256: string } }> }>, readonly history: ReadonlyArray<{ readonly seq: number, readonly at: string, readonly actorName: string, readonly events: unknown }>, readonly openTasks: ReadonlyArray<{ readonly id: string, readonly status: TaskStatus, readonly label: string | null, readonly dueAt: string | null, readonly canComplete: boolean, readonly nobodyHolds: boolean, readonly assigneeCapacity: HoldingCapacity | null, readonly timeLeftParts: { readonly isLate: boolean, readonly days: number, readonly hours: number, readonly minutes: number } | null, readonly assignee: { readonly id: string, readonly name: string } | null, readonly lane: { readonly key: string, readonly name: string, readonly bindingType: LaneBindingType | null, readonly position: { readonly id: string, readonly name: string, readonly holders: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null }, readonly node: { readonly key: string, readonly text: string } }> }, readonly assignee: { readonly id: string, readonly name: string } | null, readonly given: ReadonlyArray<{ readonly reference: string, readonly output: { readonly key: string, readonly name: string }, readonly files: ReadonlyArray<{ readonly id: string, readonly name: string, readonly type: string, readonly size: number, readonly sha256: string }> }>, readonly files: ReadonlyArray<{ readonly purpose: FilePurpose, readonly about: string | null, readonly file: { readonly id: string, readonly name: string, readonly type: string, readonly size: number, readonly sha256: string } }> }
    | { readonly __typename: 'WebhookEndpoint', readonly id: string }
   | null };

export type TaskStateFragment = { readonly id: string, readonly status: TaskStatus, readonly closedAt: string | null, readonly outcome: string | null, readonly comment: string | null, readonly canClaim: boolean, readonly canComplete: boolean, readonly canRelease: boolean, readonly canRecall: boolean, readonly assignee: { readonly id: string, readonly name: string } | null, readonly given: ReadonlyArray<{ readonly reference: string, readonly output: { readonly key: string, readonly name: string }, readonly files: ReadonlyArray<{ readonly id: string, readonly name: string, readonly type: string, readonly size: number, readonly sha256: string }> }>, readonly files: ReadonlyArray<{ readonly purpose: FilePurpose, readonly about: string | null, readonly file: { readonly id: string, readonly name: string, readonly type: string, readonly size: number, readonly sha256: string } }> };

export type TaskFilesFragment = { readonly given: ReadonlyArray<{ readonly reference: string, readonly output: { readonly key: string, readonly name: string }, readonly files: ReadonlyArray<{ readonly id: string, readonly name: string, readonly type: string, readonly size: number, readonly sha256: string }> }>, readonly files: ReadonlyArray<{ readonly purpose: FilePurpose, readonly about: string | null, readonly file: { readonly id: string, readonly name: string, readonly type: string, readonly size: number, readonly sha256: string } }> };

export type CaseNowFragment = { readonly id: string, readonly status: InstanceStatus, readonly endedAt: string | null, readonly holdReason: string | null, readonly openTasks: ReadonlyArray<{ readonly id: string, readonly status: TaskStatus, readonly label: string | null, readonly dueAt: string | null, readonly canComplete: boolean, readonly nobodyHolds: boolean, readonly assigneeCapacity: HoldingCapacity | null, readonly timeLeftParts: { readonly isLate: boolean, readonly days: number, readonly hours: number, readonly minutes: number } | null, readonly assignee: { readonly id: string, readonly name: string } | null, readonly lane: { readonly key: string, readonly name: string, readonly bindingType: LaneBindingType | null, readonly position: { readonly id: string, readonly name: string, readonly holders: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null }, readonly node: { readonly key: string, readonly text: string } }> };

export type CaseTaskFragment = { readonly id: string, readonly visit: number, readonly status: TaskStatus, readonly label: string | null, readonly closedAt: string | null, readonly outcome: string | null, readonly comment: string | null, readonly assignee: { readonly id: string, readonly name: string } | null, readonly lane: { readonly key: string, readonly name: string }, readonly node: { readonly key: string, readonly text: string }, readonly given: ReadonlyArray<{ readonly reference: string, readonly output: { readonly key: string, readonly name: string }, readonly files: ReadonlyArray<{ readonly id: string, readonly name: string, readonly type: string, readonly size: number, readonly sha256: string }> }>, readonly files: ReadonlyArray<{ readonly purpose: FilePurpose, readonly about: string | null, readonly file: { readonly id: string, readonly name: string, readonly type: string, readonly size: number, readonly sha256: string } }> };

export type NextTaskFragment = { readonly id: string, readonly status: TaskStatus, readonly label: string | null, readonly dueAt: string | null, readonly canComplete: boolean, readonly nobodyHolds: boolean, readonly assigneeCapacity: HoldingCapacity | null, readonly timeLeftParts: { readonly isLate: boolean, readonly days: number, readonly hours: number, readonly minutes: number } | null, readonly assignee: { readonly id: string, readonly name: string } | null, readonly lane: { readonly key: string, readonly name: string, readonly bindingType: LaneBindingType | null, readonly position: { readonly id: string, readonly name: string, readonly holders: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null }, readonly node: { readonly key: string, readonly text: string } };

export type LaneThroughputQueryVariables = Exact<{
  input: LaneThroughputInput;
}>;


export type LaneThroughputQuery = { readonly laneThroughput: { readonly from: string, readonly to: string, readonly bucket: ThroughputBucket, readonly asOf: string, readonly minutesPerWorkingDay: number, readonly office: { readonly id: string, readonly name: string, readonly timeZone: string }, readonly versions: ReadonlyArray<{ readonly id: string, readonly version: number, readonly status: VersionStatus }>, readonly cases: { readonly standard: number | null, readonly started: number, readonly completed: number, readonly cancelled: number, readonly running: number, readonly histogram: ReadonlyArray<{ readonly index: number, readonly from: number, readonly to: number, readonly count: number }>, readonly leadTimes: { readonly count: number, readonly p50: number | null, readonly p90: number | null, readonly p95: number | null } }, readonly lanes: ReadonlyArray<{ readonly withdrawn: number, readonly arrived: number, readonly finished: number, readonly waiting: number, readonly withStandard: number, readonly onTime: number, readonly rework: number, readonly share: number | null, readonly oldest: { readonly since: string, readonly instance: { readonly id: string, readonly title: string | null } | null } | null, readonly working: { readonly queue: number, readonly work: number, readonly rework: number, readonly requester: number, readonly childSop: number, readonly held: number, readonly total: number }, readonly queueTimes: { readonly count: number, readonly p50: number | null, readonly p90: number | null, readonly p95: number | null }, readonly workTimes: { readonly count: number, readonly p50: number | null, readonly p90: number | null, readonly p95: number | null }, readonly reworkTimes: { readonly count: number, readonly p50: number | null, readonly p90: number | null, readonly p95: number | null }, readonly waitingTimes: { readonly count: number, readonly p50: number | null, readonly p90: number | null, readonly p95: number | null }, readonly lane: { readonly id: string, readonly name: string, readonly isRequesters: boolean, readonly laneKey: string | null } }>, readonly steps: ReadonlyArray<{ readonly stepKey: string, readonly number: number | null, readonly text: string, readonly standard: number | null, readonly arrived: number, readonly finished: number, readonly waiting: number, readonly withStandard: number, readonly onTime: number, readonly rework: number, readonly working: number, readonly sop: { readonly id: string, readonly title: string }, readonly lane: { readonly id: string, readonly name: string, readonly isRequesters: boolean, readonly laneKey: string | null }, readonly times: { readonly count: number, readonly p50: number | null, readonly p90: number | null, readonly p95: number | null } }>, readonly handOvers: ReadonlyArray<{ readonly count: number, readonly returned: number, readonly from: { readonly id: string, readonly name: string, readonly isRequesters: boolean, readonly laneKey: string | null }, readonly to: { readonly id: string, readonly name: string, readonly isRequesters: boolean, readonly laneKey: string | null } }>, readonly bottleneck: { readonly share: number, readonly since: string, readonly waiting: number, readonly overdue: number, readonly sentence: string, readonly lane: { readonly id: string, readonly name: string, readonly isRequesters: boolean, readonly laneKey: string | null, readonly position: { readonly id: string } | null } } | null, readonly course: ReadonlyArray<{ readonly from: string, readonly to: string, readonly started: number, readonly completed: number, readonly cancelled: number, readonly running: number, readonly leadTimes: { readonly count: number, readonly p50: number | null, readonly p90: number | null, readonly p95: number | null }, readonly lanes: ReadonlyArray<{ readonly laneId: string, readonly arrived: number, readonly finished: number, readonly waiting: number, readonly working: number }> }>, readonly people: ReadonlyArray<{ readonly finished: number, readonly withStandard: number, readonly onTime: number, readonly meanWork: number | null, readonly person: { readonly id: string, readonly name: string } | null, readonly lane: { readonly id: string, readonly name: string, readonly isRequesters: boolean, readonly laneKey: string | null } }> | null, readonly compared: { readonly from: string, readonly to: string, readonly versions: ReadonlyArray<{ readonly id: string, readonly version: number }>, readonly cases: { readonly started: number, readonly completed: number, readonly cancelled: number, readonly running: number, readonly leadTimes: { readonly count: number, readonly p50: number | null, readonly p90: number | null, readonly p95: number | null } }, readonly lanes: ReadonlyArray<{ readonly arrived: number, readonly finished: number, readonly waiting: number, readonly withStandard: number, readonly onTime: number, readonly rework: number, readonly share: number | null, readonly lane: { readonly id: string, readonly name: string, readonly isRequesters: boolean, readonly laneKey: string | null } }> } | null } };

export type CaseFigurePartsFragment = { readonly started: number, readonly completed: number, readonly cancelled: number, readonly running: number, readonly leadTimes: { readonly count: number, readonly p50: number | null, readonly p90: number | null, readonly p95: number | null } };

export type LaneFigurePartsFragment = { readonly arrived: number, readonly finished: number, readonly waiting: number, readonly withStandard: number, readonly onTime: number, readonly rework: number, readonly share: number | null, readonly lane: { readonly id: string, readonly name: string, readonly isRequesters: boolean, readonly laneKey: string | null } };

export type LaneNameFragment = { readonly id: string, readonly name: string, readonly isRequesters: boolean, readonly laneKey: string | null };

export type DurationPartsFragment = { readonly count: number, readonly p50: number | null, readonly p90: number | null, readonly p95: number | null };

export type ThroughputCasesQueryVariables = Exact<{
  input: ThroughputCasesInput;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ThroughputCasesQuery = { readonly throughputCases: { readonly totalCount: number | null, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly step: string | null, readonly openedAt: string, readonly endedAt: string | null, readonly working: number, readonly isRework: boolean, readonly isOnTime: boolean | null, readonly lane: { readonly id: string, readonly name: string, readonly isRequesters: boolean, readonly laneKey: string | null } | null, readonly person: { readonly id: string, readonly name: string } | null, readonly instance: { readonly id: string, readonly title: string | null, readonly requesterName: string, readonly status: InstanceStatus, readonly sop: { readonly id: string, readonly title: string } } | null }> } };

export type ThroughputChangedSubscriptionVariables = Exact<{
  officeId: string | number;
}>;


export type ThroughputChangedSubscription = { readonly throughputChanged: { readonly instanceId: string } };

export type ReportChoicesQueryVariables = Exact<{
  officeId: string | number;
  after?: string | null | undefined;
}>;


export type ReportChoicesQuery = { readonly sops: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly part: string | null, readonly status: SopStatus, readonly versions: ReadonlyArray<{ readonly id: string, readonly version: number, readonly status: VersionStatus, readonly inForceFrom: string | null }> }> } };

export type ReportOfficesQueryVariables = Exact<{ [key: string]: never; }>;


export type ReportOfficesQuery = { readonly offices: ReadonlyArray<{ readonly id: string, readonly name: string, readonly timeZone: string }> };

export type EverStartedQueryVariables = Exact<{
  input: LaneThroughputInput;
}>;


export type EverStartedQuery = { readonly laneThroughput: { readonly cases: { readonly started: number } } };

export type ReportFormQueryVariables = Exact<{
  id: string | number;
}>;


export type ReportFormQuery = { readonly node:
    | { readonly __typename: 'ApiToken', readonly id: string }
    | { readonly __typename: 'Appointment', readonly id: string }
    | { readonly __typename: 'Instance', readonly id: string }
    | { readonly __typename: 'Leave', readonly id: string }
    | { readonly __typename: 'Office', readonly id: string }
    | { readonly __typename: 'Person', readonly id: string }
    | { readonly __typename: 'Position', readonly id: string }
    | { readonly __typename: 'ReviewNote', readonly id: string }
    | { readonly __typename: 'Sop', readonly id: string }
    | { readonly __typename: 'SopVersion', readonly id: string, readonly lanes: ReadonlyArray<{ readonly key: string, readonly name: string, readonly bindingType: LaneBindingType | null, readonly position: { readonly id: string, readonly code: string, readonly name: string } | null }>, readonly nodes: ReadonlyArray<{ readonly key: string, readonly kind: NodeKind, readonly text: string, readonly mode: JointMode, readonly work: boolean, readonly outputs: ReadonlyArray<string>, readonly remarks: string | null, readonly parts: ReadonlyArray<{ readonly laneKey: string, readonly label: string | null }>, readonly requirements: ReadonlyArray<{ readonly text: string, readonly output: string | null }>, readonly standardTime: { readonly value: number, readonly unit: TimeUnit } | null, readonly call: { readonly sop: string, readonly waits: boolean } | null }>, readonly edges: ReadonlyArray<{ readonly key: string, readonly from: string, readonly to: string, readonly outcome: string | null }>, readonly outputs: ReadonlyArray<{ readonly key: string, readonly name: string }> }
    | { readonly __typename: 'Task', readonly id: string }
    | { readonly __typename: 'WebhookEndpoint', readonly id: string }
   | null };

export type ApiTokensQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiTokensQuery = { readonly apiTokens: ReadonlyArray<{ readonly id: string, readonly name: string, readonly scopes: ReadonlyArray<TokenScope>, readonly createdAt: string, readonly revokedAt: string | null, readonly lastUsedAt: string | null }> };

export type CreateApiTokenMutationVariables = Exact<{
  input: CreateApiTokenInput;
}>;


export type CreateApiTokenMutation = { readonly createApiToken: { readonly secret: string | null, readonly apiToken: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type RevokeApiTokenMutationVariables = Exact<{
  input: RevokeApiTokenInput;
}>;


export type RevokeApiTokenMutation = { readonly revokeApiToken: { readonly apiToken: { readonly id: string, readonly revokedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type WebhooksQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhooksQuery = { readonly webhooks: ReadonlyArray<{ readonly id: string, readonly name: string, readonly url: string, readonly events: ReadonlyArray<WebhookEvent>, readonly state: WebhookState, readonly createdAt: string, readonly pausedAt: string | null, readonly failingSince: string | null, readonly lastSuccessAt: string | null, readonly previousSecretUntil: string | null, readonly waiting: number, readonly office: { readonly id: string, readonly name: string } | null }> };

export type FailedWebhooksQueryVariables = Exact<{ [key: string]: never; }>;


export type FailedWebhooksQuery = { readonly webhooks: ReadonlyArray<{ readonly id: string, readonly state: WebhookState }> };

export type WebhookFieldsFragment = { readonly id: string, readonly name: string, readonly url: string, readonly events: ReadonlyArray<WebhookEvent>, readonly state: WebhookState, readonly createdAt: string, readonly pausedAt: string | null, readonly failingSince: string | null, readonly lastSuccessAt: string | null, readonly previousSecretUntil: string | null, readonly waiting: number, readonly office: { readonly id: string, readonly name: string } | null };

export type WebhookQueryVariables = Exact<{
  id: string | number;
}>;


export type WebhookQuery = { readonly node:
    | { readonly __typename: 'ApiToken', readonly id: string }
    | { readonly __typename: 'Appointment', readonly id: string }
    | { readonly __typename: 'Instance', readonly id: string }
    | { readonly __typename: 'Leave', readonly id: string }
    | { readonly __typename: 'Office', readonly id: string }
    | { readonly __typename: 'Person', readonly id: string }
    | { readonly __typename: 'Position', readonly id: string }
    | { readonly __typename: 'ReviewNote', readonly id: string }
    | { readonly __typename: 'Sop', readonly id: string }
    | { readonly __typename: 'SopVersion', readonly id: string }
    | { readonly __typename: 'Task', readonly id: string }
    | { readonly __typename: 'WebhookEndpoint', readonly id: string, readonly name: string, readonly url: string, readonly events: ReadonlyArray<WebhookEvent>, readonly state: WebhookState, readonly createdAt: string, readonly pausedAt: string | null, readonly failingSince: string | null, readonly lastSuccessAt: string | null, readonly previousSecretUntil: string | null, readonly waiting: number, readonly office: { readonly id: string, readonly name: string } | null }
   | null };

export type WebhookDeliveriesQueryVariables = Exact<{
  id: string | number;
  state?: WebhookDeliveryState | null | undefined;
  after?: string | null | undefined;
}>;


export type WebhookDeliveriesQuery = { readonly node:
    | { readonly __typename: 'ApiToken', readonly id: string }
    | { readonly __typename: 'Appointment', readonly id: string }
    | { readonly __typename: 'Instance', readonly id: string }
    | { readonly __typename: 'Leave', readonly id: string }
    | { readonly __typename: 'Office', readonly id: string }
    | { readonly __typename: 'Person', readonly id: string }
    | { readonly __typename: 'Position', readonly id: string }
    | { readonly __typename: 'ReviewNote', readonly id: string }
    | { readonly __typename: 'Sop', readonly id: string }
    | { readonly __typename: 'SopVersion', readonly id: string }
    | { readonly __typename: 'Task', readonly id: string }
    | { readonly __typename: 'WebhookEndpoint', readonly id: string, readonly deliveries: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly messageId: string, readonly event: WebhookEvent, readonly eventAt: string, readonly state: WebhookDeliveryState, readonly attempts: number, readonly attemptedAt: string, readonly nextAt: string | null, readonly status: number | null, readonly duration: number | null, readonly failure: WebhookFailure | null, readonly answer: string | null, readonly body: unknown }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
   | null };

export type DeliveryFieldsFragment = { readonly id: string, readonly messageId: string, readonly event: WebhookEvent, readonly eventAt: string, readonly state: WebhookDeliveryState, readonly attempts: number, readonly attemptedAt: string, readonly nextAt: string | null, readonly status: number | null, readonly duration: number | null, readonly failure: WebhookFailure | null, readonly answer: string | null, readonly body: unknown };

export type WebhookOfficesQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhookOfficesQuery = { readonly offices: ReadonlyArray<{ readonly id: string, readonly name: string }> };

export type CreateWebhookMutationVariables = Exact<{
  input: CreateWebhookInput;
}>;


export type CreateWebhookMutation = { readonly createWebhook: { readonly secret: string | null, readonly webhook: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type ChangeWebhookMutationVariables = Exact<{
  input: ChangeWebhookInput;
}>;


export type ChangeWebhookMutation = { readonly changeWebhook: { readonly webhook: { readonly id: string, readonly name: string, readonly url: string, readonly events: ReadonlyArray<WebhookEvent>, readonly state: WebhookState, readonly createdAt: string, readonly pausedAt: string | null, readonly failingSince: string | null, readonly lastSuccessAt: string | null, readonly previousSecretUntil: string | null, readonly waiting: number, readonly office: { readonly id: string, readonly name: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type SetWebhookPausedMutationVariables = Exact<{
  input: SetWebhookPausedInput;
}>;


export type SetWebhookPausedMutation = { readonly setWebhookPaused: { readonly webhook: { readonly id: string, readonly name: string, readonly url: string, readonly events: ReadonlyArray<WebhookEvent>, readonly state: WebhookState, readonly createdAt: string, readonly pausedAt: string | null, readonly failingSince: string | null, readonly lastSuccessAt: string | null, readonly previousSecretUntil: string | null, readonly waiting: number, readonly office: { readonly id: string, readonly name: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type RotateWebhookSecretMutationVariables = Exact<{
  input: WebhookInput;
}>;


export type RotateWebhookSecretMutation = { readonly rotateWebhookSecret: { readonly secret: string | null, readonly webhook: { readonly id: string, readonly previousSecretUntil: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type DeleteWebhookMutationVariables = Exact<{
  input: WebhookInput;
}>;


export type DeleteWebhookMutation = { readonly deleteWebhook: { readonly deletedId: string | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type TestWebhookMutationVariables = Exact<{
  input: WebhookInput;
}>;


export type TestWebhookMutation = { readonly testWebhook: { readonly webhook: { readonly id: string, readonly waiting: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type RedeliverWebhookMutationVariables = Exact<{
  input: RedeliverWebhookInput;
}>;


export type RedeliverWebhookMutation = { readonly redeliverWebhook: { readonly delivery: { readonly id: string, readonly messageId: string, readonly event: WebhookEvent, readonly eventAt: string, readonly state: WebhookDeliveryState, readonly attempts: number, readonly attemptedAt: string, readonly nextAt: string | null, readonly status: number | null, readonly duration: number | null, readonly failure: WebhookFailure | null, readonly answer: string | null, readonly body: unknown } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type WorklistQueryVariables = Exact<{
  filter?: TaskFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WorklistQuery = { readonly tasks: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly label: string | null, readonly visit: number, readonly status: TaskStatus, readonly openedAt: string, readonly closedAt: string | null, readonly dueAt: string | null, readonly overdue: boolean, readonly canClaim: boolean, readonly canRelease: boolean, readonly canComplete: boolean, readonly timeLeftParts: { readonly isLate: boolean, readonly days: number, readonly hours: number, readonly minutes: number } | null, readonly node: { readonly key: string, readonly text: string, readonly rowNumber: number | null }, readonly lane: { readonly key: string, readonly name: string, readonly position: { readonly id: string, readonly name: string, readonly holders: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null }, readonly assignee: { readonly id: string, readonly name: string } | null, readonly instance: { readonly id: string, readonly status: InstanceStatus, readonly title: string | null, readonly requesterName: string, readonly sop: { readonly id: string, readonly title: string } } }> } };

export type ClaimTaskMutationVariables = Exact<{
  input: TaskActionInput;
}>;


export type ClaimTaskMutation = { readonly claimTask: { readonly task: { readonly id: string, readonly status: TaskStatus, readonly canClaim: boolean, readonly canComplete: boolean, readonly canRelease: boolean, readonly assignee: { readonly id: string, readonly name: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type ReleaseTaskMutationVariables = Exact<{
  input: TaskActionInput;
}>;


export type ReleaseTaskMutation = { readonly releaseTask: { readonly task: { readonly id: string, readonly status: TaskStatus, readonly canClaim: boolean, readonly canComplete: boolean, readonly canRelease: boolean, readonly assignee: { readonly id: string, readonly name: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type WorklistCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type WorklistCountsQuery = { readonly worklistCounts: { readonly forMe: { readonly count: number, readonly hasMore: boolean }, readonly claimable: { readonly count: number, readonly hasMore: boolean }, readonly waiting: { readonly count: number, readonly hasMore: boolean }, readonly overdue: { readonly count: number, readonly hasMore: boolean } } };

export type ClaimTasksMutationVariables = Exact<{
  input: ClaimTasksInput;
}>;


export type ClaimTasksMutation = { readonly claimTasks: { readonly results: ReadonlyArray<{ readonly task: { readonly id: string, readonly status: TaskStatus } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> }> | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type WorklistChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type WorklistChoicesQuery = { readonly offices: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly sops: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: string | null, readonly part: string | null, readonly title: string, readonly office: { readonly id: string } }> } };

export type SopLanesQueryVariables = Exact<{
  id: string | number;
}>;


export type SopLanesQuery = { readonly node:
    | { readonly __typename: 'ApiToken', readonly id: string }
    | { readonly __typename: 'Appointment', readonly id: string }
    | { readonly __typename: 'Instance', readonly id: string }
    | { readonly __typename: 'Leave', readonly id: string }
    | { readonly __typename: 'Office', readonly id: string }
    | { readonly __typename: 'Person', readonly id: string }
    | { readonly __typename: 'Position', readonly id: string }
    | { readonly __typename: 'ReviewNote', readonly id: string }
    | { readonly __typename: 'Sop', readonly id: string, readonly inForce: { readonly id: string, readonly lanes: ReadonlyArray<{ readonly key: string, readonly name: string }> } | null }
    | { readonly __typename: 'SopVersion', readonly id: string }
    | { readonly __typename: 'Task', readonly id: string }
    | { readonly __typename: 'WebhookEndpoint', readonly id: string }
   | null };

export type SavedViewsQueryVariables = Exact<{ [key: string]: never; }>;


export type SavedViewsQuery = { readonly savedViews: ReadonlyArray<{ readonly id: string, readonly name: string, readonly filter: { readonly scope: TaskScope, readonly sopId: string | null, readonly laneKey: string | null, readonly officeId: string | null, readonly overdue: boolean | null, readonly search: string | null } }> };

export type SavedViewFieldsFragment = { readonly id: string, readonly name: string, readonly filter: { readonly scope: TaskScope, readonly sopId: string | null, readonly laneKey: string | null, readonly officeId: string | null, readonly overdue: boolean | null, readonly search: string | null } };

export type SaveViewMutationVariables = Exact<{
  input: SaveViewInput;
}>;


export type SaveViewMutation = { readonly saveView: { readonly view: { readonly id: string, readonly name: string, readonly filter: { readonly scope: TaskScope, readonly sopId: string | null, readonly laneKey: string | null, readonly officeId: string | null, readonly overdue: boolean | null, readonly search: string | null } } | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export type RemoveViewMutationVariables = Exact<{
  input: RemoveViewInput;
}>;


export type RemoveViewMutation = { readonly removeView: { readonly removedId: string | null, readonly userErrors: ReadonlyArray<{ readonly code: UserErrorCode, readonly field: string | null, readonly message: string }> } };

export const CalendarPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CalendarParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WorkingCalendar"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isOwn"}},{"kind":"Field","name":{"kind":"Name","value":"canEdit"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"minutesPerWorkingDay"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"weekly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weekday"}},{"kind":"Field","name":{"kind":"Name","value":"spans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"periods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"weekly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weekday"}},{"kind":"Field","name":{"kind":"Name","value":"spans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"daysOff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"extraDays"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"spans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"worksThrough"}}]}}]} as unknown as DocumentNode<CalendarPartsFragment, unknown>;
export const PreviewPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PreviewParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeadlinePreview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"movedTasks"}},{"kind":"Field","name":{"kind":"Name","value":"movedCases"}},{"kind":"Field","name":{"kind":"Name","value":"laterTasks"}},{"kind":"Field","name":{"kind":"Name","value":"examples"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}}]}}]} as unknown as DocumentNode<PreviewPartsFragment, unknown>;
export const RelatedCaseFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RelatedCase"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Instance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"requesterName"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]} as unknown as DocumentNode<RelatedCaseFragment, unknown>;
export const WaitingCallLineFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WaitingCallLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WaitingCall"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]} as unknown as DocumentNode<WaitingCallLineFragment, unknown>;
export const NoteFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoteFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReviewNote"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"targetType"}},{"kind":"Field","name":{"kind":"Name","value":"targetKey"}},{"kind":"Field","name":{"kind":"Name","value":"targetField"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"resolved"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"editedAt"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"resolvedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"canEdit"}},{"kind":"Field","name":{"kind":"Name","value":"canResolve"}}]}}]} as unknown as DocumentNode<NoteFieldsFragment, unknown>;
export const VersionGraphFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VersionGraph"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SopVersion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lanes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"bindingType"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"laneKey"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"work"}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"output"}}]}},{"kind":"Field","name":{"kind":"Name","value":"standardTime"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outputs"}},{"kind":"Field","name":{"kind":"Name","value":"remarks"}},{"kind":"Field","name":{"kind":"Name","value":"call"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sop"}},{"kind":"Field","name":{"kind":"Name","value":"waits"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outputs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<VersionGraphFragment, unknown>;
export const VersionDocumentFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VersionDocument"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SopVersion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"government"}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"procedure"}},{"kind":"Field","name":{"kind":"Name","value":"createdOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"iso"}}]}},{"kind":"Field","name":{"kind":"Name","value":"revisedOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"iso"}}]}},{"kind":"Field","name":{"kind":"Name","value":"effectiveOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"iso"}}]}},{"kind":"Field","name":{"kind":"Name","value":"enactedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"nip"}},{"kind":"Field","name":{"kind":"Name","value":"signature"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"lists"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"legalBasis"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"group"}}]}},{"kind":"Field","name":{"kind":"Name","value":"qualifications"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"group"}}]}},{"kind":"Field","name":{"kind":"Name","value":"relatedSops"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"group"}}]}},{"kind":"Field","name":{"kind":"Name","value":"equipment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"group"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"group"}}]}},{"kind":"Field","name":{"kind":"Name","value":"records"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"group"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"right"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"column"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"titles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"activity"}},{"kind":"Field","name":{"kind":"Name","value":"lanes"}},{"kind":"Field","name":{"kind":"Name","value":"standard"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"VersionGraph"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VersionGraph"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SopVersion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lanes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"bindingType"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"laneKey"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"work"}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"output"}}]}},{"kind":"Field","name":{"kind":"Name","value":"standardTime"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outputs"}},{"kind":"Field","name":{"kind":"Name","value":"remarks"}},{"kind":"Field","name":{"kind":"Name","value":"call"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sop"}},{"kind":"Field","name":{"kind":"Name","value":"waits"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outputs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<VersionDocumentFragment, unknown>;
export const NoticeSettingsFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoticeSettingsFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NotificationSettings"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailIsOn"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"mailMode"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"group"}},{"kind":"Field","name":{"kind":"Name","value":"inApp"}},{"kind":"Field","name":{"kind":"Name","value":"mail"}}]}}]}}]} as unknown as DocumentNode<NoticeSettingsFieldsFragment, unknown>;
export const AppointmentFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AppointmentFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Appointment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"firstDay"}},{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"canChange"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"standsInFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"leave"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<AppointmentFieldsFragment, unknown>;
export const CaseReceiptFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseReceipt"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Instance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"requesterName"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"canReissueReceipt"}},{"kind":"Field","name":{"kind":"Name","value":"receipt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"reissues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"government"}}]}}]}}]}}]} as unknown as DocumentNode<CaseReceiptFragment, unknown>;
export const RemindersFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RemindersFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reminders"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"atDeadline"}},{"kind":"Field","name":{"kind":"Name","value":"escalateAfter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}}]}}]} as unknown as DocumentNode<RemindersFieldsFragment, unknown>;
export const SopRemindersFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SopRemindersFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Sop"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hasOwnReminders"}},{"kind":"Field","name":{"kind":"Name","value":"remindersInUse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RemindersFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"remindersInUse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RemindersFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RemindersFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reminders"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"atDeadline"}},{"kind":"Field","name":{"kind":"Name","value":"escalateAfter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}}]}}]} as unknown as DocumentNode<SopRemindersFieldsFragment, unknown>;
export const CaseWhereaboutsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseWhereabouts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Whereabouts"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"places"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"lane"}},{"kind":"Field","name":{"kind":"Name","value":"isRequester"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"taskId"}},{"kind":"Field","name":{"kind":"Name","value":"requirements"}},{"kind":"Field","name":{"kind":"Name","value":"arrival"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lane"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}},{"kind":"Field","name":{"kind":"Name","value":"isBack"}}]}}]}}]}}]} as unknown as DocumentNode<CaseWhereaboutsFragment, unknown>;
export const StuckItemFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StuckItemFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StuckItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"alternatives"}},{"kind":"Field","name":{"kind":"Name","value":"openSince"}},{"kind":"Field","name":{"kind":"Name","value":"openFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"hours"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assigneeAwayUntil"}},{"kind":"Field","name":{"kind":"Name","value":"remindedAt"}},{"kind":"Field","name":{"kind":"Name","value":"instance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"requesterName"}},{"kind":"Field","name":{"kind":"Name","value":"holdReason"}},{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeLeftParts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isLate"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"hours"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"rowNumber"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lane"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"holders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"waitingCall"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]} as unknown as DocumentNode<StuckItemFieldsFragment, unknown>;
export const FilePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FileParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}}]}}]} as unknown as DocumentNode<FilePartsFragment, unknown>;
export const TaskFilesFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFiles"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"given"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FileParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"file"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FileParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FileParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}}]}}]} as unknown as DocumentNode<TaskFilesFragment, unknown>;
export const TaskStateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"comment"}},{"kind":"Field","name":{"kind":"Name","value":"canClaim"}},{"kind":"Field","name":{"kind":"Name","value":"canComplete"}},{"kind":"Field","name":{"kind":"Name","value":"canRelease"}},{"kind":"Field","name":{"kind":"Name","value":"canRecall"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFiles"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FileParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFiles"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"given"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FileParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"file"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FileParts"}}]}}]}}]}}]} as unknown as DocumentNode<TaskStateFragment, unknown>;
export const NextTaskFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NextTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeLeftParts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isLate"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"hours"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"canComplete"}},{"kind":"Field","name":{"kind":"Name","value":"nobodyHolds"}},{"kind":"Field","name":{"kind":"Name","value":"assigneeCapacity"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lane"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"bindingType"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"holders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]} as unknown as DocumentNode<NextTaskFragment, unknown>;
export const CaseNowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseNow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Instance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"holdReason"}},{"kind":"Field","name":{"kind":"Name","value":"openTasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NextTask"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NextTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeLeftParts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isLate"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"hours"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"canComplete"}},{"kind":"Field","name":{"kind":"Name","value":"nobodyHolds"}},{"kind":"Field","name":{"kind":"Name","value":"assigneeCapacity"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lane"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"bindingType"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"holders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]} as unknown as DocumentNode<CaseNowFragment, unknown>;
export const CaseTaskFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"visit"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"comment"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lane"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFiles"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FileParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFiles"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"given"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FileParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"file"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FileParts"}}]}}]}}]}}]} as unknown as DocumentNode<CaseTaskFragment, unknown>;
export const DurationPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DurationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DurationFigures"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"p50"}},{"kind":"Field","name":{"kind":"Name","value":"p90"}},{"kind":"Field","name":{"kind":"Name","value":"p95"}}]}}]} as unknown as DocumentNode<DurationPartsFragment, unknown>;
export const CaseFigurePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseFigureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFigures"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"started"}},{"kind":"Field","name":{"kind":"Name","value":"completed"}},{"kind":"Field","name":{"kind":"Name","value":"cancelled"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"leadTimes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DurationParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DurationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DurationFigures"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"p50"}},{"kind":"Field","name":{"kind":"Name","value":"p90"}},{"kind":"Field","name":{"kind":"Name","value":"p95"}}]}}]} as unknown as DocumentNode<CaseFigurePartsFragment, unknown>;
export const LaneNameFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LaneName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ThroughputLane"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isRequesters"}},{"kind":"Field","name":{"kind":"Name","value":"laneKey"}}]}}]} as unknown as DocumentNode<LaneNameFragment, unknown>;
export const LaneFigurePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LaneFigureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LaneFigures"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lane"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LaneName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"arrived"}},{"kind":"Field","name":{"kind":"Name","value":"finished"}},{"kind":"Field","name":{"kind":"Name","value":"waiting"}},{"kind":"Field","name":{"kind":"Name","value":"withStandard"}},{"kind":"Field","name":{"kind":"Name","value":"onTime"}},{"kind":"Field","name":{"kind":"Name","value":"rework"}},{"kind":"Field","name":{"kind":"Name","value":"share"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LaneName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ThroughputLane"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isRequesters"}},{"kind":"Field","name":{"kind":"Name","value":"laneKey"}}]}}]} as unknown as DocumentNode<LaneFigurePartsFragment, unknown>;
export const WebhookFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookEndpoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"pausedAt"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"previousSecretUntil"}},{"kind":"Field","name":{"kind":"Name","value":"waiting"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<WebhookFieldsFragment, unknown>;
export const DeliveryFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"messageId"}},{"kind":"Field","name":{"kind":"Name","value":"event"}},{"kind":"Field","name":{"kind":"Name","value":"eventAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"attemptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextAt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"body"}}]}}]} as unknown as DocumentNode<DeliveryFieldsFragment, unknown>;
export const SavedViewFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SavedViewFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SavedView"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"filter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"sopId"}},{"kind":"Field","name":{"kind":"Name","value":"laneKey"}},{"kind":"Field","name":{"kind":"Name","value":"officeId"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"search"}}]}}]}}]} as unknown as DocumentNode<SavedViewFieldsFragment, unknown>;
export const MeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"government"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"appointments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MeQuery, MeQueryVariables>;
export const SignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;
export const SignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"done"}}]}}]}}]} as unknown as DocumentNode<SignOutMutation, SignOutMutationVariables>;
export const ChangePasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangePassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangePasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changePassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const SetMyLocaleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetMyLocale"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetMyLocaleInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setMyLocale"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SetMyLocaleMutation, SetMyLocaleMutationVariables>;
export const DeskChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"DeskChanged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deskChanged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"instanceId"}},{"kind":"Field","name":{"kind":"Name","value":"unread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"hasMore"}}]}}]}}]}}]} as unknown as DocumentNode<DeskChangedSubscription, DeskChangedSubscriptionVariables>;
export const AuditTrailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditTrail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AuditFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditEntries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"actorType"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"subjectType"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"subjectId"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AuditTrailQuery, AuditTrailQueryVariables>;
export const PeopleNamesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PeopleNames"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<PeopleNamesQuery, PeopleNamesQueryVariables>;
export const PersonNameDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonName"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<PersonNameQuery, PersonNameQueryVariables>;
export const CalendarOfficesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CalendarOffices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"offices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<CalendarOfficesQuery, CalendarOfficesQueryVariables>;
export const CalendarYearDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CalendarYear"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"year"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workingCalendar"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"officeId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isOwn"}},{"kind":"Field","name":{"kind":"Name","value":"canEdit"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"minutesPerWorkingDay"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"days"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"year"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"isWorked"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"names"}},{"kind":"Field","name":{"kind":"Name","value":"spans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CalendarYearQuery, CalendarYearQueryVariables>;
export const WorkingCalendarToEditDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkingCalendarToEdit"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workingCalendar"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"officeId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CalendarParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CalendarParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WorkingCalendar"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isOwn"}},{"kind":"Field","name":{"kind":"Name","value":"canEdit"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"minutesPerWorkingDay"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"weekly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weekday"}},{"kind":"Field","name":{"kind":"Name","value":"spans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"periods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"weekly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weekday"}},{"kind":"Field","name":{"kind":"Name","value":"spans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"daysOff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"extraDays"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"spans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"worksThrough"}}]}}]} as unknown as DocumentNode<WorkingCalendarToEditQuery, WorkingCalendarToEditQueryVariables>;
export const CalendarChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CalendarChanges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workingCalendar"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"officeId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"isForAll"}},{"kind":"Field","name":{"kind":"Name","value":"movedTasks"}},{"kind":"Field","name":{"kind":"Name","value":"movedCases"}},{"kind":"Field","name":{"kind":"Name","value":"isSettled"}},{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CalendarChangesQuery, CalendarChangesQueryVariables>;
export const SaveWorkingCalendarDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveWorkingCalendar"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SaveWorkingCalendarInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"saveWorkingCalendar"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"calendar"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CalendarParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CalendarParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WorkingCalendar"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isOwn"}},{"kind":"Field","name":{"kind":"Name","value":"canEdit"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"minutesPerWorkingDay"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"weekly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weekday"}},{"kind":"Field","name":{"kind":"Name","value":"spans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"periods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"weekly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weekday"}},{"kind":"Field","name":{"kind":"Name","value":"spans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"daysOff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"extraDays"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"spans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"worksThrough"}}]}}]} as unknown as DocumentNode<SaveWorkingCalendarMutation, SaveWorkingCalendarMutationVariables>;
export const DropWorkingCalendarDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DropWorkingCalendar"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DropWorkingCalendarInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dropWorkingCalendar"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"calendar"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CalendarParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CalendarParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WorkingCalendar"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isOwn"}},{"kind":"Field","name":{"kind":"Name","value":"canEdit"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"minutesPerWorkingDay"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"weekly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weekday"}},{"kind":"Field","name":{"kind":"Name","value":"spans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"periods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"weekly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weekday"}},{"kind":"Field","name":{"kind":"Name","value":"spans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"daysOff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"extraDays"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"spans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"worksThrough"}}]}}]} as unknown as DocumentNode<DropWorkingCalendarMutation, DropWorkingCalendarMutationVariables>;
export const PreviewWorkingCalendarDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PreviewWorkingCalendar"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SaveWorkingCalendarInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewWorkingCalendar"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PreviewParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PreviewParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeadlinePreview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"movedTasks"}},{"kind":"Field","name":{"kind":"Name","value":"movedCases"}},{"kind":"Field","name":{"kind":"Name","value":"laterTasks"}},{"kind":"Field","name":{"kind":"Name","value":"examples"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}}]}}]} as unknown as DocumentNode<PreviewWorkingCalendarQuery, PreviewWorkingCalendarQueryVariables>;
export const HolidaysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Holidays"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"year"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holidays"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"year"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"canEdit"}},{"kind":"Field","name":{"kind":"Name","value":"days"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}}]}}]}}]}}]} as unknown as DocumentNode<HolidaysQuery, HolidaysQueryVariables>;
export const SaveHolidaysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveHolidays"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SaveHolidaysInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"saveHolidays"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holidays"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"canEdit"}},{"kind":"Field","name":{"kind":"Name","value":"days"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SaveHolidaysMutation, SaveHolidaysMutationVariables>;
export const PreviewHolidaysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PreviewHolidays"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SaveHolidaysInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewHolidays"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PreviewParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PreviewParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeadlinePreview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"movedTasks"}},{"kind":"Field","name":{"kind":"Name","value":"movedCases"}},{"kind":"Field","name":{"kind":"Name","value":"laterTasks"}},{"kind":"Field","name":{"kind":"Name","value":"examples"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}}]}}]} as unknown as DocumentNode<PreviewHolidaysQuery, PreviewHolidaysQueryVariables>;
export const CasesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Cases"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"InstanceFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"instances"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"requesterName"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"leadTime"}},{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"openTasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"lane"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CasesQuery, CasesQueryVariables>;
export const CaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Case"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Instance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"requesterName"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"leadTime"}},{"kind":"Field","name":{"kind":"Name","value":"timeShares"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lane"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"isRework"}},{"kind":"Field","name":{"kind":"Name","value":"working"}},{"kind":"Field","name":{"kind":"Name","value":"workingParts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"hours"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"holdReason"}},{"kind":"Field","name":{"kind":"Name","value":"canHold"}},{"kind":"Field","name":{"kind":"Name","value":"canCancel"}},{"kind":"Field","name":{"kind":"Name","value":"canComment"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseReceipt"}},{"kind":"Field","name":{"kind":"Name","value":"whereabouts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseWhereabouts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"startedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"government"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"VersionGraph"}}]}},{"kind":"Field","name":{"kind":"Name","value":"openTasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NextTask"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"assigneeCapacity"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"parent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RelatedCase"}}]}},{"kind":"Field","name":{"kind":"Name","value":"children"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RelatedCase"}}]}},{"kind":"Field","name":{"kind":"Name","value":"waitingCalls"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WaitingCallLine"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}},{"kind":"Field","name":{"kind":"Name","value":"actingAs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseReceipt"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Instance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"requesterName"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"canReissueReceipt"}},{"kind":"Field","name":{"kind":"Name","value":"receipt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"reissues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"government"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseWhereabouts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Whereabouts"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"places"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"lane"}},{"kind":"Field","name":{"kind":"Name","value":"isRequester"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"taskId"}},{"kind":"Field","name":{"kind":"Name","value":"requirements"}},{"kind":"Field","name":{"kind":"Name","value":"arrival"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lane"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}},{"kind":"Field","name":{"kind":"Name","value":"isBack"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VersionGraph"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SopVersion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lanes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"bindingType"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"laneKey"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"work"}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"output"}}]}},{"kind":"Field","name":{"kind":"Name","value":"standardTime"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outputs"}},{"kind":"Field","name":{"kind":"Name","value":"remarks"}},{"kind":"Field","name":{"kind":"Name","value":"call"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sop"}},{"kind":"Field","name":{"kind":"Name","value":"waits"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outputs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NextTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeLeftParts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isLate"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"hours"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"canComplete"}},{"kind":"Field","name":{"kind":"Name","value":"nobodyHolds"}},{"kind":"Field","name":{"kind":"Name","value":"assigneeCapacity"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lane"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"bindingType"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"holders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RelatedCase"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Instance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"requesterName"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WaitingCallLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WaitingCall"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]} as unknown as DocumentNode<CaseQuery, CaseQueryVariables>;
export const WaitingCallsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WaitingCalls"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"waitingCalls"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WaitingCallLine"}},{"kind":"Field","name":{"kind":"Name","value":"instance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"requesterName"}},{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WaitingCallLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WaitingCall"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]} as unknown as DocumentNode<WaitingCallsQuery, WaitingCallsQueryVariables>;
export const CommentOnInstanceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CommentOnInstance"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CommentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commentOnInstance"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"instance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CommentOnInstanceMutation, CommentOnInstanceMutationVariables>;
export const CaseChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"CaseChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"instanceChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<CaseChangedSubscription, CaseChangedSubscriptionVariables>;
export const HoldInstanceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HoldInstance"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InstanceReasonInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holdInstance"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"instance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<HoldInstanceMutation, HoldInstanceMutationVariables>;
export const ResumeInstanceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResumeInstance"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InstanceActionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resumeInstance"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"instance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ResumeInstanceMutation, ResumeInstanceMutationVariables>;
export const CancelInstanceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelInstance"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InstanceReasonInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelInstance"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"instance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CancelInstanceMutation, CancelInstanceMutationVariables>;
export const CatalogueDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Catalogue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CatalogueFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"catalogue"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requirements"}},{"kind":"Field","name":{"kind":"Name","value":"workedBy"}},{"kind":"Field","name":{"kind":"Name","value":"stepCount"}},{"kind":"Field","name":{"kind":"Name","value":"expectedTime"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workingMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"minutesPerWorkingDay"}},{"kind":"Field","name":{"kind":"Name","value":"isPartial"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"government"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CatalogueQuery, CatalogueQueryVariables>;
export const ConnectorCheckDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConnectorCheck"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SopVersion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connectorCheck"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"nodeIds"}},{"kind":"Field","name":{"kind":"Name","value":"sopTitles"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ConnectorCheckQuery, ConnectorCheckQueryVariables>;
export const RenumberSopDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenumberSop"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RenumberSopInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renumberSop"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"part"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RenumberSopMutation, RenumberSopMutationVariables>;
export const OfficeColumnsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OfficeColumns"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Office"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"formColumns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"right"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"column"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"titles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"activity"}},{"kind":"Field","name":{"kind":"Name","value":"lanes"}},{"kind":"Field","name":{"kind":"Name","value":"standard"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<OfficeColumnsQuery, OfficeColumnsQueryVariables>;
export const SetOfficeFormColumnsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetOfficeFormColumns"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetOfficeFormColumnsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setOfficeFormColumns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SetOfficeFormColumnsMutation, SetOfficeFormColumnsMutationVariables>;
export const VersionNotesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"VersionNotes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SopVersion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notesRevision"}},{"kind":"Field","name":{"kind":"Name","value":"canAddNote"}},{"kind":"Field","name":{"kind":"Name","value":"notes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NoteFields"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoteFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReviewNote"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"targetType"}},{"kind":"Field","name":{"kind":"Name","value":"targetKey"}},{"kind":"Field","name":{"kind":"Name","value":"targetField"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"resolved"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"editedAt"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"resolvedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"canEdit"}},{"kind":"Field","name":{"kind":"Name","value":"canResolve"}}]}}]} as unknown as DocumentNode<VersionNotesQuery, VersionNotesQueryVariables>;
export const AddNoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddNote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddNoteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addNote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"note"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<AddNoteMutation, AddNoteMutationVariables>;
export const EditNoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EditNote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EditNoteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"editNote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"note"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<EditNoteMutation, EditNoteMutationVariables>;
export const RemoveNoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveNote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveNoteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeNote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RemoveNoteMutation, RemoveNoteMutationVariables>;
export const ResolveNoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResolveNote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResolveNoteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resolveNote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"note"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"resolved"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ResolveNoteMutation, ResolveNoteMutationVariables>;
export const PaperLinksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PaperLinks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SopVersion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"papers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pdf"}},{"kind":"Field","name":{"kind":"Name","value":"docx"}},{"kind":"Field","name":{"kind":"Name","value":"svg"}},{"kind":"Field","name":{"kind":"Name","value":"png"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"papers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pdf"}},{"kind":"Field","name":{"kind":"Name","value":"docx"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<PaperLinksQuery, PaperLinksQueryVariables>;
export const DraftPulseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DraftPulse"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DraftPulseInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"draftPulse"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"edits"}},{"kind":"Field","name":{"kind":"Name","value":"editedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notesRevision"}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tab"}},{"kind":"Field","name":{"kind":"Name","value":"focus"}},{"kind":"Field","name":{"kind":"Name","value":"canEdit"}},{"kind":"Field","name":{"kind":"Name","value":"isMe"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<DraftPulseMutation, DraftPulseMutationVariables>;
export const SopDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sop"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Sop"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"canStart"}},{"kind":"Field","name":{"kind":"Name","value":"canEdit"}},{"kind":"Field","name":{"kind":"Name","value":"canEnact"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ruleLevels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"inForce"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"draft"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"enactedAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SopQuery, SopQueryVariables>;
export const VersionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Version"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SopVersion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}},{"kind":"Field","name":{"kind":"Name","value":"enactedAt"}},{"kind":"Field","name":{"kind":"Name","value":"enactedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"VersionDocument"}},{"kind":"Field","name":{"kind":"Name","value":"sentBack"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"submission"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"notes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NoteFields"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VersionGraph"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SopVersion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lanes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"bindingType"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"laneKey"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"work"}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"output"}}]}},{"kind":"Field","name":{"kind":"Name","value":"standardTime"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outputs"}},{"kind":"Field","name":{"kind":"Name","value":"remarks"}},{"kind":"Field","name":{"kind":"Name","value":"call"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sop"}},{"kind":"Field","name":{"kind":"Name","value":"waits"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outputs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VersionDocument"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SopVersion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"government"}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"procedure"}},{"kind":"Field","name":{"kind":"Name","value":"createdOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"iso"}}]}},{"kind":"Field","name":{"kind":"Name","value":"revisedOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"iso"}}]}},{"kind":"Field","name":{"kind":"Name","value":"effectiveOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"iso"}}]}},{"kind":"Field","name":{"kind":"Name","value":"enactedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"nip"}},{"kind":"Field","name":{"kind":"Name","value":"signature"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"lists"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"legalBasis"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"group"}}]}},{"kind":"Field","name":{"kind":"Name","value":"qualifications"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"group"}}]}},{"kind":"Field","name":{"kind":"Name","value":"relatedSops"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"group"}}]}},{"kind":"Field","name":{"kind":"Name","value":"equipment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"group"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"group"}}]}},{"kind":"Field","name":{"kind":"Name","value":"records"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"group"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"right"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"column"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"titles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"activity"}},{"kind":"Field","name":{"kind":"Name","value":"lanes"}},{"kind":"Field","name":{"kind":"Name","value":"standard"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"VersionGraph"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoteFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReviewNote"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"targetType"}},{"kind":"Field","name":{"kind":"Name","value":"targetKey"}},{"kind":"Field","name":{"kind":"Name","value":"targetField"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"resolved"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"editedAt"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"resolvedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"canEdit"}},{"kind":"Field","name":{"kind":"Name","value":"canResolve"}}]}}]} as unknown as DocumentNode<VersionQuery, VersionQueryVariables>;
export const PositionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Positions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"positions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"officeId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"holders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<PositionsQuery, PositionsQueryVariables>;
export const EditDraftDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EditDraft"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EditDraftInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"editDraft"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conflict"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"edits"}},{"kind":"Field","name":{"kind":"Name","value":"editedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<EditDraftMutation, EditDraftMutationVariables>;
export const EnactVersionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EnactVersion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EnactVersionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enactVersion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","alias":{"kind":"Name","value":"nodeKeys"},"name":{"kind":"Name","value":"nodeIds"}},{"kind":"Field","alias":{"kind":"Name","value":"edgeKeys"},"name":{"kind":"Name","value":"edgeIds"}},{"kind":"Field","alias":{"kind":"Name","value":"laneKeys"},"name":{"kind":"Name","value":"laneIds"}},{"kind":"Field","name":{"kind":"Name","value":"run"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"node"},"name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","alias":{"kind":"Name","value":"outcome"},"name":{"kind":"Name","value":"outcomeId"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<EnactVersionMutation, EnactVersionMutationVariables>;
export const SubmitVersionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitVersion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"VersionActionInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"message"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitVersion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"message"},"value":{"kind":"Variable","name":{"kind":"Name","value":"message"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SubmitVersionMutation, SubmitVersionMutationVariables>;
export const WithdrawSubmissionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawSubmission"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"VersionActionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawSubmission"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<WithdrawSubmissionMutation, WithdrawSubmissionMutationVariables>;
export const ReviseSopDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReviseSop"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReviseSopInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reviseSop"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ReviseSopMutation, ReviseSopMutationVariables>;
export const RetireSopDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetireSop"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RetireSopInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retireSop"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RetireSopMutation, RetireSopMutationVariables>;
export const WorkingDayDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkingDay"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workingCalendar"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"officeId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minutesPerWorkingDay"}}]}}]}}]} as unknown as DocumentNode<WorkingDayQuery, WorkingDayQueryVariables>;
export const DocumentAtDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DocumentAt"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"revision"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SopVersion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentAt"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"revision"},"value":{"kind":"Variable","name":{"kind":"Name","value":"revision"}}}]}]}}]}}]}}]} as unknown as DocumentNode<DocumentAtQuery, DocumentAtQueryVariables>;
export const VersionChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"VersionChanges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SopVersion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<VersionChangesQuery, VersionChangesQueryVariables>;
export const SendBackVersionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendBackVersion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendBackVersionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendBackVersion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SendBackVersionMutation, SendBackVersionMutationVariables>;
export const UnscheduleVersionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnscheduleVersion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnscheduleVersionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unscheduleVersion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<UnscheduleVersionMutation, UnscheduleVersionMutationVariables>;
export const CreateUploadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateUpload"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateUploadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createUpload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"chunkSize"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CreateUploadMutation, CreateUploadMutationVariables>;
export const WhoAmIDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoAmI"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<WhoAmIQuery, WhoAmIQueryVariables>;
export const FollowCaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FollowCase"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FollowCaseInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"followCase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"case"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"requesterName"}},{"kind":"Field","name":{"kind":"Name","value":"sopTitle"}},{"kind":"Field","name":{"kind":"Name","value":"sopNumber"}},{"kind":"Field","name":{"kind":"Name","value":"officeName"}},{"kind":"Field","name":{"kind":"Name","value":"government"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"whereabouts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseWhereabouts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"form"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lanes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isRequester"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"laneKey"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"work"}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"output"}}]}},{"kind":"Field","name":{"kind":"Name","value":"standardTime"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outputs"}},{"kind":"Field","name":{"kind":"Name","value":"remarks"}},{"kind":"Field","name":{"kind":"Name","value":"call"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sop"}},{"kind":"Field","name":{"kind":"Name","value":"waits"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outputs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"marks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodeKey"}},{"kind":"Field","name":{"kind":"Name","value":"laneKey"}},{"kind":"Field","name":{"kind":"Name","value":"isOpen"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"lane"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseWhereabouts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Whereabouts"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"places"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"lane"}},{"kind":"Field","name":{"kind":"Name","value":"isRequester"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"taskId"}},{"kind":"Field","name":{"kind":"Name","value":"requirements"}},{"kind":"Field","name":{"kind":"Name","value":"arrival"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lane"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}},{"kind":"Field","name":{"kind":"Name","value":"isBack"}}]}}]}}]}}]} as unknown as DocumentNode<FollowCaseQuery, FollowCaseQueryVariables>;
export const MyLeavesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyLeaves"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"appointments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"states"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"CURRENT"},{"kind":"EnumValue","value":"UPCOMING"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leaves"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"states"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"PAST"},{"kind":"EnumValue","value":"CURRENT"},{"kind":"EnumValue","value":"UPCOMING"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"firstDay"}},{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"canCancel"}},{"kind":"Field","name":{"kind":"Name","value":"standIn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"appointments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MyLeavesQuery, MyLeavesQueryVariables>;
export const ReportLeaveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReportLeave"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReportLeaveInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportLeave"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leave"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"appointments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ReportLeaveMutation, ReportLeaveMutationVariables>;
export const CancelLeaveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelLeave"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelLeaveInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelLeave"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leave"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"appointments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CancelLeaveMutation, CancelLeaveMutationVariables>;
export const MailStateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MailState"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailState"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isOn"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"waiting"}},{"kind":"Field","name":{"kind":"Name","value":"oldestAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"lastSentAt"}},{"kind":"Field","name":{"kind":"Name","value":"givenUp"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]}}]}}]} as unknown as DocumentNode<MailStateQuery, MailStateQueryVariables>;
export const SendTestMailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendTestMail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendTestMail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sentTo"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SendTestMailMutation, SendTestMailMutationVariables>;
export const UnreadCountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UnreadCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unreadNotifications"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"hasMore"}}]}}]}}]} as unknown as DocumentNode<UnreadCountQuery, UnreadCountQueryVariables>;
export const NoticesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Notices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"unreadOnly"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"unreadOnly"},"value":{"kind":"Variable","name":{"kind":"Name","value":"unreadOnly"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"group"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"unread"}},{"kind":"Field","name":{"kind":"Name","value":"isOver"}},{"kind":"Field","name":{"kind":"Name","value":"headline"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"taskId"}},{"kind":"Field","name":{"kind":"Name","value":"instanceId"}},{"kind":"Field","name":{"kind":"Name","value":"sopId"}},{"kind":"Field","name":{"kind":"Name","value":"positionId"}}]}}]}}]}}]} as unknown as DocumentNode<NoticesQuery, NoticesQueryVariables>;
export const MarkNotificationsReadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkNotificationsRead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MarkNotificationsReadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markNotificationsRead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"hasMore"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<MarkNotificationsReadMutation, MarkNotificationsReadMutationVariables>;
export const MarkAllNotificationsReadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkAllNotificationsRead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markAllNotificationsRead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"hasMore"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<MarkAllNotificationsReadMutation, MarkAllNotificationsReadMutationVariables>;
export const NoticeSettingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NoticeSettings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notificationSettings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NoticeSettingsFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoticeSettingsFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NotificationSettings"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailIsOn"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"mailMode"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"group"}},{"kind":"Field","name":{"kind":"Name","value":"inApp"}},{"kind":"Field","name":{"kind":"Name","value":"mail"}}]}}]}}]} as unknown as DocumentNode<NoticeSettingsQuery, NoticeSettingsQueryVariables>;
export const SetNoticeSettingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetNoticeSettings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetNotificationSettingsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setNotificationSettings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NoticeSettingsFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoticeSettingsFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NotificationSettings"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailIsOn"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"mailMode"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"group"}},{"kind":"Field","name":{"kind":"Name","value":"inApp"}},{"kind":"Field","name":{"kind":"Name","value":"mail"}}]}}]}}]} as unknown as DocumentNode<SetNoticeSettingsMutation, SetNoticeSettingsMutationVariables>;
export const SetEmailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetEmail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetEmailInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setEmail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SetEmailMutation, SetEmailMutationVariables>;
export const OfficeBookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OfficeBook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"offices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"government"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}}]}}]} as unknown as DocumentNode<OfficeBookQuery, OfficeBookQueryVariables>;
export const CreateOfficeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateOffice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateOfficeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createOffice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CreateOfficeMutation, CreateOfficeMutationVariables>;
export const UpdateOfficeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateOffice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateOfficeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateOffice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateOfficeMutation, UpdateOfficeMutationVariables>;
export const CaseRulesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CaseRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"offices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"missingRequirements"}},{"kind":"Field","name":{"kind":"Name","value":"remindersInUse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RemindersFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ruleLevels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"defaultLevel"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RemindersFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reminders"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"atDeadline"}},{"kind":"Field","name":{"kind":"Name","value":"escalateAfter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}}]}}]} as unknown as DocumentNode<CaseRulesQuery, CaseRulesQueryVariables>;
export const SetMissingRequirementsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetMissingRequirements"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetMissingRequirementsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setMissingRequirements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"missingRequirements"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SetMissingRequirementsMutation, SetMissingRequirementsMutationVariables>;
export const SetOfficeRuleLevelsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetOfficeRuleLevels"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetOfficeRuleLevelsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setOfficeRuleLevels"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"ruleLevels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"defaultLevel"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SetOfficeRuleLevelsMutation, SetOfficeRuleLevelsMutationVariables>;
export const PeopleImportPreviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PeopleImportPreview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeopleImportInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"peopleImportPreview"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"previousName"}},{"kind":"Field","name":{"kind":"Name","value":"addsNip"}},{"kind":"Field","name":{"kind":"Name","value":"addedRoles"}},{"kind":"Field","name":{"kind":"Name","value":"makesPosition"}},{"kind":"Field","name":{"kind":"Name","value":"appoints"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<PeopleImportPreviewQuery, PeopleImportPreviewQueryVariables>;
export const ImportPeopleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ImportPeople"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeopleImportInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importPeople"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"made"}},{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"positions"}},{"kind":"Field","name":{"kind":"Name","value":"holders"}}]}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"temporaryPassword"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ImportPeopleMutation, ImportPeopleMutationVariables>;
export const PeopleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"People"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"role"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Role"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"disabled"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"officeId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}}},{"kind":"Argument","name":{"kind":"Name","value":"role"},"value":{"kind":"Variable","name":{"kind":"Name","value":"role"}}},{"kind":"Argument","name":{"kind":"Name","value":"disabled"},"value":{"kind":"Variable","name":{"kind":"Name","value":"disabled"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nip"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"disabled"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PeopleQuery, PeopleQueryVariables>;
export const ResetPasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResetPassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResetPasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resetPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"temporaryPassword"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const SetPersonDisabledDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetPersonDisabled"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetPersonDisabledInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setPersonDisabled"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"disabled"}}]}},{"kind":"Field","name":{"kind":"Name","value":"releasedTasks"}},{"kind":"Field","name":{"kind":"Name","value":"leftTasks"}},{"kind":"Field","name":{"kind":"Name","value":"vacantPositions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SetPersonDisabledMutation, SetPersonDisabledMutationVariables>;
export const PersonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Person"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nip"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"disabled"}},{"kind":"Field","name":{"kind":"Name","value":"mustChangePassword"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"claimedTaskCount"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"appointments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"states"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"PAST"},{"kind":"EnumValue","value":"CURRENT"},{"kind":"EnumValue","value":"UPCOMING"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AppointmentFields"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"holders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AppointmentFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Appointment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"firstDay"}},{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"canChange"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"standsInFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"leave"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<PersonQuery, PersonQueryVariables>;
export const CreatePersonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreatePerson"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreatePersonInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createPerson"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"temporaryPassword"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CreatePersonMutation, CreatePersonMutationVariables>;
export const UpdatePersonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdatePerson"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdatePersonInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updatePerson"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<UpdatePersonMutation, UpdatePersonMutationVariables>;
export const SetPersonRolesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetPersonRoles"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetPersonRolesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setPersonRoles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SetPersonRolesMutation, SetPersonRolesMutationVariables>;
export const MovePersonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MovePerson"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MovePersonInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"movePerson"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"releasedTasks"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<MovePersonMutation, MovePersonMutationVariables>;
export const PositionBookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PositionBook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"offices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"officeId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isHead"}},{"kind":"Field","name":{"kind":"Name","value":"superior"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"openTaskCount"}},{"kind":"Field","name":{"kind":"Name","value":"canAppointActing"}},{"kind":"Field","name":{"kind":"Name","value":"sopsInForce"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"vacancy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"isNow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"appointments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AppointmentFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AppointmentFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Appointment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"firstDay"}},{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"canChange"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"standsInFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"leave"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<PositionBookQuery, PositionBookQueryVariables>;
export const PositionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Position"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Position"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"isHead"}},{"kind":"Field","name":{"kind":"Name","value":"retired"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"superior"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"openTaskCount"}},{"kind":"Field","name":{"kind":"Name","value":"canAppoint"}},{"kind":"Field","name":{"kind":"Name","value":"canAppointActing"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sopsInForce"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"vacancy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"isNow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"appointments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"states"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"PAST"},{"kind":"EnumValue","value":"CURRENT"},{"kind":"EnumValue","value":"UPCOMING"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AppointmentFields"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AppointmentFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Appointment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"firstDay"}},{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"canChange"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"standsInFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"leave"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<PositionQuery, PositionQueryVariables>;
export const VacantCountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"VacantCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"vacantPositions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<VacantCountQuery, VacantCountQueryVariables>;
export const ColleaguesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Colleagues"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"officeId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"disabled"}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ColleaguesQuery, ColleaguesQueryVariables>;
export const AppointHolderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AppointHolder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AppointHolderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appointHolder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appointment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<AppointHolderMutation, AppointHolderMutationVariables>;
export const ChangeAppointmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeAppointment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeAppointmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeAppointment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appointment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ChangeAppointmentMutation, ChangeAppointmentMutationVariables>;
export const EndAppointmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndAppointment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndAppointmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endAppointment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appointment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<EndAppointmentMutation, EndAppointmentMutationVariables>;
export const CreatePositionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreatePosition"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreatePositionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createPosition"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CreatePositionMutation, CreatePositionMutationVariables>;
export const UpdatePositionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdatePosition"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdatePositionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updatePosition"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<UpdatePositionMutation, UpdatePositionMutationVariables>;
export const SetPositionRetiredDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetPositionRetired"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetPositionRetiredInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setPositionRetired"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"retired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SetPositionRetiredMutation, SetPositionRetiredMutationVariables>;
export const SuperiorsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Superiors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"positions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<SuperiorsQuery, SuperiorsQueryVariables>;
export const ReissueReceiptDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReissueReceipt"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReissueReceiptInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reissueReceipt"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"receipt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"secret"}}]}},{"kind":"Field","name":{"kind":"Name","value":"instance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseReceipt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseReceipt"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Instance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"requesterName"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"canReissueReceipt"}},{"kind":"Field","name":{"kind":"Name","value":"receipt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"reissues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"government"}}]}}]}}]}}]} as unknown as DocumentNode<ReissueReceiptMutation, ReissueReceiptMutationVariables>;
export const SopRemindersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SopReminders"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SopRemindersFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RemindersFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reminders"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"atDeadline"}},{"kind":"Field","name":{"kind":"Name","value":"escalateAfter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SopRemindersFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Sop"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hasOwnReminders"}},{"kind":"Field","name":{"kind":"Name","value":"remindersInUse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RemindersFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"remindersInUse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RemindersFields"}}]}}]}}]}}]} as unknown as DocumentNode<SopRemindersQuery, SopRemindersQueryVariables>;
export const SetSopRemindersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetSopReminders"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetSopRemindersInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setSopReminders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hasOwnReminders"}},{"kind":"Field","name":{"kind":"Name","value":"remindersInUse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RemindersFields"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RemindersFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reminders"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"atDeadline"}},{"kind":"Field","name":{"kind":"Name","value":"escalateAfter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}}]}}]} as unknown as DocumentNode<SetSopRemindersMutation, SetSopRemindersMutationVariables>;
export const SetOfficeRemindersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetOfficeReminders"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetOfficeRemindersInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setOfficeReminders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"remindersInUse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RemindersFields"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RemindersFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reminders"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"atDeadline"}},{"kind":"Field","name":{"kind":"Name","value":"escalateAfter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}}]}}]} as unknown as DocumentNode<SetOfficeRemindersMutation, SetOfficeRemindersMutationVariables>;
export const RequestsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Requests"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"InstanceFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"instances"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"openTasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"canComplete"}}]}},{"kind":"Field","name":{"kind":"Name","value":"whereabouts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"places"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"isRequester"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"taskId"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RequestsQuery, RequestsQueryVariables>;
export const SopsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sops"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SopFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sops"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"canStart"}},{"kind":"Field","name":{"kind":"Name","value":"startedByLane"}},{"kind":"Field","name":{"kind":"Name","value":"canEdit"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"draft"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SopsQuery, SopsQueryVariables>;
export const FaultySopsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FaultySops"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SopFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sops"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"inForce"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<FaultySopsQuery, FaultySopsQueryVariables>;
export const OfficesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Offices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"offices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<OfficesQuery, OfficesQueryVariables>;
export const SopTemplatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SopTemplates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sopTemplates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"lanes"}},{"kind":"Field","name":{"kind":"Name","value":"steps"}},{"kind":"Field","name":{"kind":"Name","value":"graph"}}]}}]}}]} as unknown as DocumentNode<SopTemplatesQuery, SopTemplatesQueryVariables>;
export const CopySourcesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CopySources"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sops"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"inForce"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CopySourcesQuery, CopySourcesQueryVariables>;
export const PreviewVersionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PreviewVersion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SopVersion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"VersionGraph"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VersionGraph"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SopVersion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lanes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"bindingType"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"laneKey"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"work"}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"output"}}]}},{"kind":"Field","name":{"kind":"Name","value":"standardTime"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outputs"}},{"kind":"Field","name":{"kind":"Name","value":"remarks"}},{"kind":"Field","name":{"kind":"Name","value":"call"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sop"}},{"kind":"Field","name":{"kind":"Name","value":"waits"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outputs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<PreviewVersionQuery, PreviewVersionQueryVariables>;
export const CreateSopDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateSop"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateSopInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createSop"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CreateSopMutation, CreateSopMutationVariables>;
export const StartInstanceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartInstance"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartInstanceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startInstance"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"instance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"openTasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"canComplete"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseReceipt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"receipt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"secret"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseReceipt"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Instance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"requesterName"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"canReissueReceipt"}},{"kind":"Field","name":{"kind":"Name","value":"receipt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"reissues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"government"}}]}}]}}]}}]} as unknown as DocumentNode<StartInstanceMutation, StartInstanceMutationVariables>;
export const StuckWorkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StuckWork"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StuckWorkInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stuckWork"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"isCut"}},{"kind":"Field","name":{"kind":"Name","value":"idleWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lanes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"isVacant"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"dueSoon"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"canAppointActing"}},{"kind":"Field","name":{"kind":"Name","value":"holders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StuckItemFields"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StuckItemFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StuckItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"alternatives"}},{"kind":"Field","name":{"kind":"Name","value":"openSince"}},{"kind":"Field","name":{"kind":"Name","value":"openFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"hours"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assigneeAwayUntil"}},{"kind":"Field","name":{"kind":"Name","value":"remindedAt"}},{"kind":"Field","name":{"kind":"Name","value":"instance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"requesterName"}},{"kind":"Field","name":{"kind":"Name","value":"holdReason"}},{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeLeftParts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isLate"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"hours"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"rowNumber"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lane"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"holders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"waitingCall"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]} as unknown as DocumentNode<StuckWorkQuery, StuckWorkQueryVariables>;
export const StuckCountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StuckCount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stuckCount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"officeId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"hasMore"}}]}}]}}]} as unknown as DocumentNode<StuckCountQuery, StuckCountQueryVariables>;
export const RemindTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemindTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemindTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remindTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RemindTaskMutation, RemindTaskMutationVariables>;
export const StuckChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"StuckChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"throughputChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"officeId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"instanceId"}}]}}]}}]} as unknown as DocumentNode<StuckChangedSubscription, StuckChangedSubscriptionVariables>;
export const CompleteTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CompleteTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompleteTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"instance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseNow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FileParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFiles"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"given"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FileParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"file"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FileParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NextTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeLeftParts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isLate"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"hours"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"canComplete"}},{"kind":"Field","name":{"kind":"Name","value":"nobodyHolds"}},{"kind":"Field","name":{"kind":"Name","value":"assigneeCapacity"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lane"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"bindingType"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"holders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"comment"}},{"kind":"Field","name":{"kind":"Name","value":"canClaim"}},{"kind":"Field","name":{"kind":"Name","value":"canComplete"}},{"kind":"Field","name":{"kind":"Name","value":"canRelease"}},{"kind":"Field","name":{"kind":"Name","value":"canRecall"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFiles"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseNow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Instance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"holdReason"}},{"kind":"Field","name":{"kind":"Name","value":"openTasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NextTask"}}]}}]}}]} as unknown as DocumentNode<CompleteTaskMutation, CompleteTaskMutationVariables>;
export const ReturnTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReturnTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReturnTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"returnTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"instance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseNow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FileParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFiles"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"given"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FileParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"file"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FileParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NextTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeLeftParts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isLate"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"hours"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"canComplete"}},{"kind":"Field","name":{"kind":"Name","value":"nobodyHolds"}},{"kind":"Field","name":{"kind":"Name","value":"assigneeCapacity"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lane"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"bindingType"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"holders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"comment"}},{"kind":"Field","name":{"kind":"Name","value":"canClaim"}},{"kind":"Field","name":{"kind":"Name","value":"canComplete"}},{"kind":"Field","name":{"kind":"Name","value":"canRelease"}},{"kind":"Field","name":{"kind":"Name","value":"canRecall"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFiles"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseNow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Instance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"holdReason"}},{"kind":"Field","name":{"kind":"Name","value":"openTasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NextTask"}}]}}]}}]} as unknown as DocumentNode<ReturnTaskMutation, ReturnTaskMutationVariables>;
export const RecallTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecallTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecallTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recallTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"instance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseNow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FileParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFiles"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"given"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FileParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"file"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FileParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NextTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeLeftParts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isLate"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"hours"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"canComplete"}},{"kind":"Field","name":{"kind":"Name","value":"nobodyHolds"}},{"kind":"Field","name":{"kind":"Name","value":"assigneeCapacity"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lane"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"bindingType"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"holders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"comment"}},{"kind":"Field","name":{"kind":"Name","value":"canClaim"}},{"kind":"Field","name":{"kind":"Name","value":"canComplete"}},{"kind":"Field","name":{"kind":"Name","value":"canRelease"}},{"kind":"Field","name":{"kind":"Name","value":"canRecall"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFiles"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseNow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Instance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"holdReason"}},{"kind":"Field","name":{"kind":"Name","value":"openTasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NextTask"}}]}}]}}]} as unknown as DocumentNode<RecallTaskMutation, RecallTaskMutationVariables>;
export const DelegateTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DelegateTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DelegateTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delegateTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"canClaim"}},{"kind":"Field","name":{"kind":"Name","value":"canComplete"}},{"kind":"Field","name":{"kind":"Name","value":"canRelease"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<DelegateTaskMutation, DelegateTaskMutationVariables>;
export const TaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Task"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"visit"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"claimedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeLeftParts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isLate"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"hours"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"nobodyHolds"}},{"kind":"Field","name":{"kind":"Name","value":"assigneeCapacity"}},{"kind":"Field","name":{"kind":"Name","value":"lane"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"holders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"rowNumber"}},{"kind":"Field","name":{"kind":"Name","value":"remarks"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"outputs"}},{"kind":"Field","name":{"kind":"Name","value":"standardTime"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"outcomes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"owedOutputs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"owedOutputs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"met"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"owedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"returnTargets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visit"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"rowNumber"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lane"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskState"}},{"kind":"Field","name":{"kind":"Name","value":"instance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"requesterName"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"missingRequirements"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"VersionGraph"}},{"kind":"Field","name":{"kind":"Name","value":"lanes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"holders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"visits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"no"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"causes"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseTask"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"events"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseNow"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FileParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskFiles"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"given"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FileParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"file"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FileParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NextTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeLeftParts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isLate"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"hours"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"canComplete"}},{"kind":"Field","name":{"kind":"Name","value":"nobodyHolds"}},{"kind":"Field","name":{"kind":"Name","value":"assigneeCapacity"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lane"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"bindingType"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"holders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"comment"}},{"kind":"Field","name":{"kind":"Name","value":"canClaim"}},{"kind":"Field","name":{"kind":"Name","value":"canComplete"}},{"kind":"Field","name":{"kind":"Name","value":"canRelease"}},{"kind":"Field","name":{"kind":"Name","value":"canRecall"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFiles"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VersionGraph"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SopVersion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lanes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"bindingType"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"laneKey"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"work"}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"output"}}]}},{"kind":"Field","name":{"kind":"Name","value":"standardTime"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outputs"}},{"kind":"Field","name":{"kind":"Name","value":"remarks"}},{"kind":"Field","name":{"kind":"Name","value":"call"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sop"}},{"kind":"Field","name":{"kind":"Name","value":"waits"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outputs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"visit"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"comment"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lane"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskFiles"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseNow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Instance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"holdReason"}},{"kind":"Field","name":{"kind":"Name","value":"openTasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NextTask"}}]}}]}}]} as unknown as DocumentNode<TaskQuery, TaskQueryVariables>;
export const LaneThroughputDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LaneThroughput"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LaneThroughputInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"laneThroughput"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"bucket"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"minutesPerWorkingDay"}},{"kind":"Field","name":{"kind":"Name","value":"cases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseFigureParts"}},{"kind":"Field","name":{"kind":"Name","value":"standard"}},{"kind":"Field","name":{"kind":"Name","value":"histogram"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"lanes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LaneFigureParts"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawn"}},{"kind":"Field","name":{"kind":"Name","value":"oldest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"instance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"working"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"queue"}},{"kind":"Field","name":{"kind":"Name","value":"work"}},{"kind":"Field","name":{"kind":"Name","value":"rework"}},{"kind":"Field","name":{"kind":"Name","value":"requester"}},{"kind":"Field","name":{"kind":"Name","value":"childSop"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"total"}}]}},{"kind":"Field","name":{"kind":"Name","value":"queueTimes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DurationParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"workTimes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DurationParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reworkTimes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DurationParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"waitingTimes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DurationParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stepKey"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"lane"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LaneName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"standard"}},{"kind":"Field","name":{"kind":"Name","value":"arrived"}},{"kind":"Field","name":{"kind":"Name","value":"finished"}},{"kind":"Field","name":{"kind":"Name","value":"waiting"}},{"kind":"Field","name":{"kind":"Name","value":"withStandard"}},{"kind":"Field","name":{"kind":"Name","value":"onTime"}},{"kind":"Field","name":{"kind":"Name","value":"rework"}},{"kind":"Field","name":{"kind":"Name","value":"working"}},{"kind":"Field","name":{"kind":"Name","value":"times"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DurationParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"handOvers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LaneName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LaneName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"returned"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bottleneck"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lane"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LaneName"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"share"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"waiting"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"course"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"started"}},{"kind":"Field","name":{"kind":"Name","value":"completed"}},{"kind":"Field","name":{"kind":"Name","value":"cancelled"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"leadTimes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DurationParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lanes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"laneId"}},{"kind":"Field","name":{"kind":"Name","value":"arrived"}},{"kind":"Field","name":{"kind":"Name","value":"finished"}},{"kind":"Field","name":{"kind":"Name","value":"waiting"}},{"kind":"Field","name":{"kind":"Name","value":"working"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lane"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LaneName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"finished"}},{"kind":"Field","name":{"kind":"Name","value":"withStandard"}},{"kind":"Field","name":{"kind":"Name","value":"onTime"}},{"kind":"Field","name":{"kind":"Name","value":"meanWork"}}]}},{"kind":"Field","name":{"kind":"Name","value":"compared"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseFigureParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lanes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LaneFigureParts"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DurationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DurationFigures"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"p50"}},{"kind":"Field","name":{"kind":"Name","value":"p90"}},{"kind":"Field","name":{"kind":"Name","value":"p95"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LaneName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ThroughputLane"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isRequesters"}},{"kind":"Field","name":{"kind":"Name","value":"laneKey"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseFigureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFigures"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"started"}},{"kind":"Field","name":{"kind":"Name","value":"completed"}},{"kind":"Field","name":{"kind":"Name","value":"cancelled"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"leadTimes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DurationParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LaneFigureParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LaneFigures"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lane"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LaneName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"arrived"}},{"kind":"Field","name":{"kind":"Name","value":"finished"}},{"kind":"Field","name":{"kind":"Name","value":"waiting"}},{"kind":"Field","name":{"kind":"Name","value":"withStandard"}},{"kind":"Field","name":{"kind":"Name","value":"onTime"}},{"kind":"Field","name":{"kind":"Name","value":"rework"}},{"kind":"Field","name":{"kind":"Name","value":"share"}}]}}]} as unknown as DocumentNode<LaneThroughputQuery, LaneThroughputQueryVariables>;
export const ThroughputCasesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ThroughputCases"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ThroughputCasesInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"throughputCases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"working"}},{"kind":"Field","name":{"kind":"Name","value":"isRework"}},{"kind":"Field","name":{"kind":"Name","value":"isOnTime"}},{"kind":"Field","name":{"kind":"Name","value":"lane"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LaneName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"instance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"requesterName"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LaneName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ThroughputLane"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isRequesters"}},{"kind":"Field","name":{"kind":"Name","value":"laneKey"}}]}}]} as unknown as DocumentNode<ThroughputCasesQuery, ThroughputCasesQueryVariables>;
export const ThroughputChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"ThroughputChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"throughputChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"officeId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"instanceId"}}]}}]}}]} as unknown as DocumentNode<ThroughputChangedSubscription, ThroughputChangedSubscriptionVariables>;
export const ReportChoicesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportChoices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sops"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"officeId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"officeId"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReportChoicesQuery, ReportChoicesQueryVariables>;
export const ReportOfficesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportOffices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"offices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]}}]} as unknown as DocumentNode<ReportOfficesQuery, ReportOfficesQueryVariables>;
export const EverStartedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EverStarted"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LaneThroughputInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"laneThroughput"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"started"}}]}}]}}]}}]} as unknown as DocumentNode<EverStartedQuery, EverStartedQueryVariables>;
export const ReportFormDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportForm"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SopVersion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"VersionGraph"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VersionGraph"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SopVersion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lanes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"bindingType"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"laneKey"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"work"}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"output"}}]}},{"kind":"Field","name":{"kind":"Name","value":"standardTime"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outputs"}},{"kind":"Field","name":{"kind":"Name","value":"remarks"}},{"kind":"Field","name":{"kind":"Name","value":"call"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sop"}},{"kind":"Field","name":{"kind":"Name","value":"waits"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outputs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ReportFormQuery, ReportFormQueryVariables>;
export const ApiTokensDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ApiTokens"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiTokens"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]} as unknown as DocumentNode<ApiTokensQuery, ApiTokensQueryVariables>;
export const CreateApiTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateApiToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateApiTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApiToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CreateApiTokenMutation, CreateApiTokenMutationVariables>;
export const RevokeApiTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeApiToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeApiTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeApiToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RevokeApiTokenMutation, RevokeApiTokenMutationVariables>;
export const WebhooksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Webhooks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhooks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookEndpoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"pausedAt"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"previousSecretUntil"}},{"kind":"Field","name":{"kind":"Name","value":"waiting"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<WebhooksQuery, WebhooksQueryVariables>;
export const FailedWebhooksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FailedWebhooks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhooks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<FailedWebhooksQuery, FailedWebhooksQueryVariables>;
export const WebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Webhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookEndpoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookEndpoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"pausedAt"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"previousSecretUntil"}},{"kind":"Field","name":{"kind":"Name","value":"waiting"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<WebhookQuery, WebhookQueryVariables>;
export const WebhookDeliveriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookDeliveries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"state"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDeliveryState"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookEndpoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"Variable","name":{"kind":"Name","value":"state"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"messageId"}},{"kind":"Field","name":{"kind":"Name","value":"event"}},{"kind":"Field","name":{"kind":"Name","value":"eventAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"attemptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextAt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"body"}}]}}]} as unknown as DocumentNode<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const WebhookOfficesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookOffices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"offices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<WebhookOfficesQuery, WebhookOfficesQueryVariables>;
export const CreateWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CreateWebhookMutation, CreateWebhookMutationVariables>;
export const ChangeWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookEndpoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"pausedAt"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"previousSecretUntil"}},{"kind":"Field","name":{"kind":"Name","value":"waiting"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ChangeWebhookMutation, ChangeWebhookMutationVariables>;
export const SetWebhookPausedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetWebhookPaused"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetWebhookPausedInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setWebhookPaused"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookEndpoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"pausedAt"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"previousSecretUntil"}},{"kind":"Field","name":{"kind":"Name","value":"waiting"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<SetWebhookPausedMutation, SetWebhookPausedMutationVariables>;
export const RotateWebhookSecretDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RotateWebhookSecret"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rotateWebhookSecret"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"previousSecretUntil"}}]}},{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RotateWebhookSecretMutation, RotateWebhookSecretMutationVariables>;
export const DeleteWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedId"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteWebhookMutation, DeleteWebhookMutationVariables>;
export const TestWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"testWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"waiting"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<TestWebhookMutation, TestWebhookMutationVariables>;
export const RedeliverWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RedeliverWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RedeliverWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"redeliverWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"messageId"}},{"kind":"Field","name":{"kind":"Name","value":"event"}},{"kind":"Field","name":{"kind":"Name","value":"eventAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"attemptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextAt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"body"}}]}}]} as unknown as DocumentNode<RedeliverWebhookMutation, RedeliverWebhookMutationVariables>;
export const WorklistDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Worklist"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TaskFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"visit"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"timeLeftParts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isLate"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"hours"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"canClaim"}},{"kind":"Field","name":{"kind":"Name","value":"canRelease"}},{"kind":"Field","name":{"kind":"Name","value":"canComplete"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"rowNumber"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lane"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"position"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"holders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"instance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"requesterName"}},{"kind":"Field","name":{"kind":"Name","value":"sop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WorklistQuery, WorklistQueryVariables>;
export const ClaimTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ClaimTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TaskActionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"claimTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"canClaim"}},{"kind":"Field","name":{"kind":"Name","value":"canComplete"}},{"kind":"Field","name":{"kind":"Name","value":"canRelease"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ClaimTaskMutation, ClaimTaskMutationVariables>;
export const ReleaseTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReleaseTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TaskActionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releaseTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"canClaim"}},{"kind":"Field","name":{"kind":"Name","value":"canComplete"}},{"kind":"Field","name":{"kind":"Name","value":"canRelease"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ReleaseTaskMutation, ReleaseTaskMutationVariables>;
export const WorklistCountsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorklistCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"worklistCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"forMe"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"hasMore"}}]}},{"kind":"Field","name":{"kind":"Name","value":"claimable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"hasMore"}}]}},{"kind":"Field","name":{"kind":"Name","value":"waiting"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"hasMore"}}]}},{"kind":"Field","name":{"kind":"Name","value":"overdue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"hasMore"}}]}}]}}]}}]} as unknown as DocumentNode<WorklistCountsQuery, WorklistCountsQueryVariables>;
export const ClaimTasksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ClaimTasks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ClaimTasksInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"claimTasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ClaimTasksMutation, ClaimTasksMutationVariables>;
export const WorklistChoicesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorklistChoices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"offices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sops"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"office"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WorklistChoicesQuery, WorklistChoicesQueryVariables>;
export const SopLanesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SopLanes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Sop"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inForce"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lanes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SopLanesQuery, SopLanesQueryVariables>;
export const SavedViewsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SavedViews"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"savedViews"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SavedViewFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SavedViewFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SavedView"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"filter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"sopId"}},{"kind":"Field","name":{"kind":"Name","value":"laneKey"}},{"kind":"Field","name":{"kind":"Name","value":"officeId"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"search"}}]}}]}}]} as unknown as DocumentNode<SavedViewsQuery, SavedViewsQueryVariables>;
export const SaveViewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveView"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SaveViewInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"saveView"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"view"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SavedViewFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SavedViewFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SavedView"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"filter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"sopId"}},{"kind":"Field","name":{"kind":"Name","value":"laneKey"}},{"kind":"Field","name":{"kind":"Name","value":"officeId"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"search"}}]}}]}}]} as unknown as DocumentNode<SaveViewMutation, SaveViewMutationVariables>;
export const RemoveViewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveView"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveViewInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeView"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removedId"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RemoveViewMutation, RemoveViewMutationVariables>;