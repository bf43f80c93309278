import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  Resolver,
  Root,
} from "type-graphql";
import { fromGlobalId } from "../../kernel/global-id.js";
import { allows } from "../../kernel/policy.js";
import { signedInPayload } from "../../runtime/mutation-payload.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { emailOfPerson, type EmailService } from "./email-service.js";
import { loadOne, personById } from "./people-loaders.js";
import { PersonPayload } from "./people-payloads.js";
import { Person } from "./person.js";

@InputType({ description: "An e-mail address of somebody." })
export class SetEmailInput {
  @Field(() => ID, { description: "Whose: one's own, or for the admin anybody's." })
  personId!: string;

  @Field(() => String, { nullable: true, description: "The address; null: none." })
  email?: string | null;
}

/** Where people get e-mails. */
@Resolver(() => Person)
export class EmailResolver {
  constructor(private readonly emails: EmailService) {}

  @Mutation(() => PersonPayload, {
    description: "Says where somebody gets e-mails. For oneself and the admin.",
  })
  setEmail(
    @Arg("input", () => SetEmailInput, { description: "Whose, and where." }) input: SetEmailInput,
    @Ctx() scope: RequestScope,
  ): Promise<PersonPayload> {
    return signedInPayload(scope.ctx, PersonPayload, async (payload) => {
      const personId = fromGlobalId(input.personId, "Person", "input.personId");
      await this.emails.set(scope.ctx, personId, input.email ?? null);
      scope.loaders.clear();
      payload.person = await loadOne(scope, personById, personId);
    });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Where they get e-mails; null: nowhere, or not for the asker to know.",
  })
  async email(@Root() person: Person, @Ctx() scope: RequestScope): Promise<string | null> {
    const subject = { officeId: person.officeRowId, personId: person.rowId };
    if (!allows(scope.ctx.actor, "person.setEmail", subject)) return null;
    return scope.loaders.get(emailOfPerson).load(person.rowId);
  }
}
