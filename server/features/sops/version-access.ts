import { allows } from "../../kernel/policy.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import type { SopVersion } from "./sop-types.js";

/** What was enacted, many may read; what is still being written, few. */
export const mayReadVersion = (
  { ctx }: RequestScope,
  { officeId, isEnacted }: SopVersion,
): boolean => allows(ctx.actor, isEnacted ? "sop.read" : "sop.readDraft", { officeId });

/** The review notes of an enacted version are for the office that wrote it. */
export const mayReadNotes = ({ ctx }: RequestScope, { officeId, isEnacted }: SopVersion): boolean =>
  allows(ctx.actor, isEnacted ? "sop.readNotes" : "sop.readDraft", { officeId });

/** How a version came about: for those who draft and approve. */
export const mayReadHistory = ({ ctx }: RequestScope, { officeId }: SopVersion): boolean =>
  allows(ctx.actor, "sop.readDraft", { officeId });
