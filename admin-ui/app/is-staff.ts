import type { Me } from "./session.js";

/** Whether somebody works for an office here; a mere requester has no role and holds no position. */
export const isStaff = (me: Me): boolean => me.roles.length > 0 || me.appointments.length > 0;
