import type { Me } from "./session.js";

/** Whoever looks after an office sees who holds its positions, and which are vacant. */
export const seesPositions = ({ roles }: Pick<Me, "roles">): boolean =>
  roles.some((role) => role === "ADMIN" || role === "APPROVER" || role === "MANAGER");
