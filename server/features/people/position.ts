import { Field, ObjectType } from "type-graphql";
import { toGlobalId } from "../../kernel/global-id.js";
import { Node } from "../../runtime/graphql/node.js";

export const positionColumns = "id, office_id, code, name";

export interface PositionRow {
  readonly [column: string]: unknown;
  readonly id: number;
  readonly office_id: number;
  readonly code: string;
  readonly name: string;
}

@ObjectType("Position", {
  simpleResolvers: true,
  implements: Node,
  description: "A position (jabatan) of an office; lanes are bound to positions, not to people.",
})
export class Position implements Node {
  readonly __typename = "Position";
  rowId!: number;
  officeRowId!: number;
  id!: string;

  @Field(() => String, { description: "Short and unique, for programs." })
  code!: string;

  @Field(() => String, { description: "The position's name." })
  name!: string;

  static from(row: PositionRow): Position {
    return Object.assign(new Position(), {
      rowId: row.id,
      officeRowId: row.office_id,
      id: toGlobalId("Position", row.id),
      code: row.code,
      name: row.name,
    });
  }
}
