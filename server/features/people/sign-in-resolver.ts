import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Refusal } from "../../kernel/refusal.js";
import { mutationPayload } from "../../runtime/mutation-payload.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { loadOne, provenPersonById } from "./people-loaders.js";
import { SignInInput } from "./people-inputs.js";
import { SignInPayload, SignOutPayload } from "./people-payloads.js";
import type { SignInService } from "./sign-in-service.js";

@Resolver()
export class SignInResolver {
  constructor(private readonly signIns: SignInService) {}

  @Mutation(() => SignInPayload, {
    description:
      "Opens a session of at most seven days, over after twelve hours without use. Browsers get it as a cookie.",
  })
  signIn(
    @Arg("input", () => SignInInput, { description: "Who signs in." }) input: SignInInput,
    @Ctx() scope: RequestScope,
  ): Promise<SignInPayload> {
    return mutationPayload(scope.ctx, SignInPayload, async (payload) => {
      if (!scope.mayTakePassword) throw new Refusal("HTTPS_REQUIRED");
      const session = await this.signIns.signIn(scope.ctx, {
        username: input.username,
        password: input.password,
        remoteAddress: scope.remoteAddress,
      });
      if (input.bearer) payload.token = session.token;
      else scope.cookie.set(session.token, session.expiresAt);
      scope.loaders.clear();
      payload.person = await loadOne(scope, provenPersonById, session.personId);
    });
  }

  @Mutation(() => SignOutPayload, {
    description:
      "Ends the session that asks. Without one there is nothing to end, and it is done too.",
  })
  signOut(@Ctx() scope: RequestScope): Promise<SignOutPayload> {
    return mutationPayload(scope.ctx, SignOutPayload, async (payload) => {
      await this.signIns.signOut(scope.ctx);
      scope.cookie.clear();
      payload.done = true;
    });
  }
}
