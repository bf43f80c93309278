import type { Actor } from "../../kernel/actor.js";
import type { Subject } from "../../kernel/policy.js";

/** Whoever uploads does so for their own office. */
export const uploadSubject = (actor: Actor): Subject =>
  "officeId" in actor ? { officeId: actor.officeId } : {};
