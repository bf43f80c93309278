import { Field, ObjectType, registerEnumType } from "type-graphql";
import type { ShareState } from "../../../domain/index.js";
import { Milliseconds } from "../../runtime/graphql/scalars.js";
import { WorkingTime } from "../../runtime/graphql/working-time.js";
import { Lane } from "../sops/sop-service.js";

export const TimeShareState: Record<ShareState, ShareState> = {
  HELD: "HELD",
  CHILD_SOP: "CHILD_SOP",
  REQUESTER: "REQUESTER",
  WORK: "WORK",
  QUEUE: "QUEUE",
};
registerEnumType(TimeShareState, {
  name: "TimeShareState",
  description: "What a share of a case's time was: the first of these that holds.",
  valuesConfig: {
    HELD: { description: "The case was held." },
    CHILD_SOP: { description: "A connector waited for the case of another SOP." },
    REQUESTER: { description: "It was the requester's turn." },
    WORK: { description: "Somebody had claimed the task." },
    QUEUE: { description: "Nobody had claimed the task." },
  },
});

@ObjectType({
  simpleResolvers: true,
  description:
    "A part of a case's lead time. What several lanes had to do at once is divided equally among them, so that all parts add up to the lead time, to the millisecond.",
})
export class TimeShare {
  @Field(() => Lane, { nullable: true, description: "Whose share it is." })
  lane!: Lane | null;

  @Field(() => TimeShareState, { description: "What it was." })
  state!: ShareState;

  @Field(() => Boolean, {
    description: "Whether the case had been at the step before, by a loop or sent back.",
  })
  isRework!: boolean;

  @Field(() => Milliseconds, { description: "Clock time." })
  clock!: number;

  @Field(() => Milliseconds, { description: "Working time, by the calendar of the case's office." })
  working!: number;

  @Field(() => WorkingTime, { description: "`working` in days, hours and minutes of work." })
  workingParts!: WorkingTime;
}
