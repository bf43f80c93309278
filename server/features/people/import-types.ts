import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Role } from "../../kernel/actor.js";
import { UserError } from "../../runtime/graphql/user-error.js";
import { Person } from "./person.js";
import { RoleEnum } from "./role.js";

const refusals = { description: "Why it was refused; empty when it was done." };

export const ImportRowState = {
  NEW: "NEW",
  CHANGED: "CHANGED",
  SAME: "SAME",
  WRONG: "WRONG",
} as const;
export type ImportRowState = keyof typeof ImportRowState;
registerEnumType(ImportRowState, {
  name: "ImportRowState",
  description: "What an import would do with a row.",
  valuesConfig: {
    NEW: { description: "Somebody gets an account." },
    CHANGED: { description: "Something about somebody who is there changes." },
    SAME: { description: "It says what is so already." },
    WRONG: { description: "It cannot be taken; `problems` says why." },
  },
});

@ObjectType({ simpleResolvers: true, description: "What an import would do with one row." })
export class PreviewedRow {
  @Field(() => Int, { description: "The row's number, as it was sent." })
  line!: number;

  @Field(() => ImportRowState, { description: "What would be done with it." })
  state!: ImportRowState;

  @Field(() => String, {
    nullable: true,
    description: "What they would sign in with; null where the row is wrong.",
  })
  username!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "How the person is called until now, where the row says it otherwise.",
  })
  previousName!: string | null;

  @Field(() => Boolean, { description: "Whether somebody who is there gets another NIP." })
  addsNip!: boolean;

  @Field(() => [RoleEnum], { description: "The roles that they would get." })
  addedRoles!: Role[];

  @Field(() => Boolean, { description: "Whether the position would be made." })
  makesPosition!: boolean;

  @Field(() => Boolean, { description: "Whether they would be appointed to the position." })
  appoints!: boolean;

  @Field(() => [UserError], { description: "Why it cannot be taken; `field` is that of the row." })
  problems!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "What an import would do." })
export class PeopleImportPreview {
  @Field(() => [PreviewedRow], { nullable: true, description: "Row by row." })
  rows?: PreviewedRow[];

  @Field(() => [UserError], { description: "Why the table as a whole cannot be taken." })
  userErrors!: UserError[];
}

@ObjectType("ImportCounts", {
  simpleResolvers: true,
  description: "How many of what an import made or changed.",
})
export class ImportCountsType {
  @Field(() => Int, { description: "New accounts." })
  made!: number;

  @Field(() => Int, { description: "People who were there and are changed." })
  changed!: number;

  @Field(() => Int, { description: "New positions." })
  positions!: number;

  @Field(() => Int, { description: "Appointments." })
  holders!: number;
}

@ObjectType({ simpleResolvers: true, description: "A new account and its temporary password." })
export class ImportAccount {
  @Field(() => Person, { description: "Whose it is." })
  person!: Person;

  @Field(() => String, { description: "To be given to the person; shown only here." })
  temporaryPassword!: string;
}

@ObjectType({ simpleResolvers: true, description: "The outcome of an import." })
export class ImportPeoplePayload {
  @Field(() => ImportCountsType, { nullable: true, description: "What was done." })
  counts?: ImportCountsType;

  @Field(() => [ImportAccount], {
    nullable: true,
    description:
      "The new accounts, by the rows; empty where the same was asked for before, for the passwords are kept nowhere.",
  })
  accounts?: ImportAccount[];

  @Field(() => [UserError], refusals)
  userErrors!: UserError[];
}
