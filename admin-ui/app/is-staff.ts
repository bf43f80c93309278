import type { Me } from "./session.js";

/** Whether somebody works for an office here; a mere requester has no role and no position. */
export const isStaff = (me: Me): boolean => me.roles.length > 0 || me.positions.length > 0;
