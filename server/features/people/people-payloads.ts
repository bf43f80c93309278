import { Field, Int, ObjectType } from "type-graphql";
import { UserError } from "../../runtime/graphql/user-error.js";
import { ApiToken } from "./api-token.js";
import { Office } from "./office.js";
import { Person } from "./person.js";
import { Position } from "./position.js";

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

@ObjectType({ simpleResolvers: true, description: "The outcome of a change to a position." })
export class PositionPayload {
  @Field(() => Position, { nullable: true, description: "The position after the change." })
  position?: Position;

  @Field(() => [UserError], refusals)
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "The outcome of making an account." })
export class CreatePersonPayload {
  @Field(() => Person, { nullable: true, description: "Who has it." })
  person?: Person;

  @Field(() => String, {
    nullable: true,
    description:
      "To be given to the person; shown only here, and not where the same was asked for before.",
  })
  temporaryPassword?: string;

  @Field(() => [UserError], refusals)
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "The outcome of a move to another office." })
export class MovePersonPayload {
  @Field(() => Person, { nullable: true, description: "The person after the move." })
  person?: Person;

  @Field(() => Int, {
    nullable: true,
    description: "How many tasks that they had claimed went back to their lanes.",
  })
  releasedTasks?: number;

  @Field(() => [UserError], refusals)
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "The outcome of disabling or enabling." })
export class SetPersonDisabledPayload {
  @Field(() => Person, { nullable: true, description: "The person after the change." })
  person?: Person;

  @Field(() => Int, {
    nullable: true,
    description: "How many tasks that they had claimed went back to their lanes.",
  })
  releasedTasks?: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many could not, as those of cases that are held; others can claim them over later.",
  })
  leftTasks?: number;

  @Field(() => [Position], {
    nullable: true,
    description: "The positions of theirs that nobody with an enabled account holds now.",
  })
  vacantPositions?: Position[];

  @Field(() => [UserError], refusals)
  userErrors!: UserError[];
}
