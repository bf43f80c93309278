import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { FormColumns as DomainColumns } from "../../../domain/index.js";
import { fromGlobalId } from "../../kernel/global-id.js";
import { signedInPayload } from "../../runtime/mutation-payload.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { Office, officeById, OfficePayload } from "../people/people-service.js";
import { columnsOfOffice, type ColumnsService } from "./columns-service.js";
import { FormColumns, SetOfficeFormColumnsInput } from "./columns-types.js";
import { toColumns } from "./edit-input.js";

/** How an office arranges its forms. */
@Resolver(() => Office)
export class OfficeColumnsResolver {
  constructor(private readonly columns: ColumnsService) {}

  @Mutation(() => OfficePayload, {
    description: "Arranges the forms of an office's new SOPs; what is drawn already stays.",
  })
  setOfficeFormColumns(
    @Ctx() scope: RequestScope,
    @Arg("input", () => SetOfficeFormColumnsInput, { description: "Which office, and how." })
    input: SetOfficeFormColumnsInput,
  ): Promise<OfficePayload> {
    return signedInPayload(scope.ctx, OfficePayload, async (payload) => {
      const officeId = fromGlobalId(input.officeId, "Office", "input.officeId");
      const columns = input.columns ? toColumns(input.columns) : null;
      await this.columns.set(scope.ctx, officeId, columns);
      scope.loaders.clear();
      payload.office = await scope.loaders.get(officeById).load(officeId);
    });
  }

  @FieldResolver(() => FormColumns, {
    nullable: true,
    description: "How the forms of its new SOPs are arranged; null: as the official form.",
  })
  formColumns(@Root() office: Office, @Ctx() scope: RequestScope): Promise<DomainColumns | null> {
    return scope.loaders.get(columnsOfOffice).load(office.rowId);
  }
}
