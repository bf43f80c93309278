import { Field, ID, InputType, Int, registerEnumType } from "type-graphql";
import { LocalDate } from "../../runtime/graphql/scalars.js";

export type Bucket = "DAY" | "WEEK" | "MONTH";

export const ThroughputBucket: Record<Bucket, Bucket> = {
  DAY: "DAY",
  WEEK: "WEEK",
  MONTH: "MONTH",
};
registerEnumType(ThroughputBucket, {
  name: "ThroughputBucket",
  description: "The steps of a report's period. A step is cut where the period begins or ends.",
  valuesConfig: {
    DAY: { description: "A day by the office's clocks." },
    WEEK: { description: "From Monday to Sunday." },
    MONTH: { description: "A calendar month." },
  },
});

export type Measure =
  | "CASES_STARTED"
  | "CASES_COMPLETED"
  | "CASES_CANCELLED"
  | "CASES_RUNNING"
  | "ARRIVED"
  | "FINISHED"
  | "WITHDRAWN"
  | "WAITING"
  | "REWORK"
  | "ON_TIME"
  | "LATE"
  | "HANDED_OVER";

export const ThroughputMeasure: Record<Measure, Measure> = {
  CASES_STARTED: "CASES_STARTED",
  CASES_COMPLETED: "CASES_COMPLETED",
  CASES_CANCELLED: "CASES_CANCELLED",
  CASES_RUNNING: "CASES_RUNNING",
  ARRIVED: "ARRIVED",
  FINISHED: "FINISHED",
  WITHDRAWN: "WITHDRAWN",
  WAITING: "WAITING",
  REWORK: "REWORK",
  ON_TIME: "ON_TIME",
  LATE: "LATE",
  HANDED_OVER: "HANDED_OVER",
};
registerEnumType(ThroughputMeasure, {
  name: "ThroughputMeasure",
  description: "A number of a report whose cases can be listed.",
  valuesConfig: {
    CASES_STARTED: { description: "Cases that began in the period." },
    CASES_COMPLETED: { description: "Cases that were completed in it." },
    CASES_CANCELLED: { description: "Cases that were cancelled in it." },
    CASES_RUNNING: { description: "Cases under way at its end, or now if that is earlier." },
    ARRIVED: { description: "Tasks that opened in the period; a waiting connector counts as one." },
    FINISHED: { description: "Tasks that were done in it." },
    WITHDRAWN: {
      description: "Tasks that were closed undone in it: sent back, cancelled, or done by another.",
    },
    WAITING: { description: "Tasks open at its end, or now if that is earlier." },
    REWORK: { description: "Finished tasks of a step at which the case had been before." },
    ON_TIME: { description: "Finished tasks within their standard time." },
    LATE: { description: "Finished tasks over their standard time." },
    HANDED_OVER: {
      description: "Tasks that opened by what another lane had finished or sent back.",
    },
  },
});

@InputType({ description: "Whose work a report is about." })
export class ThroughputScopeInput {
  @Field(() => ID, { description: "The office." })
  officeId!: string;

  @Field(() => [ID], {
    nullable: true,
    description: "SOPs of the office, at most 50; left out: all, also retired ones.",
  })
  sopIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Only cases of these versions, at most 50; left out: of all versions.",
  })
  versionIds?: string[] | null;
}

@InputType({ description: "A period by the office's clocks, both days included." })
export class ThroughputPeriodInput {
  @Field(() => LocalDate, { description: "The first day." })
  from!: number;

  @Field(() => LocalDate, { description: "The last day; not before the first." })
  to!: number;
}

@InputType({ description: "What a report is held against: another period, or other versions." })
export class ThroughputComparisonInput {
  @Field(() => ThroughputPeriodInput, {
    nullable: true,
    description: "Another period; left out: the same.",
  })
  period?: ThroughputPeriodInput | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Other versions, at most 50; left out: the same.",
  })
  versionIds?: string[] | null;
}

@InputType({ description: "What a report tells of." })
export class LaneThroughputInput {
  @Field(() => ThroughputScopeInput, { description: "Whose work." })
  scope!: ThroughputScopeInput;

  @Field(() => ThroughputPeriodInput, { description: "Which days." })
  period!: ThroughputPeriodInput;

  @Field(() => ThroughputBucket, {
    nullable: true,
    description:
      "The steps of its course; left out: days up to two months, weeks up to half a year, then months. At most 1,300 steps.",
  })
  bucket?: Bucket | null;

  @Field(() => ThroughputComparisonInput, {
    nullable: true,
    description: "Held against this, in `compared`.",
  })
  comparedWith?: ThroughputComparisonInput | null;
}

@InputType({ description: "Which number of a report is opened." })
export class ThroughputCasesInput {
  @Field(() => ThroughputScopeInput, { description: "As in the report." })
  scope!: ThroughputScopeInput;

  @Field(() => ThroughputPeriodInput, {
    description: "As in the report, or the days of one of its steps.",
  })
  period!: ThroughputPeriodInput;

  @Field(() => ThroughputMeasure, { description: "The number." })
  measure!: Measure;

  @Field(() => String, {
    nullable: true,
    description: "Of one lane, by `ThroughputLane.id`; for HANDED_OVER the one that got the task.",
  })
  laneId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "For HANDED_OVER, which needs both: the lane that gave it.",
  })
  fromLaneId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Of one step, by its key; the scope must name one SOP.",
  })
  stepKey?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Of one person. Only for whoever may read people's figures.",
  })
  personId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "For CASES_COMPLETED: of one bar of the histogram, by `LeadTimeBar.index`.",
  })
  bar?: number | null;
}
