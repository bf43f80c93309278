import type { Subject } from "../../kernel/policy.js";
import { type Action, allows } from "../../kernel/policy.js";
import type { NodeSource } from "../../runtime/graphql/node.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import { appointmentById } from "./appointment-loaders.js";
import { leaveById } from "./leave-loaders.js";
import { apiTokenById, officeById, personById, positionById } from "./people-loaders.js";

function source<V extends { rowId: number }>(
  type: string,
  loader: LoaderDefinition<number, V | null>,
  action: Action,
  subject: (found: V) => Subject,
): NodeSource {
  return {
    type,
    async find(scope, id) {
      const found = await scope.loaders.get(loader).load(id);
      return found && allows(scope.ctx.actor, action, subject(found)) ? found : null;
    },
  };
}

export const peopleNodeSources: readonly NodeSource[] = [
  source("Office", officeById, "office.read", ({ rowId }) => ({ officeId: rowId })),
  source("Position", positionById, "position.read", ({ officeRowId }) => ({
    officeId: officeRowId,
  })),
  source("Person", personById, "person.read", ({ officeRowId, rowId }) => ({
    officeId: officeRowId,
    personId: rowId,
  })),
  source("Appointment", appointmentById, "position.readAppointments", (it) => ({
    officeId: it.officeId,
    personId: it.personId,
  })),
  source("Leave", leaveById, "position.readAppointments", (it) => ({
    officeId: it.officeId,
    personId: it.personId,
  })),
  source("ApiToken", apiTokenById, "token.read", () => ({})),
];
