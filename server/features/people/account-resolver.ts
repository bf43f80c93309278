import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { fromGlobalId } from "../../kernel/global-id.js";
import { mutationPayload } from "../../runtime/mutation-payload.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { ChangePasswordInput, ResetPasswordInput, SetMyLocaleInput } from "./people-inputs.js";
import { loadOne, personById } from "./people-loaders.js";
import { PersonPayload, ResetPasswordPayload } from "./people-payloads.js";
import type { PeopleService } from "./people-service.js";

/** What people and the admin change about accounts. */
@Resolver()
export class AccountResolver {
  constructor(private readonly people: PeopleService) {}

  @Mutation(() => PersonPayload, {
    description: "Changes one's own password and ends one's other sessions.",
  })
  changePassword(
    @Arg("input", () => ChangePasswordInput, { description: "The old and the new one." })
    input: ChangePasswordInput,
    @Ctx() scope: RequestScope,
  ): Promise<PersonPayload> {
    return mutationPayload(scope.ctx, PersonPayload, async (payload) => {
      const personId = await this.people.changePassword(scope.ctx, {
        currentPassword: input.currentPassword,
        newPassword: input.newPassword,
        remoteAddress: scope.remoteAddress,
      });
      scope.loaders.clear();
      payload.person = await loadOne(scope, personById, personId);
    });
  }

  @Mutation(() => ResetPasswordPayload, {
    description:
      "Gives somebody a temporary password and ends all of their sessions. For the admin.",
  })
  resetPassword(
    @Arg("input", () => ResetPasswordInput, { description: "Whose password." })
    input: ResetPasswordInput,
    @Ctx() scope: RequestScope,
  ): Promise<ResetPasswordPayload> {
    return mutationPayload(scope.ctx, ResetPasswordPayload, async (payload) => {
      const personId = fromGlobalId(input.personId, "Person", "input.personId");
      payload.temporaryPassword = await this.people.resetPassword(scope.ctx, personId);
      scope.loaders.clear();
      payload.person = await loadOne(scope, personById, personId);
    });
  }

  @Mutation(() => PersonPayload, { description: "Chooses one's own language." })
  setMyLocale(
    @Arg("input", () => SetMyLocaleInput, { description: "Which language." })
    input: SetMyLocaleInput,
    @Ctx() scope: RequestScope,
  ): Promise<PersonPayload> {
    return mutationPayload(scope.ctx, PersonPayload, async (payload) => {
      const personId = await this.people.setMyLocale(scope.ctx, input.locale);
      scope.loaders.clear();
      payload.person = await loadOne(scope, personById, personId);
    });
  }
}
