import { Field, Int, ObjectType } from "type-graphql";
import { toGlobalId } from "../../kernel/global-id.js";
import { connectionOf } from "../../runtime/graphql/connection.js";
import { Node } from "../../runtime/graphql/node.js";

/** The columns that a Person is read from; never the password's hash. */
export const personColumns =
  "id, office_id, username, name, nip, locale, must_change_password, disabled_at, revision";

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
  readonly revision: number | null;
}

@ObjectType("Person", {
  simpleResolvers: true,
  implements: Node,
  description:
    "Somebody with an account: staff of an office, or a requester. Everybody who meets them sees their name; the account is null to all but themselves, the admin, and staff of their office.",
})
export class Person implements Node {
  readonly __typename = "Person";
  rowId!: number;
  officeRowId!: number;
  id!: string;
  /** Whether the asker may read more than the name. */
  isOpen!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "What they sign in with, in lower case; null where it is not for the asker.",
  })
  username!: string | null;

  @Field(() => String, { description: "Their full name." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Civil service number (NIP); null where they have none, it is not known, or it is not for the asker.",
  })
  nip!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Language of the interface, "id" or "en"; null where it is not for the asker.',
  })
  locale!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "A disabled account cannot sign in. Null where it is not for the asker.",
  })
  disabled!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the password is a temporary one: until it is changed, the session can do nothing else. Null where it is not for the asker.",
  })
  mustChangePassword!: boolean | null;

  @Field(() => Int, {
    description: "Counted up by each change by an admin; goes along with the next.",
  })
  revision!: number;

  /** `isOpen`: whether the asker may read more than the name (`person.read`). */
  static from(row: PersonRow, isOpen: boolean): Person {
    return Object.assign(new Person(), {
      rowId: row.id,
      officeRowId: row.office_id,
      id: toGlobalId("Person", row.id),
      isOpen,
      username: isOpen ? row.username : null,
      name: row.name,
      nip: isOpen ? row.nip : null,
      locale: isOpen ? row.locale : null,
      disabled: isOpen ? row.disabled_at !== null : null,
      revision: row.revision ?? 0,
      mustChangePassword: isOpen ? row.must_change_password === 1 : null,
    });
  }
}

export const PersonConnection = connectionOf(Person, "Person");
