import type { EdgeKey, LaneKey, NodeKey, OutputKey } from "../sop/graph.js";
import type { AttachedFile, BroughtFiles, GivenOutput } from "./attached-file.js";
import type { CaseRef, PersonRef, TaskNo, VisitNo } from "./case-state.js";

/** What a case is about from its first moment on; it never changes. Ids are the installation's. */
export interface CaseRequest {
  readonly sop: number;
  readonly version: number;
  readonly office: number;
  readonly title: string | null;
  /** `null`: somebody without an account. */
  readonly requester: PersonRef | null;
  readonly requesterName: string;
  /** `null`: another program. */
  readonly startedBy: PersonRef | null;
  /** The connector that started it, where one did. */
  readonly parent?: { readonly instance: CaseRef; readonly visit: VisitNo };
}

/** A deadline of an open task that is another one now, in epoch milliseconds. */
export interface MovedDeadline {
  readonly task: TaskNo;
  readonly from: number;
  readonly to: number;
}

/** Everything that can happen to a case, as its log keeps it. */
export type CaseEvent =
  | { readonly type: "CASE_STARTED"; readonly request: CaseRequest }
  | {
      readonly type: "VISIT_OPENED";
      readonly visit: VisitNo;
      readonly node: NodeKey;
      readonly causes: readonly VisitNo[];
    }
  | {
      readonly type: "VISIT_DONE";
      readonly visit: VisitNo;
      readonly outcome: EdgeKey | null;
      /** The task that closed it; missing on a connector, which no task closes. */
      readonly task?: TaskNo;
    }
  | { readonly type: "VISIT_UNDONE"; readonly visit: VisitNo }
  | {
      readonly type: "TASK_OPENED";
      readonly task: TaskNo;
      readonly visit: VisitNo;
      readonly lane: LaneKey;
      readonly label: string | null;
    }
  | { readonly type: "TASK_CLAIMED"; readonly task: TaskNo; readonly by: PersonRef }
  | { readonly type: "TASK_RELEASED"; readonly task: TaskNo }
  | { readonly type: "TASK_DELEGATED"; readonly task: TaskNo; readonly to: PersonRef }
  | {
      readonly type: "TASK_DONE";
      readonly task: TaskNo;
      readonly by: PersonRef | null;
      readonly outcome: EdgeKey | null;
      readonly given: readonly GivenOutput[];
      readonly comment: string | null;
      /** What was ticked as brought along, in the words of the form; missing where nothing was. */
      readonly brought?: readonly string[];
      /** Files of what was brought; missing where there are none. */
      readonly broughtFiles?: readonly BroughtFiles[];
      /** Files that go with the remark; missing where there are none. */
      readonly files?: readonly AttachedFile[];
      /** Linked outputs that were not there, where the office lets a step be done without them. */
      readonly missing?: readonly OutputKey[];
    }
  | { readonly type: "TASK_WITHDRAWN"; readonly task: TaskNo }
  | { readonly type: "TOKEN_PLACED"; readonly edge: EdgeKey; readonly causes: readonly VisitNo[] }
  | { readonly type: "TOKEN_TAKEN"; readonly edge: EdgeKey }
  | { readonly type: "CASE_COMPLETED" }
  /** Sent back to an earlier visit by whoever had the task; what is undone by it follows. */
  | {
      readonly type: "CASE_RETURNED";
      readonly task: TaskNo;
      readonly visit: VisitNo;
      readonly reason: string;
    }
  /** Taken back by whoever had finished the task, before anybody went on with it. */
  | { readonly type: "CASE_RECALLED"; readonly task: TaskNo; readonly visit: VisitNo }
  /** The text may be empty where files say it all. */
  | {
      readonly type: "COMMENT_ADDED";
      readonly text: string;
      readonly files?: readonly AttachedFile[];
    }
  /** The office's working calendar became another one, by the change of this number. */
  | {
      readonly type: "DEADLINES_MOVED";
      readonly calendar: number;
      readonly moved: readonly MovedDeadline[];
    }
  | { readonly type: "CHILD_STARTED"; readonly visit: VisitNo; readonly instance: CaseRef }
  | { readonly type: "CHILD_COMPLETED"; readonly visit: VisitNo; readonly instance: CaseRef }
  | { readonly type: "CHILD_CANCELLED"; readonly visit: VisitNo; readonly instance: CaseRef }
  | { readonly type: "CASE_HELD"; readonly reason: string; readonly byParent?: true }
  | { readonly type: "CASE_RESUMED" }
  | { readonly type: "CASE_CANCELLED"; readonly reason: string };

export type CaseEventType = CaseEvent["type"];
