import { Field, ObjectType, registerEnumType } from "type-graphql";
import { localDay } from "../../../domain/index.js";
import { toGlobalId } from "../../kernel/global-id.js";
import { DateTime, LocalDate } from "../../runtime/graphql/scalars.js";
import { localTimeOf } from "../../runtime/local-time-of.js";
import { Node } from "../../runtime/graphql/node.js";

export const HoldingCapacity = { DEFINITIVE: "DEFINITIVE", PLT: "PLT", PLH: "PLH" } as const;
export type HoldingCapacity = keyof typeof HoldingCapacity;
registerEnumType(HoldingCapacity, {
  name: "HoldingCapacity",
  description: "As what somebody holds a position.",
  valuesConfig: {
    DEFINITIVE: { description: "Definitif: appointed to it." },
    PLT: { description: "Pelaksana tugas: it is vacant, or its holder is away for long." },
    PLH: { description: "Pelaksana harian: its holder is away for some days." },
  },
});

export const PeriodState = { UPCOMING: "UPCOMING", CURRENT: "CURRENT", PAST: "PAST" } as const;
export type PeriodState = keyof typeof PeriodState;
registerEnumType(PeriodState, {
  name: "PeriodState",
  description: "Where a period of days stands against today.",
  valuesConfig: {
    UPCOMING: { description: "It has not begun." },
    CURRENT: { description: "It is running." },
    PAST: { description: "It is over." },
  },
});

export function periodState(from: number, until: number | null, now: number): PeriodState {
  if (from > now) return "UPCOMING";
  return until === null || until > now ? "CURRENT" : "PAST";
}

/** Of `position_holder h`, `position q` and `office o`; add a WHERE. */
export const selectAppointments = `SELECT h.id, h.position_id, h.person_id, h.acting, h.acting_as,
  h.valid_from, h.valid_until, h.stands_in_for, h.leave_id, h.appointed_by,
  q.office_id, o.time_zone FROM position_holder h
  JOIN position q ON q.id = h.position_id JOIN office o ON o.id = q.office_id`;

/** What was withdrawn before it began has no day, and never was. */
export const everHeld = "(h.valid_until IS NULL OR h.valid_until > h.valid_from)";

export interface AppointmentRow {
  readonly [column: string]: unknown;
  readonly id: number;
  readonly position_id: number;
  readonly person_id: number;
  readonly acting: number;
  readonly acting_as: "PLT" | "PLH" | null;
  readonly valid_from: number;
  readonly valid_until: number | null;
  readonly stands_in_for: number | null;
  readonly leave_id: number | null;
  readonly appointed_by: number | null;
  readonly office_id: number;
  readonly time_zone: string;
}

export function capacityOf({
  acting,
  acting_as,
}: Pick<AppointmentRow, "acting" | "acting_as">): HoldingCapacity {
  return acting === 0 ? "DEFINITIVE" : (acting_as ?? "PLT");
}

@ObjectType("Appointment", {
  simpleResolvers: true,
  implements: Node,
  description: "That somebody holds a position, or is acting in it, from one day to another.",
})
export class Appointment implements Node {
  readonly __typename = "Appointment";
  id!: string;
  rowId!: number;
  positionId!: number;
  personId!: number;
  officeId!: number;
  standsInForId!: number | null;
  leaveId!: number | null;
  appointedById!: number | null;

  @Field(() => HoldingCapacity, { description: "As what." })
  capacity!: HoldingCapacity;

  @Field(() => PeriodState, { description: "Where it stands against today." })
  state!: PeriodState;

  @Field(() => LocalDate, {
    nullable: true,
    description: "The first day, from its first minute; null: since before it was recorded here.",
  })
  firstDay!: number | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: "The last day, to its end unless it was ended during it; null: open.",
  })
  lastDay!: number | null;

  @Field(() => DateTime, { nullable: true, description: "The first instant after it; null: open." })
  endsAt!: number | null;

  static from(row: AppointmentRow, now: number): Appointment {
    const clocks = localTimeOf(row.time_zone);
    return Object.assign(new Appointment(), {
      rowId: row.id,
      id: toGlobalId("Appointment", row.id),
      positionId: row.position_id,
      personId: row.person_id,
      officeId: row.office_id,
      standsInForId: row.stands_in_for,
      leaveId: row.leave_id,
      appointedById: row.appointed_by,
      capacity: capacityOf(row),
      state: periodState(row.valid_from, row.valid_until, now),
      firstDay: row.valid_from === 0 ? null : localDay(clocks, row.valid_from),
      lastDay: row.valid_until === null ? null : localDay(clocks, row.valid_until - 1),
      endsAt: row.valid_until,
    });
  }
}
