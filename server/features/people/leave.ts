import { Field, ObjectType } from "type-graphql";
import { localDay } from "../../../domain/index.js";
import { toGlobalId } from "../../kernel/global-id.js";
import { Node } from "../../runtime/graphql/node.js";
import { LocalDate } from "../../runtime/graphql/scalars.js";
import { localTimeOf } from "../../runtime/local-time-of.js";
import { PeriodState, periodState } from "./appointment.js";

/** Of `leave_report l`, `person p` (whose it is) and `office o`; add a WHERE. */
export const selectLeaves = `SELECT l.id, l.person_id, l.stand_in_id, l.valid_from, l.valid_until,
  p.office_id, o.time_zone FROM leave_report l
  JOIN person p ON p.id = l.person_id JOIN office o ON o.id = p.office_id`;

export interface LeaveRow {
  readonly [column: string]: unknown;
  readonly id: number;
  readonly person_id: number;
  readonly stand_in_id: number;
  readonly valid_from: number;
  readonly valid_until: number;
  readonly office_id: number;
  readonly time_zone: string;
}

@ObjectType("Leave", {
  simpleResolvers: true,
  implements: Node,
  description:
    "Days on which somebody is away (cuti), and who stands in. They may still act themselves.",
})
export class Leave implements Node {
  readonly __typename = "Leave";
  id!: string;
  rowId!: number;
  personId!: number;
  standInId!: number;
  officeId!: number;

  @Field(() => PeriodState, { description: "Where it stands against today." })
  state!: PeriodState;

  @Field(() => LocalDate, { description: "The first day." })
  firstDay!: number;

  @Field(() => LocalDate, {
    description: "The last day; the one on which it was cancelled, where that was earlier.",
  })
  lastDay!: number;

  static from(row: LeaveRow, now: number): Leave {
    const clocks = localTimeOf(row.time_zone);
    return Object.assign(new Leave(), {
      rowId: row.id,
      id: toGlobalId("Leave", row.id),
      personId: row.person_id,
      standInId: row.stand_in_id,
      officeId: row.office_id,
      state: periodState(row.valid_from, row.valid_until, now),
      firstDay: localDay(clocks, row.valid_from),
      lastDay: localDay(clocks, Math.max(row.valid_from, row.valid_until - 1)),
    });
  }
}
