import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf, type Connection } from "../../runtime/graphql/connection.js";
import { DateTime, LocalDate } from "../../runtime/graphql/scalars.js";
import { UserError } from "../../runtime/graphql/user-error.js";
import { WorkingTime } from "../../runtime/graphql/working-time.js";
import { Instance, Task, WaitingCall } from "../cases/case-service.js";
import { Office, Position } from "../people/people-service.js";
import { severities, type StuckReason } from "./stuck-sources.js";

export const StuckReasonEnum = Object.fromEntries(
  severities.map((reason) => [reason, reason]),
) as Readonly<Record<StuckReason, StuckReason>>;
registerEnumType(StuckReasonEnum, {
  name: "StuckReason",
  description: "Why something is stuck: the first of these that holds, the most severe first.",
  valuesConfig: {
    NOBODY_HOLDS: { description: "Nobody holds the lane's position now, whatever the deadline." },
    OVERDUE: { description: "The task is past its deadline." },
    DUE_SOON: { description: "The task's deadline is near." },
    NO_DEADLINE: { description: "The task has no deadline and has been open for long." },
    SOP_NOT_IN_FORCE: {
      description: "A connector waits for an SOP of which no version can be started.",
    },
    HELD: { description: "The case has been held for long." },
  },
});

export type StuckAction =
  | "RESUME"
  | "ENACT_SOP"
  | "APPOINT_ACTING"
  | "WORK"
  | "CLAIM"
  | "RELEASE"
  | "REMIND"
  | "DELEGATE";

export const StuckActionEnum: Readonly<Record<StuckAction, StuckAction>> = {
  RESUME: "RESUME",
  ENACT_SOP: "ENACT_SOP",
  APPOINT_ACTING: "APPOINT_ACTING",
  WORK: "WORK",
  CLAIM: "CLAIM",
  RELEASE: "RELEASE",
  REMIND: "REMIND",
  DELEGATE: "DELEGATE",
};
registerEnumType(StuckActionEnum, {
  name: "StuckAction",
  description: "What the asker could do so that something goes on. New ones may be added.",
  valuesConfig: {
    RESUME: { description: "Resume the case: `resumeInstance`." },
    ENACT_SOP: { description: "Bring the SOP that the case waits for into force." },
    APPOINT_ACTING: {
      description: "Say who acts in the lane's position (Plt. or Plh.): `appointHolder`.",
    },
    WORK: { description: "Do the task: the asker has it." },
    CLAIM: { description: "Take the task, and do it: `claimTask`." },
    RELEASE: { description: "Take it from whoever has it, back to the lane: `releaseTask`." },
    REMIND: { description: "Remind whoever has it, or could take it: `remindTask`." },
    DELEGATE: { description: "Hand it to another holder of the position: `delegateTask`." },
  },
});

export type StuckLaneKind = "POSITION" | "REQUESTERS" | "CALLS" | "HELD";

export const StuckLaneKindEnum: Readonly<Record<StuckLaneKind, StuckLaneKind>> = {
  POSITION: "POSITION",
  REQUESTERS: "REQUESTERS",
  CALLS: "CALLS",
  HELD: "HELD",
};
registerEnumType(StuckLaneKindEnum, {
  name: "StuckLaneKind",
  description: "With whom something is stuck.",
  valuesConfig: {
    POSITION: { description: "With whoever holds a position." },
    REQUESTERS: { description: "With the cases' requesters." },
    CALLS: { description: "With an SOP that is to come into force." },
    HELD: { description: "With whoever held the cases." },
  },
});

@ObjectType({ description: "A task, a connector or a case that is stuck." })
export class StuckItem {
  taskRowId!: number | null;
  instanceRowId!: number;
  visit!: number;
  officeRowId!: number;
  /** By what it stands in its lane's list; for a connector and a case since when, in epoch milliseconds. */
  since!: number;
  /** Whoever has claimed it before this, in epoch milliseconds, has let the time pass. */
  claimedLongBefore!: number;

  @Field(() => String, { description: "Tells it from the others of the list." })
  key!: string;

  @Field(() => StuckReasonEnum, { description: "Why it is stuck." })
  reason!: StuckReason;

