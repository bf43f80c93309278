import type { Subject } from "../../kernel/policy.js";
import { type Action, allows } from "../../kernel/policy.js";
import type { NodeSource } from "../../runtime/graphql/node.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
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

export const officeNodes = source("Office", officeById, "office.read", (office) => ({
  officeId: office.rowId,
}));
export const positionNodes = source("Position", positionById, "position.read", (position) => ({
  officeId: position.officeRowId,
}));
export const personNodes = source("Person", personById, "person.read", (person) => ({
  officeId: person.officeRowId,
  personId: person.rowId,
}));
export const apiTokenNodes = source("ApiToken", apiTokenById, "token.read", () => ({}));

export const peopleNodeSources: readonly NodeSource[] = [
  officeNodes,
  positionNodes,
  personNodes,
  apiTokenNodes,
];
