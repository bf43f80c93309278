import { Field, ObjectType } from "type-graphql";
import { toGlobalId } from "../../kernel/global-id.js";
import { connectionOf } from "../../runtime/graphql/connection.js";
import { Node } from "../../runtime/graphql/node.js";

/** The columns that a Person is read from; never the password's hash. */
export const personColumns =
  "id, office_id, username, name, nip, locale, must_change_password, disabled_at";

export interface PersonRow {
  readonly [column: string]: unknown;
  readonly id: number;
  readonly office_id: number;
  readonly username: string;
  readonly name: string;
  readonly nip: string | null;
  readonly locale: string;
  readonly must_change_password: number;
  readonly disabled_at: number | null;
}

@ObjectType("Person", {
  simpleResolvers: true,
  implements: Node,
  description: "Somebody with an account: staff of an office, or a requester.",
})
export class Person implements Node {
  readonly __typename = "Person";
  rowId!: number;
  officeRowId!: number;
  id!: string;

  @Field(() => String, { description: "What they sign in with, in lower case." })
  username!: string;

  @Field(() => String, { description: "Their full name." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "Civil service number (NIP); null where they have none or it is not known.",
  })
  nip!: string | null;

  @Field(() => String, { description: 'Language of the interface: "id" or "en".' })
  locale!: string;

  @Field(() => Boolean, { description: "A disabled account cannot sign in." })
  disabled!: boolean;

  @Field(() => Boolean, {
    description: "Whether the password is a temporary one, to be changed at the next sign-in.",
  })
  mustChangePassword!: boolean;

  static from(row: PersonRow): Person {
    return Object.assign(new Person(), {
      rowId: row.id,
      officeRowId: row.office_id,
      id: toGlobalId("Person", row.id),
      username: row.username,
      name: row.name,
      nip: row.nip,
      locale: row.locale,
      disabled: row.disabled_at !== null,
      mustChangePassword: row.must_change_password === 1,
    });
  }
}

export const PersonConnection = connectionOf(Person, "Person");
