import { placeholders } from "../../persistence/placeholders.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import {
  Appointment,
  type AppointmentRow,
  capacityOf,
  everHeld,
  type HoldingCapacity,
  selectAppointments,
} from "./appointment.js";

export const appointmentById: LoaderDefinition<number, Appointment | null> = {
  name: "appointmentById",
  async load({ reader, ctx }, ids) {
    const rows = await reader.all<AppointmentRow>(
      `${selectAppointments} WHERE h.id IN (${placeholders(ids)})`,
      ids,
    );
    const found = new Map(rows.map((row) => [row.id, Appointment.from(row, ctx.now())]));
    return ids.map((id) => found.get(id) ?? null);
  },
};

type Key = "position_id" | "person_id" | "leave_id";

/** By whatever column leads to them, the earliest first. */
function appointmentsBy(name: string, key: Key): LoaderDefinition<number, readonly Appointment[]> {
  return {
    name,
    async load({ reader, ctx }, ids) {
      const rows = await reader.all<AppointmentRow>(
        `${selectAppointments} WHERE h.${key} IN (${placeholders(ids)}) AND ${everHeld}
          ORDER BY h.valid_from, h.id`,
        ids,
      );
      const lists = new Map<number, Appointment[]>(ids.map((id) => [id, []]));
      for (const row of rows) {
        lists.get(row[key] ?? 0)?.push(Appointment.from(row, ctx.now()));
      }
      return ids.map((id) => lists.get(id) ?? []);
    },
  };
}

export const appointmentsOfPosition = appointmentsBy("appointmentsOfPosition", "position_id");
export const appointmentsOfPerson = appointmentsBy("appointmentsOfPerson", "person_id");
export const appointmentsOfLeave = appointmentsBy("appointmentsOfLeave", "leave_id");

/** At which moment somebody worked for a position. */
export interface HoldingMoment {
  readonly positionId: number;
  readonly personId: number;
  readonly at: number;
}

/** The key of a moment in `capacityAt`. */
export const momentKey = ({ positionId, personId, at }: HoldingMoment): string =>
  `${positionId} ${personId} ${at}`;

/**
 * As what somebody held a position at a moment, by `momentKey`; `null` where they did not. Who holds
 * it definitively is not acting, whatever else was said.
 */
export const capacityAt: LoaderDefinition<string, HoldingCapacity | null> = {
  name: "capacityAt",
  async load({ reader }, keys) {
    const moments = keys.map((key) => key.split(" ").map(Number) as [number, number, number]);
    const positionIds = [...new Set(moments.map(([positionId]) => positionId))];
    const personIds = [...new Set(moments.map(([, personId]) => personId))];
    const rows = await reader.all<AppointmentRow>(
      `${selectAppointments} WHERE h.position_id IN (${placeholders(positionIds)})
        AND h.person_id IN (${placeholders(personIds)}) AND ${everHeld} ORDER BY h.acting, h.id`,
      [...positionIds, ...personIds],
    );
    return moments.map(([positionId, personId, at]) => {
      const row = rows.find(
        (each) =>
          each.position_id === positionId &&
          each.person_id === personId &&
          each.valid_from <= at &&
          (each.valid_until === null || each.valid_until > at),
      );
      return row ? capacityOf(row) : null;
    });
  },
};
