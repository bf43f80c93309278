import { Field, Float, Int, ObjectType } from "type-graphql";
import { DateTime, LocalDate, Milliseconds } from "../../runtime/graphql/scalars.js";
import { Office } from "../people/people-service.js";
import { ThroughputStep } from "./course-types.js";
import { HandOver, LaneFigures, PersonFigures, StepFigures, ThroughputLane } from "./lane-types.js";
import { type Bucket, ThroughputBucket } from "./report-inputs.js";
import { DurationFigures } from "./time-figures.js";

@ObjectType({ simpleResolvers: true, description: "A bar of the histogram of lead times." })
export class LeadTimeBar {
  @Field(() => Int, {
    description: "Its number from 0; the same for the same times in every report.",
  })
  index!: number;

  @Field(() => Milliseconds, {
    description: "Of cases that took longer than this working time; -1: no time at all.",
  })
  from!: number;

  @Field(() => Milliseconds, { description: "And no longer than this." })
  to!: number;

  @Field(() => Int, { description: "How many completed cases took so long." })
  count!: number;
}

@ObjectType({ description: "The cases as a whole." })
export class CaseFigures {
  @Field(() => Int, { description: "Began in the period." })
  started!: number;

  @Field(() => Int, { description: "Were completed in it." })
  completed!: number;

  @Field(() => Int, { description: "Were cancelled in it." })
  cancelled!: number;

  @Field(() => Int, { description: "Under way at its end, or now if that is earlier." })
  running!: number;

  @Field(() => DurationFigures, {
    description: "Lead times of the completed ones, in working time.",
  })
  leadTimes!: DurationFigures;

  @Field(() => DurationFigures, { description: "The same in clock time." })
  clockLeadTimes!: DurationFigures;

  @Field(() => Milliseconds, {
    nullable: true,
    description:
      "The longest way through the newest version by its standard times, in working time; null for several SOPs and where no step states one.",
  })
  standard!: number | null;

  @Field(() => [LeadTimeBar], {
    description:
      "Lead times of the completed ones in working time, from the first bar to the last, without gaps.",
  })
  histogram!: LeadTimeBar[];
}

@ObjectType({ simpleResolvers: true, description: "Which lane holds up the work." })
export class Bottleneck {
  @Field(() => ThroughputLane, {
    description: "The lane with the largest part of the working time.",
  })
  lane!: ThroughputLane;

  @Field(() => Float, { description: "That part, 0 to 1; running cases count." })
  share!: number;

  @Field(() => LocalDate, {
    description:
      "The first day of the step of the period since which it has had the largest part without a break.",
  })
  since!: number;

  @Field(() => Int, { description: "Its tasks that are open now." })
  waiting!: number;

  @Field(() => Int, { description: "Of these, those past their deadline." })
  overdue!: number;

  @Field(() => String, { description: "Why, in one sentence in the asker's language." })
  sentence!: string;
}

@ObjectType({
  description: "Throughput lane by lane, of one moment: all its numbers come from one snapshot.",
})
export class LaneThroughput {
  @Field(() => Office, { description: "Of which office." })
  office!: Office;

  /** For the field `versions`. */
  versionIds!: readonly number[];

  @Field(() => LocalDate, { description: "The first day." })
  from!: number;

  @Field(() => LocalDate, { description: "The last day." })
  to!: number;

  @Field(() => ThroughputBucket, { description: "Its steps." })
  bucket!: Bucket;

  @Field(() => DateTime, {
    description: "The moment of the snapshot; what is open counts up to it.",
  })
  asOf!: number;

  @Field(() => Int, { description: "How many working minutes a working day of the office has." })
  minutesPerWorkingDay!: number;

  @Field(() => CaseFigures, { description: "The cases as a whole." })
  cases!: CaseFigures;

  @Field(() => [LaneFigures], { description: "Lane by lane: in the form's order, or by position." })
  lanes!: LaneFigures[];

  @Field(() => [StepFigures], { description: "Step by step, in the form's order." })
  steps!: StepFigures[];

  @Field(() => [HandOver], { description: "Between lanes, the most frequent first." })
  handOvers!: HandOver[];

  @Field(() => Bottleneck, { nullable: true, description: "Null where no working time passed." })
  bottleneck!: Bottleneck | null;

  @Field(() => [ThroughputStep], { description: "The course of it." })
  course!: ThroughputStep[];

  @Field(() => [PersonFigures], {
    nullable: true,
    description: "Person by person; null where the asker may not see people's figures.",
  })
  people!: PersonFigures[] | null;

  @Field(() => LaneThroughput, {
    nullable: true,
    description:
      "What it is held against, from the same snapshot; null where nothing was asked for.",
  })
  compared!: LaneThroughput | null;
}
