import { registerEnumType } from "type-graphql";
import type { Role } from "../../kernel/actor.js";

/** The GraphQL enum of the roles. */
export const RoleEnum: Readonly<Record<Role, Role>> = {
  ADMIN: "ADMIN",
  APPROVER: "APPROVER",
  MANAGER: "MANAGER",
  FRONT_DESK: "FRONT_DESK",
};

registerEnumType(RoleEnum, {
  name: "Role",
  description: "What somebody may do beyond the work of the positions that they hold.",
  valuesConfig: {
    ADMIN: { description: "Draws and enacts SOPs, and looks after accounts." },
    APPROVER: { description: "Enacts and retires the SOPs of their office." },
    MANAGER: { description: "Reads, holds and cancels the cases of their office." },
    FRONT_DESK: { description: "Starts cases for requesters who have no account." },
  },
});
