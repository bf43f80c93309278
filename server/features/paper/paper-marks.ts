import type { Locale } from "../../kernel/context.js";
import type { SopVersion } from "../sops/sop-service.js";

type Marks = Readonly<Record<SopVersion["status"], string | null>>;

/** What is laid over the pages of a version that is not in force, so that nobody works by it. */
export const paperMarks: Readonly<Record<Locale, Marks>> = {
  id: {
    DRAFT: "KONSEP",
    SUBMITTED: "KONSEP",
    SCHEDULED: "BELUM BERLAKU",
    IN_FORCE: null,
    SUPERSEDED: "DIGANTIKAN",
    RETIRED: "DICABUT",
    REVOKED: "DIBATALKAN",
  },
  en: {
    DRAFT: "DRAFT",
    SUBMITTED: "DRAFT",
    SCHEDULED: "NOT YET IN FORCE",
    IN_FORCE: null,
    SUPERSEDED: "SUPERSEDED",
    RETIRED: "RETIRED",
    REVOKED: "TAKEN BACK",
  },
};

/** What the file of a version that is not enacted is called behind its title. */
export const draftSuffix: Readonly<Record<Locale, string>> = { id: "konsep", en: "draft" };
