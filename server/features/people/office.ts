import { Field, Int, ObjectType } from "type-graphql";
import { toGlobalId } from "../../kernel/global-id.js";
import { Node } from "../../runtime/graphql/node.js";

export const officeColumns = "id, code, name, government, time_zone, revision";

export interface OfficeRow {
  readonly [column: string]: unknown;
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly government: string | null;
  readonly time_zone: string;
  readonly revision: number | null;
}

@ObjectType("Office", {
  simpleResolvers: true,
  implements: Node,
  description: "An office (perangkat daerah) with its SOPs, positions and people.",
})
export class Office implements Node {
  readonly __typename = "Office";
  rowId!: number;
  id!: string;

  @Field(() => String, { description: "Short and unique, for programs." })
  code!: string;

  @Field(() => String, { description: "The office's name." })
  name!: string;

  @Field(() => String, { nullable: true, description: "The government that it belongs to." })
  government!: string | null;

  @Field(() => String, { description: "IANA name of its time zone, as Asia/Jakarta." })
  timeZone!: string;

  @Field(() => Int, { description: "Counted up by each change; goes along with the next." })
  revision!: number;

  static from(row: OfficeRow): Office {
    return Object.assign(new Office(), {
      rowId: row.id,
      id: toGlobalId("Office", row.id),
      code: row.code,
      name: row.name,
      government: row.government,
      timeZone: row.time_zone,
      revision: row.revision ?? 0,
    });
  }
}
