import { Field, Float, Int, ObjectType } from "type-graphql";
import { DateTime, Milliseconds } from "../../runtime/graphql/scalars.js";
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
