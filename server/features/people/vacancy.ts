import { Field, ObjectType } from "type-graphql";
import type { Reader, Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import { DateTime } from "../../runtime/graphql/scalars.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { firstGap } from "./first-gap.js";
import type { Period } from "./office-period.js";

@ObjectType({
  simpleResolvers: true,
  description: "That nobody with an enabled account holds a position, from some instant on.",
})
export class Vacancy {
  positionId!: number;

  @Field(() => DateTime, { description: "From when; now, where nobody holds it already." })
  from!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the next holder begins; null: nobody has been appointed.",
  })
  until!: number | null;

  @Field(() => Boolean, { description: "Whether nobody holds it now." })
  isNow!: boolean;
}

const day = 86_400_000;

/** By position, the first vacancy that begins within so many days; absent: there is none. One statement. */
export const vacanciesOf = (
  { reader, ctx }: RequestScope,
  positionIds: readonly number[],
  withinDays: number,
): Promise<ReadonlyMap<number, Vacancy>> => vacanciesAt(reader, ctx.now(), positionIds, withinDays);

/** The same as somebody sees it at `now`, in epoch milliseconds. */
export async function vacanciesAt(
  reader: Reader,
  now: number,
  positionIds: readonly number[],
  withinDays: number,
): Promise<ReadonlyMap<number, Vacancy>> {
  if (positionIds.length === 0) return new Map();
  const rows = await reader.all<Row & { position_id: number; from: number; until: number | null }>(
    `SELECT h.position_id, h.valid_from AS "from", h.valid_until AS "until" FROM position_holder h
      JOIN person p ON p.id = h.person_id AND p.disabled_at IS NULL
      WHERE h.position_id IN (${placeholders(positionIds)})
      AND (h.valid_until IS NULL OR h.valid_until > ?)`,
    [...positionIds, now],
  );
  const periods = new Map<number, Period[]>(positionIds.map((id) => [id, []]));
  for (const { position_id, from, until } of rows) periods.get(position_id)?.push({ from, until });
  const found = new Map<number, Vacancy>();
  for (const [positionId, held] of periods) {
    // Somebody who is to leave right at the horizon still counts as seen in time.
    const gap = firstGap(held, now, now + withinDays * day + 1);
    if (!gap) continue;
    found.set(
      positionId,
      Object.assign(new Vacancy(), gap, { positionId, isNow: gap.from <= now }),
    );
  }
  return found;
}
