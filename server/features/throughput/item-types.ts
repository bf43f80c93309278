import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../../runtime/graphql/connection.js";
import { DateTime, Milliseconds } from "../../runtime/graphql/scalars.js";
import { ThroughputLane } from "./lane-types.js";

@ObjectType({
  description: "One of what a number of a report counts: a case, or a task of one.",
})
export class ThroughputItem {
  /** For the field `instance`. */
  instanceId!: number;

  @Field(() => String, {
    nullable: true,
    description: "What was to do, by the form; null where cases are counted.",
  })
  step!: string | null;

  @Field(() => ThroughputLane, {
    nullable: true,
    description: "Whose task it was; null where cases are counted.",
  })
  lane!: ThroughputLane | null;

  @Field(() => DateTime, { description: "When the task opened, or the case began." })
  openedAt!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the task or the case ended, be it after the period; null if it has not.",
  })
  endedAt!: number | null;

  @Field(() => Milliseconds, {
    description: "Working time from the one to the other, or to now; holds included.",
  })
  working!: number;

  @Field(() => Boolean, { description: "Whether the case had been at the step before." })
  isRework!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it kept its standard time; null without one, or while it is open.",
  })
  isOnTime!: boolean | null;

  /** For the field `person`. */
  personId!: number | null;
}

/** `totalCount` is the number of the report itself, as of the snapshot of the list. */
export const ThroughputItemConnection = connectionOf(ThroughputItem, "ThroughputItem");
