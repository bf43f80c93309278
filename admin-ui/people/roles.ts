import type { Role } from "../generated/graphql.js";

/** The roles, as they are shown everywhere. */
export const roles = [
  "ADMIN",
  "APPROVER",
  "MANAGER",
  "FRONT_DESK",
] as const satisfies readonly Role[];

export const isRole = (text: string | null): text is Role => roles.some((role) => role === text);
