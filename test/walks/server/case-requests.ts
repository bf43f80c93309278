import type { CaseCommand, CaseCommandType } from "../../../domain/engine/case-command.js";
import { toGlobalId } from "../../../server/kernel/global-id.js";
import type { Dice } from "../dice.js";

/** A mutation as one client sends it, and the command that it must come to. */
export interface CaseRequest {
  readonly who: number | "manajer";
  readonly mutation: string;
  readonly type: string;
  readonly input: object;
  /** `null`: it is about another case, of which only the effects on this one are looked at. */
  readonly command: CaseCommand | null;
}

/** What is known outside of a case: its row and those of its tasks, by their numbers. */
export interface CaseRows {
  readonly instanceId: number;
  readonly tasks: ReadonlyMap<number, number>;
}

type CommandOf<T extends CaseCommandType> = Extract<CaseCommand, { type: T }>;
type Asked = Omit<CaseRequest, "type"> & { readonly type?: string };
type Makers = {
  [T in CaseCommandType]?: (command: CommandOf<T>, rows: CaseRows, person: number) => Asked;
};

const nowhere = 999_999_999;

/** How somebody asks for a command over the API; `null` for what nobody asks for there. */
export function requestFor(
  command: CaseCommand,
  rows: CaseRows,
  people: readonly number[],
  dice: Dice,
): CaseRequest | null {
  const make = makers[command.type] as
    | ((command: CaseCommand, rows: CaseRows, person: number) => Asked)
    | undefined;
  // A comment without a text does not come as far as the case.
  if (!make || (command.type === "COMMENT" && command.text.trim() === "")) return null;
  const asked = make(command, rows, dice.pick(people)!);
  const { mutation } = asked;
  return { type: `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`, ...asked };
}

const taskId = ({ tasks }: CaseRows, no: number): string =>
  toGlobalId("Task", tasks.get(no) ?? nowhere);
const instanceId = (rows: CaseRows): string => toGlobalId("Instance", rows.instanceId);

const makers: Makers = {
  CLAIM: ({ task, by }, rows) => ({
    who: by,
    mutation: "claimTask",
    type: "TaskActionInput",
    input: { taskId: taskId(rows, task) },
    command: { type: "CLAIM", task, by },
  }),
  RELEASE: ({ task, by, force }, rows, person) => ({
    who: force ? "manajer" : (by ?? person),
    mutation: "releaseTask",
    type: "TaskActionInput",
    input: { taskId: taskId(rows, task) },
    command: { type: "RELEASE", task, by: by ?? person, ...(force && { force }) },
  }),
  DELEGATE: ({ task, by, to }, rows) => ({
    who: by,
    mutation: "delegateTask",
    input: { taskId: taskId(rows, task), personId: toGlobalId("Person", to) },
    command: { type: "DELEGATE", task, by, to },
  }),
  COMPLETE: ({ task, by, outcome, given, comment }, rows, person) => ({
    who: by ?? person,
    mutation: "completeTask",
    input: { taskId: taskId(rows, task), outcome, outputs: given, comment },
    command: { type: "COMPLETE", task, by: by ?? person, outcome, given, comment },
  }),
  RETURN: ({ task, by, to, reason }, rows, person) => ({
    who: by ?? person,
    mutation: "returnTask",
    input: { taskId: taskId(rows, task), visit: to, reason },
    command: { type: "RETURN", task, by: by ?? person, to, reason },
  }),
  RECALL: ({ task, by }, rows, person) => ({
    who: by ?? person,
    mutation: "recallTask",
    input: { taskId: taskId(rows, task) },
    command: { type: "RECALL", task, by: by ?? person },
  }),
  COMMENT: ({ text }, rows, person) => ({
    who: person,
    mutation: "commentOnInstance",
    type: "CommentInput",
    input: { instanceId: instanceId(rows), text },
    command: { type: "COMMENT", text },
  }),
  HOLD: ({ reason }, rows) => ({
    who: "manajer",
    mutation: "holdInstance",
    type: "InstanceReasonInput",
    input: { instanceId: instanceId(rows), reason },
    command: { type: "HOLD", reason },
  }),
  RESUME: (_, rows) => ({
    who: "manajer",
    mutation: "resumeInstance",
    type: "InstanceActionInput",
    input: { instanceId: instanceId(rows) },
    command: { type: "RESUME" },
  }),
  CANCEL: ({ reason }, rows) => ({
    who: "manajer",
    mutation: "cancelInstance",
    type: "InstanceReasonInput",
    input: { instanceId: instanceId(rows), reason },
    command: { type: "CANCEL", reason },
  }),
};
