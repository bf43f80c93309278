import { Field, Int, ObjectType } from "type-graphql";
import { toGlobalId } from "../../kernel/global-id.js";
import { Node } from "../../runtime/graphql/node.js";

export const positionColumns =
  "id, office_id, code, name, is_head, superior_id, retired_at, revision";

export interface PositionRow {
  readonly [column: string]: unknown;
  readonly id: number;
  readonly office_id: number;
  readonly code: string;
  readonly name: string;
  readonly is_head: number;
  readonly superior_id: number | null;
  readonly retired_at: number | null;
  readonly revision: number | null;
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
  superiorRowId!: number | null;
  id!: string;

  @Field(() => String, { description: "Short and unique, for programs." })
  code!: string;

  @Field(() => String, { description: "The position's name." })
  name!: string;

  @Field(() => Boolean, { description: "Whether it leads its office (kepala)." })
  isHead!: boolean;

  @Field(() => Boolean, {
    description: "A retired position is filled no more; it stays in what was.",
  })
  retired!: boolean;

  @Field(() => Int, { description: "Counted up by each change; goes along with the next." })
  revision!: number;

  static from(row: PositionRow): Position {
    return Object.assign(new Position(), {
      rowId: row.id,
      officeRowId: row.office_id,
      id: toGlobalId("Position", row.id),
      code: row.code,
      name: row.name,
      superiorRowId: row.superior_id,
      isHead: row.is_head === 1,
      retired: row.retired_at !== null,
      revision: row.revision ?? 0,
    });
  }
}
