import { Field, Float, Int, ObjectType } from "type-graphql";
import { DateTime, LocalDate, Milliseconds } from "../../runtime/graphql/scalars.js";
import { Office } from "../people/people-service.js";
import { type Bucket, ThroughputBucket } from "./report-inputs.js";
import { DurationFigures, TimeFigures } from "./time-figures.js";

@ObjectType({
  simpleResolvers: true,
  description:
    "Whose work a line of a report is. In the report of one SOP a lane, over all its versions and by its newest name; in one of several SOPs a position, over all lanes that are bound to it.",
})
export class ThroughputLane {
  @Field(() => String, { description: "Opaque; the same in every report of the same scope." })
  id!: string;

  @Field(() => String, {
    description: "Name of the lane or position; empty for the requesters of several SOPs.",
  })
  name!: string;

  @Field(() => Boolean, { description: "Whether it is the requesters' own work." })
  isRequesters!: boolean;

  /** What it is bound to, for the field of that name. */
  positionId!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Key of the lane in the report of one SOP; else null.",
  })
  laneKey!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A task that has been open the longest." })
export class OldestWait {
  /** Its case, for the field of that name. */
  instanceId!: number;

  @Field(() => DateTime, { description: "Since when." })
  since!: number;
}

@ObjectType({
  description:
    "What lay with one lane in the period. arrived = finished + withdrawn + what waiting grew by.",
})
export class LaneFigures {
  @Field(() => ThroughputLane, { description: "Whose." })
  lane!: ThroughputLane;

  @Field(() => Int, { description: "Tasks that opened; a waiting connector counts as one." })
  arrived!: number;

  @Field(() => Int, { description: "Tasks that were done." })
  finished!: number;

  @Field(() => Int, { description: "Tasks that were closed undone." })
  withdrawn!: number;

  @Field(() => Int, { description: "Open at the end of the period, or now if that is earlier." })
  waiting!: number;

  @Field(() => OldestWait, {
    nullable: true,
    description: "Of what is open now the oldest; null if nothing is, or the period is over.",
  })
  oldest!: OldestWait | null;

  @Field(() => Int, { description: "Finished tasks whose step has a standard time." })
  withStandard!: number;

  @Field(() => Int, { description: "Of these, those within it." })
  onTime!: number;

  @Field(() => Int, { description: "Finished tasks of a step at which the case had been before." })
  rework!: number;

  @Field(() => TimeFigures, { description: "Its shares of the cases' working time." })
  working!: TimeFigures;

  @Field(() => TimeFigures, { description: "The same in clock time." })
  clock!: TimeFigures;

  @Field(() => Float, {
    nullable: true,
    description: "Its part of all lanes' working time, 0 to 1; null where no time passed.",
  })
  share!: number | null;

  @Field(() => DurationFigures, {
    description: "Working time unclaimed, of first-visit tasks finished in the period, undivided.",
  })
  queueTimes!: DurationFigures;

  @Field(() => DurationFigures, { description: "Working time claimed, of the same tasks." })
  workTimes!: DurationFigures;

  @Field(() => DurationFigures, {
    description: "Working time claimed or not, of tasks of later visits that were finished.",
  })
  reworkTimes!: DurationFigures;

  @Field(() => DurationFigures, {
    description:
      "Working time held, with the requester or with another SOP, of finished tasks that had any.",
  })
  waitingTimes!: DurationFigures;
}

@ObjectType({ description: "One step in one lane: what it should take and what it took." })
export class StepFigures {
  /** Its SOP, for the field of that name. */
  sopId!: number;

  @Field(() => String, { description: "Key of the step, the same over the versions." })
  stepKey!: string;

  @Field(() => Int, {
    nullable: true,
    description: "Its number in the newest version; null if it is not in it any more.",
  })
  number!: number | null;

  @Field(() => String, { description: "What is done, by the newest version that has it." })
  text!: string;

  @Field(() => ThroughputLane, { description: "Who does it." })
  lane!: ThroughputLane;

  @Field(() => Milliseconds, {
    nullable: true,
    description:
      "The standard time in working time, by the newest version that has the step; null where it states none.",
  })
  standard!: number | null;

  @Field(() => Int, { description: "Tasks that opened." })
  arrived!: number;

  @Field(() => Int, { description: "Tasks that were done." })
  finished!: number;

  @Field(() => Int, { description: "Open at the end of the period, or now if that is earlier." })
  waiting!: number;

  @Field(() => Int, { description: "Finished tasks that had a standard time." })
  withStandard!: number;

  @Field(() => Int, { description: "Of these, those within it." })
  onTime!: number;

  @Field(() => Int, { description: "Finished tasks of later visits." })
  rework!: number;

  @Field(() => DurationFigures, {
    description: "Working time from opening to end of the finished tasks, without holds.",
  })
  times!: DurationFigures;

  @Field(() => Milliseconds, { description: "Its share of the cases' working time." })
  working!: number;
}

@ObjectType({ simpleResolvers: true, description: "How often one lane's work came to another." })
export class HandOver {
  @Field(() => ThroughputLane, { description: "Who finished, or sent back." })
  from!: ThroughputLane;

  @Field(() => ThroughputLane, { description: "Who got a task by it." })
  to!: ThroughputLane;

  @Field(() => Int, { description: "How often." })
  count!: number;

  @Field(() => Int, { description: "Of these, how often it was sent back." })
  returned!: number;
}

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

@ObjectType({ simpleResolvers: true, description: "One lane in one step of the period." })
export class BucketLane {
  @Field(() => String, { description: "The lane, by `ThroughputLane.id`." })
  laneId!: string;

  @Field(() => Int, { description: "Tasks that opened." })
  arrived!: number;

  @Field(() => Int, { description: "Tasks that were done." })
  finished!: number;

  @Field(() => Int, { description: "Tasks that were closed undone." })
  withdrawn!: number;

  @Field(() => Int, { description: "Open at its end, or now if that is earlier." })
  waiting!: number;

  @Field(() => Milliseconds, { description: "Its share of the cases' working time." })
  working!: number;
}

@ObjectType({ description: "One step of the period. Steps that lie in the future are left out." })
export class ThroughputStep {
  @Field(() => LocalDate, { description: "The first day." })
  from!: number;

  @Field(() => LocalDate, { description: "The last day." })
  to!: number;

  @Field(() => Int, { description: "Cases that began." })
  started!: number;

  @Field(() => Int, { description: "Cases that were completed." })
  completed!: number;

  @Field(() => Int, { description: "Cases that were cancelled." })
  cancelled!: number;

  @Field(() => Int, { description: "Cases under way at its end, or now if that is earlier." })
  running!: number;

  @Field(() => DurationFigures, {
    description: "Lead times of the completed ones, in working time.",
  })
  leadTimes!: DurationFigures;

  @Field(() => [BucketLane], { description: "Every lane of the report, in its order." })
  lanes!: BucketLane[];
}

@ObjectType({ simpleResolvers: true, description: "What one person did in one lane." })
export class PersonFigures {
  /** Who, for the field of that name. */
  personId!: number;

  @Field(() => ThroughputLane, { description: "In which lane." })
  lane!: ThroughputLane;

  @Field(() => Int, { description: "Tasks that they finished." })
  finished!: number;

  @Field(() => Int, { description: "Of these, those that had a standard time." })
  withStandard!: number;

  @Field(() => Int, { description: "Of these, those within it." })
  onTime!: number;

  @Field(() => Milliseconds, {
    nullable: true,
    description: "Mean working time that they had one.",
  })
  meanWork!: number | null;
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