  @Field(() => Instance, { description: "The case." })
  instance?: Instance;

  @Field(() => Task, {
    nullable: true,
    description: "The task; null where a connector waits or the case is held.",
  })
  task?: Task | null;

  @Field(() => WaitingCall, {
    nullable: true,
    description: "The connector that waits; null for all else.",
  })
  waitingCall?: WaitingCall | null;

  @Field(() => DateTime, {
    description: "Since when it lies: the task opened, the connector came to wait, it was held.",
  })
  openSince?: number;

  @Field(() => WorkingTime, { description: "The working time since then." })
  openFor?: WorkingTime;

  @Field(() => LocalDate, {
    nullable: true,
    description: "The last day of the leave of whoever has the task; null while they are there.",
  })
  assigneeAwayUntil?: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When whoever has it now was last reminded of it by somebody; null: never.",
  })
  remindedAt?: number | null;

  @Field(() => StuckActionEnum, {
    nullable: true,
    description:
      "The one thing that would move it, of what the asker may do. Null where that is nothing.",
  })
  action?: StuckAction | null;

  @Field(() => [StuckActionEnum], {
    description: "What else the asker could do, the best first.",
  })
  alternatives?: readonly StuckAction[];
}

export const StuckItemConnection = connectionOf(StuckItem, "StuckItem");

@ObjectType({ description: "What is stuck with one lane, over all SOPs that were asked about." })
export class StuckLane {
  positionId!: number | null;

  @Field(() => String, {
    description: "The position's id, or the kind where it is none's; goes into `laneId`.",
  })
  id!: string;

  @Field(() => StuckLaneKindEnum, { description: "With whom." })
  kind!: StuckLaneKind;

  @Field(() => Position, { nullable: true, description: "The position; null unless it is one's." })
  position?: Position | null;

  @Field(() => Boolean, { description: "Whether nobody holds the position now." })
  isVacant!: boolean;

  @Field(() => Int, { description: "How many are stuck here." })
  total!: number;

  @Field(() => Int, { description: "Of these, past their deadline." })
  overdue!: number;

  @Field(() => Int, { description: "Of these, not past it, but due soon." })
  dueSoon!: number;

  @Field(() => StuckItemConnection, {
    description: "They themselves, the most severe first. `totalCount` is `total`.",
  })
  items!: Connection<StuckItem>;
}

@ObjectType({
  description:
    "What of an office's work is stuck, or is about to be, lane by lane; counts and lists are of one moment.",
})
export class StuckWork {
  officeRowId!: number;

  @Field(() => Office, { description: "Of which office." })
  office?: Office;

  @Field(() => DateTime, { description: "Of which moment." })
  asOf!: number;

  @Field(() => DateTime, { description: "What is due until then is due soon." })
  soonUntil!: number;

  @Field(() => Int, { description: "After how many working days something lies too long." })
  idleWorkingDays!: number;

  @Field(() => Int, { description: "How many are stuck in all lanes." })
  total!: number;

  @Field(() => Int, { description: "Of these, past their deadline." })
  overdue!: number;

  @Field(() => Boolean, {
    description:
      "Whether there is more than was looked at: of each reason the 2,000 most severe are. Ask for one lane or SOP to see others.",
  })
  isCut!: boolean;

  @Field(() => [StuckLane], {
    description:
      "The lanes in which anything is stuck: those that nobody holds first, then those with the most past its deadline.",
  })
  lanes!: StuckLane[];
}

@ObjectType({ simpleResolvers: true, description: "How much of an office's work is stuck." })
export class StuckCount {
  @Field(() => Int, { description: "0 to 99." })
  count!: number;

  @Field(() => Boolean, { description: "Whether there are more than `count`." })
  hasMore!: boolean;
}

@ObjectType({ description: "Who was reminded of a task." })
export class RemindTaskPayload {
  taskRowId: number | null = null;

  @Field(() => Task, { nullable: true, description: "The task." })
  task?: Task | null;

  @Field(() => [UserError], { description: "Why nobody was reminded; empty when somebody was." })
  userErrors!: UserError[];
}
