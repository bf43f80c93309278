import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { fromGlobalId } from "../../kernel/global-id.js";
import { messageFor } from "../../kernel/messages/messages.js";
import { signedInPayload } from "../../runtime/mutation-payload.js";
import { RequestScope } from "../../runtime/request-scope.js";
import type { RowPlan } from "./import-plan.js";
import type { ImportService, PeopleImport } from "./import-service.js";
import {
  type ImportAccount,
  ImportPeoplePayload,
  PeopleImportPreview,
  type PreviewedRow,
} from "./import-types.js";
import { loadAll, personById } from "./people-loaders.js";
import { PeopleImportInput } from "./person-inputs.js";

/** People and positions from a table that an admin pastes. */
@Resolver()
export class ImportResolver {
  constructor(private readonly imports: ImportService) {}

  @Query(() => PeopleImportPreview, {
    description:
      "What `importPeople` would do with the same input: what is new, what changes, what is wrong, row by row. Writes nothing. For the admin.",
  })
  peopleImportPreview(
    @Arg("input", () => PeopleImportInput, { description: "The table." })
    input: PeopleImportInput,
    @Ctx() scope: RequestScope,
  ): Promise<PeopleImportPreview> {
    return signedInPayload(scope.ctx, PeopleImportPreview, async (payload) => {
      const plan = await this.imports.preview(scope.ctx, scope.reader, tableOf(input));
      payload.rows = plan.map((row) => previewOf(scope, row));
    });
  }

  @Mutation(() => ImportPeoplePayload, {
    description:
      "Makes accounts and positions, corrects what is there, and appoints, from a table; all of it or, while a row is wrong, nothing. For the admin.",
  })
  importPeople(
    @Arg("input", () => PeopleImportInput, { description: "The table." })
    input: PeopleImportInput,
    @Ctx() scope: RequestScope,
  ): Promise<ImportPeoplePayload> {
    return signedInPayload(scope.ctx, ImportPeoplePayload, async (payload) => {
      const { counts, accounts } = await this.imports.take(scope.ctx, tableOf(input));
      scope.loaders.clear();
      const ids = accounts.map(({ personId }) => personId);
      const people = await loadAll(scope, personById, ids);
      payload.counts = counts;
      payload.accounts = people.map((person, index): ImportAccount => ({
        person,
        temporaryPassword: accounts[index]!.password,
      }));
    });
  }
}

const tableOf = (input: PeopleImportInput): PeopleImport => ({
  officeId: fromGlobalId(input.officeId, "Office", "input.officeId"),
  firstDay: input.firstDay,
  rows: input.rows.map((row) => ({
    line: row.line,
    name: row.name,
    nip: row.nip ?? null,
    username: row.username ?? null,
    position: row.position ?? null,
    roles: row.roles,
  })),
  idempotencyKey: input.idempotencyKey ?? null,
});

function previewOf({ ctx }: RequestScope, row: RowPlan): PreviewedRow {
  const { person, position, isHeldAlready } = row;
  const known = person?.known ?? null;
  return {
    line: row.line,
    state: stateOf(row),
    username: person?.username ?? null,
    previousName: known !== null && known.name !== person?.name ? known.name : null,
    addsNip: known !== null && known.nip !== person?.nip,
    addedRoles: person?.addedRoles ?? [],
    makesPosition: position !== null && position.id === null,
    appoints: position !== null && !isHeldAlready,
    problems: row.problems.map(({ code, field, params }) => ({
      code,
      field,
      message: messageFor(ctx.locale, code, params),
    })),
  };
}

function stateOf({ person, position, isHeldAlready, problems }: RowPlan): PreviewedRow["state"] {
  if (person === null || problems.length > 0) return "WRONG";
  const { known } = person;
  if (known === null) return "NEW";
  const isSame =
    known.name === person.name &&
    known.nip === person.nip &&
    known.username === person.username &&
    person.addedRoles.length === 0 &&
    (position === null || isHeldAlready);
  return isSame ? "SAME" : "CHANGED";
}
