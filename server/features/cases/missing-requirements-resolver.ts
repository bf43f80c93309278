import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  registerEnumType,
  Resolver,
  Root,
} from "type-graphql";
import { fromGlobalId } from "../../kernel/global-id.js";
import { authorize } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import { auditedChanges, recordAudit } from "../../runtime/audit-trail.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import { signedInPayload } from "../../runtime/mutation-payload.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { Office, officeById, OfficePayload } from "../people/people-service.js";

export const MissingRequirements = { BLOCK: "BLOCK", WARN: "WARN" } as const;
type MissingRequirements = keyof typeof MissingRequirements;
registerEnumType(MissingRequirements, {
  name: "MissingRequirements",
  description: "What a linked document that nobody has given does to the step that needs it.",
  valuesConfig: {
    BLOCK: { description: "The step cannot be completed without it." },
    WARN: { description: "It can; the log says what was missing." },
  },
});

@InputType({ description: "How strict an office is with the papers that steps hand on." })
export class SetMissingRequirementsInput {
  @Field(() => ID, { description: "The office." })
  officeId!: string;

  @Field(() => MissingRequirements, { description: "From now on, for cases that run, too." })
  missing!: MissingRequirements;
}

const ofOffice: LoaderDefinition<number, MissingRequirements> = {
  name: "missingRequirementsOfOffice",
  async load({ reader }, ids) {
    const rows = await reader.all<Row & { id: number; missing: MissingRequirements | null }>(
      `SELECT id, missing_requirements AS missing FROM office WHERE id IN (${placeholders(ids)})`,
      [...ids],
    );
    const found = new Map(rows.map(({ id, missing }) => [id, missing]));
    return ids.map((id) => found.get(id) ?? "BLOCK");
  },
};

@Resolver(() => Office)
export class MissingRequirementsResolver {
  @Mutation(() => OfficePayload, {
    description: "Says whether a missing linked document blocks a step of the office's SOPs.",
  })
  setMissingRequirements(
    @Ctx() scope: RequestScope,
    @Arg("input", () => SetMissingRequirementsInput, { description: "Which office, and how." })
    input: SetMissingRequirementsInput,
  ): Promise<OfficePayload> {
    return signedInPayload(scope.ctx, OfficePayload, async (payload) => {
      const officeId = fromGlobalId(input.officeId, "Office", "input.officeId");
      authorize(scope.ctx, "office.setMissingRequirements", { officeId });
      await scope.database.unitOfWork.run(scope.ctx, async (tx) => {
        const office = await tx.get<Row & { name: string; missing: string | null }>(
          "SELECT name, missing_requirements AS missing FROM office WHERE id = ?",
          [officeId],
        );
        if (!office) throw new Refusal("NOT_FOUND", "input.officeId");
        await tx.run("UPDATE office SET missing_requirements = ? WHERE id = ?", [
          input.missing,
          officeId,
        ]);
        await recordAudit(tx, scope.ctx, {
          action: "MISSING_REQUIREMENTS_SET",
          subject: { type: "Office", id: officeId, name: office.name },
          officeId,
          changes: auditedChanges(
            { missingRequirements: office.missing ?? "BLOCK" },
            { missingRequirements: input.missing },
          ),
        });
      });
      scope.loaders.clear();
      payload.office = await scope.loaders.get(officeById).load(officeId);
    });
  }

  @FieldResolver(() => MissingRequirements, {
    description: "What a missing linked document does to a step of its SOPs.",
  })
  missingRequirements(
    @Root() office: Office,
    @Ctx() scope: RequestScope,
  ): Promise<MissingRequirements> {
    return scope.loaders.get(ofOffice).load(office.rowId);
  }
}
