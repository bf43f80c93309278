import type { Locale } from "../../../../kernel/context.js";
import type { MilestoneType, TrailEventType } from "./trail-event.js";

/** What the types of events are called in the asker's language. */
export interface OcelWords {
  /** Behind the name of a step; `null`: the step itself. */
  readonly happenings: Readonly<Record<TrailEventType, string | null>>;
  readonly milestones: Readonly<Record<MilestoneType, string>>;
}

export const ocelWords: Readonly<Record<Locale, OcelWords>> = {
  id: {
    happenings: {
      OPENED: "masuk",
      CLAIMED: "diambil",
      DELEGATED: "dilimpahkan",
      RELEASED: "dilepas",
      CALLED: "SOP lain dimulai",
      HELD: "ditunda",
      RESUMED: "dilanjutkan",
      DONE: null,
      WITHDRAWN: "ditarik",
      UNDONE: "hasil dibatalkan",
      CHANGED: "berubah",
    },
    milestones: {
      CASE_STARTED: "Berkas dimulai",
      CASE_HELD: "Berkas ditunda",
      CASE_RESUMED: "Berkas dilanjutkan",
      CASE_RETURNED: "Berkas dikembalikan",
      CASE_RECALLED: "Berkas ditarik kembali",
      CASE_COMPLETED: "Berkas selesai",
      CASE_CANCELLED: "Berkas dibatalkan",
    },
  },
  en: {
    happenings: {
      OPENED: "arrives",
      CLAIMED: "claimed",
      DELEGATED: "delegated",
      RELEASED: "released",
      CALLED: "other SOP started",
      HELD: "held",
      RESUMED: "resumed",
      DONE: null,
      WITHDRAWN: "withdrawn",
      UNDONE: "undone",
      CHANGED: "changed",
    },
    milestones: {
      CASE_STARTED: "Case started",
      CASE_HELD: "Case held",
      CASE_RESUMED: "Case resumed",
      CASE_RETURNED: "Case sent back",
      CASE_RECALLED: "Case recalled",
      CASE_COMPLETED: "Case completed",
      CASE_CANCELLED: "Case cancelled",
    },
  },
};
