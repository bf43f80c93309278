import type { Actor } from "../../kernel/actor.js";
import { type Action, allows, type Subject } from "../../kernel/policy.js";
import { type ReminderFacts, reminderReceivers } from "./reminder-receivers.js";
import type { StuckReason } from "./stuck-sources.js";
import type { StuckAction } from "./stuck-types.js";

/** How often somebody may be reminded of the same task, in milliseconds. */
export const remindAgainAfter = 3_600_000;

/** What decides what would move something that is stuck, as it is for whoever asks. */
export interface StuckFacts {
  readonly actor: Actor;
  readonly now: number;
  readonly reason: StuckReason;
  /** Of the case. */
  readonly officeId: number;
  /** `null` where it is about no task. */
  readonly task: TaskFacts | null;
  /** The office of the SOP that a connector waits for, if a new version of it is what it waits for. */
  readonly awaitedOfficeId: number | null;
}

/** Of an open task; people and positions by their ids. */
export interface TaskFacts extends ReminderFacts {
  readonly positionOfficeId: number | null;
  /** Those who hold the position and are not on leave. */
  readonly present: readonly number[];
  /** Whether whoever has claimed it has let the time pass. */
  readonly isIdle: boolean;
  /** When whoever has it now was last reminded; `null`: never. */
  readonly remindedAt: number | null;
}

interface Rule {
  readonly action: StuckAction;
  /** Whether it would move it, and the asker may do it. */
  readonly fits: (facts: StuckFacts) => boolean;
}

const may = ({ actor, officeId }: StuckFacts, action: Action, more: Subject = {}): boolean =>
  allows(actor, action, { officeId, ...more });

const personOf = ({ actor }: StuckFacts): number | null =>
  actor.type === "PERSON" ? actor.personId : null;

const mayWork = (facts: StuckFacts, { positionId, requesterId }: TaskFacts): boolean =>
  may(facts, "task.work", { positionId, requesterId });

/** A rule about a task. */
const ofTask =
  (fits: (task: TaskFacts, facts: StuckFacts) => boolean): Rule["fits"] =>
  (facts) =>
    facts.task !== null && fits(facts.task, facts);

const isMine = ({ assigneeId }: TaskFacts, facts: StuckFacts): boolean =>
  assigneeId !== null && assigneeId === personOf(facts);

/** Whether anybody has it who could still work it. */
const isHeldBySomebody = ({ assigneeId, isAbandoned }: TaskFacts): boolean =>
  assigneeId !== null && !isAbandoned;

const isAway = ({ assigneeId, present, positionId }: TaskFacts): boolean =>
  positionId !== null && assigneeId !== null && !present.includes(assigneeId);

const someoneElse = ({ assigneeId, present }: TaskFacts): boolean =>
  present.some((id) => id !== assigneeId);

const wasReminded = ({ remindedAt }: TaskFacts, { now }: StuckFacts): boolean =>
  remindedAt !== null && remindedAt <= now && now - remindedAt < remindAgainAfter;

/** What a requester has claimed can go back to nobody but them. */
const mayRelease = (task: TaskFacts, facts: StuckFacts): boolean =>
  task.assigneeId !== null &&
  task.positionId !== null &&
  !isMine(task, facts) &&
  may(facts, "task.release");

/**
 * What would move something, the best first: the first that fits is suggested, the others are offered
 * beside it. To take a task from somebody is suggested only where another could go on with it.
 */
const rules: readonly Rule[] = [
  { action: "RESUME", fits: (facts) => facts.reason === "HELD" && may(facts, "case.resume") },
  {
    action: "ENACT_SOP",
    fits: (facts) =>
      facts.awaitedOfficeId !== null &&
      may(facts, "sop.readDraft", { officeId: facts.awaitedOfficeId }),
  },
  {
    action: "APPOINT_ACTING",
    fits: ofTask(
      (task, facts) =>
        task.positionId !== null &&
        task.present.length === 0 &&
        task.positionOfficeId !== null &&
        may(facts, "position.appointActing", { officeId: task.positionOfficeId }),
    ),
  },
  { action: "WORK", fits: ofTask((task, facts) => isMine(task, facts) && mayWork(facts, task)) },
  {
    action: "CLAIM",
    fits: ofTask((task, facts) => !isHeldBySomebody(task) && mayWork(facts, task)),
  },
  {
    action: "RELEASE",
    fits: ofTask(
      (task, facts) =>
        mayRelease(task, facts) &&
        (task.isAbandoned || isAway(task) || task.isIdle) &&
        someoneElse(task),
    ),
  },
  {
    action: "REMIND",
    fits: ofTask(
      (task, facts) =>
        may(facts, "task.remind") &&
        !wasReminded(task, facts) &&
        reminderReceivers(task, personOf(facts)).length > 0,
    ),
  },
  {
    action: "DELEGATE",
    fits: ofTask(
      (task, facts) =>
        (task.assigneeId === null || isMine(task, facts)) &&
        may(facts, "task.delegate", { positionId: task.positionId }) &&
        task.holders.some((id) => id !== personOf(facts)),
    ),
  },
  { action: "RELEASE", fits: ofTask(mayRelease) },
];

/** What the asker could do about it, the best first. */
export const stuckActions = (facts: StuckFacts): readonly StuckAction[] => [
  ...new Set(rules.filter((rule) => rule.fits(facts)).map(({ action }) => action)),
];
