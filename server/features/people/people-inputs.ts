import { Field, ID, InputType } from "type-graphql";
import type { TokenScope } from "../../kernel/actor.js";
import { TokenScopeEnum } from "./api-token.js";

@InputType({ description: "Who signs in." })
export class SignInInput {
  @Field(() => String, { description: "Capitals make no difference." })
  username!: string;

  @Field(() => String, { description: "The password." })
  password!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether to return a token for the Authorization header instead of a cookie.",
  })
  bearer!: boolean;
}

@InputType({ description: "A change of one's own password." })
export class ChangePasswordInput {
  @Field(() => String, { description: "The password until now." })
  currentPassword!: string;

  @Field(() => String, { description: "At least 10 characters, and not the username." })
  newPassword!: string;
}

@InputType({ description: "Whose password to reset." })
export class ResetPasswordInput {
  @Field(() => ID, { description: "The person." })
  personId!: string;
}

@InputType({ description: "Which account to disable or to enable again." })
export class SetPersonDisabledInput {
  @Field(() => ID, { description: "The person." })
  personId!: string;

  @Field(() => Boolean, { description: "True ends all of the account's sessions at once." })
  disabled!: boolean;
}

@InputType({ description: "One's own language." })
export class SetMyLocaleInput {
  @Field(() => String, { description: '"id" or "en".' })
  locale!: string;
}

@InputType({ description: "A token for another program." })
export class CreateApiTokenInput {
  @Field(() => String, { description: "Which program it is for." })
  name!: string;

  @Field(() => [TokenScopeEnum], { description: "What it may do; at least one." })
  scopes!: TokenScope[];
}

@InputType({ description: "Which token to revoke." })
export class RevokeApiTokenInput {
  @Field(() => ID, { description: "The token." })
  apiTokenId!: string;
}
