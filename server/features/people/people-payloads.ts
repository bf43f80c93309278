import { Field, ObjectType } from "type-graphql";
import { UserError } from "../../runtime/graphql/user-error.js";
import { ApiToken } from "./api-token.js";
import { Office } from "./office.js";
import { Person } from "./person.js";

const refusals = { description: "Why it was refused; empty when it was done." };

@ObjectType({ simpleResolvers: true, description: "The outcome of signing in." })
export class SignInPayload {
  @Field(() => Person, { nullable: true, description: "Who is signed in now." })
  person?: Person;

  @Field(() => String, {
    nullable: true,
    description: "For the Authorization header; only when `bearer` was asked for.",
  })
  token?: string;

  @Field(() => [UserError], refusals)
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "The outcome of signing out." })
export class SignOutPayload {
  @Field(() => Boolean, { description: "Whether nobody is signed in any more." })
  done: boolean = false;

  @Field(() => [UserError], refusals)
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "The outcome of a change to a person." })
export class PersonPayload {
  @Field(() => Person, { nullable: true, description: "The person after the change." })
  person?: Person;

  @Field(() => [UserError], refusals)
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "The outcome of resetting a password." })
export class ResetPasswordPayload {
  @Field(() => Person, { nullable: true, description: "The person after the change." })
  person?: Person;

  @Field(() => String, {
    nullable: true,
    description: "To be given to the person; it is shown only here.",
  })
  temporaryPassword?: string;

  @Field(() => [UserError], refusals)
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "The outcome of making an API token." })
export class CreateApiTokenPayload {
  @Field(() => ApiToken, { nullable: true, description: "The new token." })
  apiToken?: ApiToken;

  @Field(() => String, {
    nullable: true,
    description: "What the program sends as a bearer token; it is shown only here.",
  })
  secret?: string;

  @Field(() => [UserError], refusals)
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "The outcome of a change to an API token." })
export class ApiTokenPayload {
  @Field(() => ApiToken, { nullable: true, description: "The token after the change." })
  apiToken?: ApiToken;

  @Field(() => [UserError], refusals)
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "An office that was changed." })
export class OfficePayload {
  @Field(() => Office, { nullable: true, description: "The office." })
  office?: Office | null;

  @Field(() => [UserError], { description: "Why nothing was changed; empty when it was." })
  userErrors!: UserError[];
}
