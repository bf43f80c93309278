import type { EdgeKey } from "../sop/graph.js";
import type { AttachedFile, BroughtFiles, GivenOutput } from "./attached-file.js";
import type { CaseRequest, MovedDeadline } from "./case-event.js";
import type { CaseRef, PersonRef, TaskNo, VisitNo } from "./case-state.js";

/** What can be asked of a case. Whether the asker may act in the lane is settled before. */
export type CaseCommand =
  | {
      readonly type: "START";
      readonly request: CaseRequest;
      /** Who claims the task of a working start; `null` where nobody with an account does. */
      readonly by: PersonRef | null;
    }
  | {
      readonly type: "CLAIM";
      readonly task: TaskNo;
      readonly by: PersonRef;
      /** Whose claim it takes over, where it is settled that they can no longer work the task. */
      readonly over?: PersonRef;
    }
  | {
      readonly type: "RELEASE";
      readonly task: TaskNo;
      readonly by: PersonRef;
      /** Set where it is settled that the asker may take it from whoever has claimed it. */
      readonly force?: boolean;
    }
  | {
      readonly type: "DELEGATE";
      readonly task: TaskNo;
      readonly by: PersonRef;
      readonly to: PersonRef;
    }
  | {
      readonly type: "COMPLETE";
      readonly task: TaskNo;
      /** `null` where another program does it for a requester without an account. */
      readonly by: PersonRef | null;
      /** The chosen edge of a decision; `null` on everything else. */
      readonly outcome: EdgeKey | null;
      readonly given: readonly GivenOutput[];
      readonly comment: string | null;
      /** What was ticked as brought along. */
      readonly brought?: readonly string[];
      readonly broughtFiles?: readonly BroughtFiles[];
      /** What goes with the comment. */
      readonly files?: readonly AttachedFile[];
      /** Set where the office only warns of linked outputs that are missing. */
      readonly lenient?: boolean;
    }
  | {
      readonly type: "RETURN";
      /** The open task of whoever sends the case back. */
      readonly task: TaskNo;
      /** `null` where another program does it for a requester without an account. */
      readonly by: PersonRef | null;
      /** A visit that is done and led here. */
      readonly to: VisitNo;
      readonly reason: string;
    }
  | {
      readonly type: "RECALL";
      /** The task whose completion is taken back. */
      readonly task: TaskNo;
      readonly by: PersonRef | null;
    }
  | {
      readonly type: "COMMENT";
      readonly text: string;
      readonly files?: readonly AttachedFile[];
    }
  /** Deadlines of open tasks are others by a calendar that changed. */
  | {
      readonly type: "MOVE_DEADLINES";
      readonly calendar: number;
      readonly moved: readonly MovedDeadline[];
    }
  /** A case was started for the visit of a connector. */
  | { readonly type: "CHILD_STARTED"; readonly visit: VisitNo; readonly instance: CaseRef }
  | { readonly type: "CHILD_COMPLETED"; readonly visit: VisitNo; readonly instance: CaseRef }
  | { readonly type: "CHILD_CANCELLED"; readonly visit: VisitNo; readonly instance: CaseRef }
  | {
      readonly type: "HOLD";
      readonly reason: string;
      /** Whether it is held because the case that waits for it is. */
      readonly byParent?: boolean;
    }
  | { readonly type: "RESUME"; readonly byParent?: boolean }
  | { readonly type: "CANCEL"; readonly reason: string };

export type CaseCommandType = CaseCommand["type"];

/** Why a command does not fit the state; nothing has changed then. */
export type CaseRefusal =
  | "NOT_FOUND"
  | "TASK_CLOSED"
  | "ALREADY_CLAIMED"
  | "NOT_CLAIMED"
  | "NOT_YOUR_TASK"
  | "OUTCOME_REQUIRED"
  | "WRONG_OUTCOME"
  | "OUTPUT_UNKNOWN"
  | "OUTPUT_REQUIRED"
  | "REQUIREMENT_MISSING"
  | "NOT_AN_ANCESTOR"
  | "STEP_NOT_DONE"
  | "RECALL_TOO_LATE"
  | "HELD_BY_PARENT"
  | "INSTANCE_CLOSED"
  | "INSTANCE_HELD"
  | "NOT_HELD"
  | "REASON_REQUIRED"
  | "RUNAWAY";
