import type { Role } from "../../kernel/actor.js";
import type { Locale } from "../../kernel/context.js";

/** Who can be told of a kind, as its switches are offered; the rows themselves say who is. */
export type NoticeReceivers = "EVERYBODY" | readonly Role[];

/** When a notice of a task has no more to say: once anybody has taken it, or once it is closed. */
export type StandsWhile = "UNTAKEN" | "OPEN";

/** The heading under which its switches stand. */
export type NoticeGroup = "TASKS" | "REQUESTS" | "CASES" | "SOPS" | "POSITIONS";

interface NoticeKindDefinition {
  readonly group: NoticeGroup;
  readonly receivers: NoticeReceivers;
  /** Whether an e-mail is written of it, unless somebody says otherwise; in the app it always shows. */
  readonly mail: boolean;
  readonly standsWhile?: StandsWhile;
  /** What is said first, with placeholders of `NoticeFacts`. */
  readonly headline: Readonly<Record<Locale, string>>;
}

const define = (
  group: NoticeGroup,
  headline: Readonly<Record<Locale, string>>,
  rest: Partial<NoticeKindDefinition> = {},
): NoticeKindDefinition => ({ group, headline, receivers: "EVERYBODY", mail: true, ...rest });

const untaken = { standsWhile: "UNTAKEN" } as const;
const quiet = { mail: false } as const;

/**
 * Everything that people are told of. A name is stored and never changes. Where a notice leads is what
 * it names: its task, or else its case, its SOP, its position.
 */
const definitions = {
  TASK_ARRIVED: define("TASKS", { id: "Tugas baru: {step}", en: "New task: {step}" }, untaken),
  TASK_DELEGATED: define(
    "TASKS",
    {
      id: "{actor} melimpahkan tugas kepada Anda: {step}",
      en: "{actor} handed you a task: {step}",
    },
    untaken,
  ),
  TASK_RETURNED: define(
    "TASKS",
    { id: "Dikembalikan untuk diperbaiki: {step}", en: "Sent back to be put right: {step}" },
    untaken,
  ),
  DEADLINE_NEAR: define(
    "TASKS",
    { id: "Tenggat sudah dekat: {step}", en: "Deadline is near: {step}" },
    untaken,
  ),
  DEADLINE_REACHED: define(
    "TASKS",
    { id: "Tenggat sudah tiba: {step}", en: "Deadline is reached: {step}" },
    untaken,
  ),
  DEADLINE_PASSED: define(
    "TASKS",
    { id: "Terlambat di {position}: {step}", en: "Overdue at {position}: {step}" },
    { standsWhile: "OPEN" },
  ),
  TASK_REMINDED: define(
    "TASKS",
    { id: "{actor} mengingatkan Anda: {step}", en: "{actor} reminds you: {step}" },
    untaken,
  ),
  REQUEST_MOVED: define(
    "REQUESTS",
    { id: "Permohonan Anda kini di {position}", en: "Your request is now with {position}" },
    quiet,
  ),
  REQUEST_BACK: define(
    "REQUESTS",
    { id: "Permohonan menunggu Anda: {step}", en: "Your request waits for you: {step}" },
    untaken,
  ),
  REQUEST_FINISHED: define("REQUESTS", {
    id: "Permohonan Anda selesai",
    en: "Your request is finished",
  }),
  REQUEST_CANCELLED: define("REQUESTS", {
    id: "Permohonan Anda dibatalkan",
    en: "Your request was cancelled",
  }),
  CASE_HELD: define("CASES", { id: "Berkas ditunda", en: "Case put on hold" }),
  CASE_RESUMED: define("CASES", { id: "Berkas dilanjutkan", en: "Case resumed" }, quiet),
  CASE_CANCELLED: define("CASES", { id: "Berkas dibatalkan", en: "Case cancelled" }),
  CALL_WAITS: define(
    "CASES",
    {
      id: "Berkas menunggu: SOP {called} belum berlaku",
      en: "A case waits: the SOP {called} is not in force",
    },
    { receivers: ["ADMIN", "MANAGER"] },
  ),
  SOP_SUBMITTED: define(
    "SOPS",
    { id: "SOP diajukan untuk Anda sahkan", en: "SOP submitted for you to enact" },
    { receivers: ["APPROVER"] },
  ),
  SOP_SENT_BACK: define(
    "SOPS",
    { id: "SOP dikembalikan untuk diperbaiki", en: "SOP sent back to be put right" },
    { receivers: ["ADMIN"] },
  ),
  SOP_ENACTED: define("SOPS", {
    id: "SOP disahkan, berlaku mulai {date}",
    en: "SOP enacted, in force from {date}",
  }),
  SOP_IN_FORCE: define("SOPS", { id: "SOP mulai berlaku", en: "SOP has come into force" }, quiet),
  POSITION_VACANT: define(
    "POSITIONS",
    {
      id: "Jabatan {position} kosong mulai {date}",
      en: "Nobody holds {position} from {date}",
    },
    { receivers: ["ADMIN", "MANAGER"] },
  ),
  APPOINTMENT_ENDING: define(
    "POSITIONS",
    {
      id: "{capacity} {position} ({person}) berakhir {date}",
      en: "{capacity} {position} ({person}) ends on {date}",
    },
    { receivers: ["ADMIN", "MANAGER"] },
  ),
  APPOINTED: define("POSITIONS", {
    id: "Anda ditunjuk sebagai {capacity} {position} mulai {date}",
    en: "You were appointed {capacity} {position} from {date}",
  }),
} as const satisfies Record<string, NoticeKindDefinition>;

export type NoticeKind = keyof typeof definitions;

export const noticeKinds: Readonly<Record<NoticeKind, NoticeKindDefinition>> = definitions;
export const allNoticeKinds = Object.keys(definitions) as readonly NoticeKind[];

/** What is kept with a notice, beside what it names: nothing that changes. */
export interface NoticeDetails {
  /** Why, as somebody wrote it. */
  readonly reason?: string;
  /** Who did it, where that is said. */
  readonly actor?: string;
  /** Of the deadline that it is about, in epoch milliseconds. */
  readonly dueAt?: number;
  /** The position that it is about, where that is not the task's. */
  readonly positionId?: number;
  /** Whose appointment it is about. */
  readonly person?: string;
  readonly capacity?: "DEFINITIVE" | "PLT" | "PLH";
  /** Epoch milliseconds. */
  readonly date?: number;
  /** The title of the SOP that a connector waits for. */
  readonly called?: string;
}
