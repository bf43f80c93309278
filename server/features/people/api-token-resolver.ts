import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { fromGlobalId } from "../../kernel/global-id.js";
import { mutationPayload } from "../../runtime/mutation-payload.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { ApiToken } from "./api-token.js";
import type { ApiTokenService } from "./api-token-service.js";
import { CreateApiTokenInput, RevokeApiTokenInput } from "./people-inputs.js";
import { apiTokenById, loadOne } from "./people-loaders.js";
import { ApiTokenPayload, CreateApiTokenPayload } from "./people-payloads.js";
import type { PeopleReader } from "./people-reader.js";

@Resolver()
export class ApiTokenResolver {
  constructor(
    private readonly tokens: ApiTokenService,
    private readonly reader: PeopleReader,
  ) {}

  @Query(() => [ApiToken], { description: "All API tokens, the revoked ones too. For the admin." })
  apiTokens(@Ctx() scope: RequestScope): Promise<ApiToken[]> {
    return this.reader.apiTokens(scope);
  }

  @Mutation(() => CreateApiTokenPayload, {
    description: "Makes a token for another program, for the admin's own office.",
  })
  createApiToken(
    @Arg("input", () => CreateApiTokenInput, { description: "What the token is for." })
    input: CreateApiTokenInput,
    @Ctx() scope: RequestScope,
  ): Promise<CreateApiTokenPayload> {
    return mutationPayload(scope.ctx, CreateApiTokenPayload, async (payload) => {
      const { apiTokenId, secret } = await this.tokens.create(scope.ctx, input);
      payload.secret = secret;
      scope.loaders.clear();
      payload.apiToken = await loadOne(scope, apiTokenById, apiTokenId);
    });
  }

  @Mutation(() => ApiTokenPayload, {
    description: "Makes a token useless at once and for ever. For the admin.",
  })
  revokeApiToken(
    @Arg("input", () => RevokeApiTokenInput, { description: "Which token." })
    input: RevokeApiTokenInput,
    @Ctx() scope: RequestScope,
  ): Promise<ApiTokenPayload> {
    return mutationPayload(scope.ctx, ApiTokenPayload, async (payload) => {
      const apiTokenId = fromGlobalId(input.apiTokenId, "ApiToken", "input.apiTokenId");
      await this.tokens.revoke(scope.ctx, apiTokenId);
      scope.loaders.clear();
      payload.apiToken = await loadOne(scope, apiTokenById, apiTokenId);
    });
  }
}
