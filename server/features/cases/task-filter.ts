import { Field, ID, InputType } from "type-graphql";
import { fromGlobalId } from "../../kernel/global-id.js";
import { NO_DEADLINE } from "../../persistence/case-store.js";
import type { Select } from "../../persistence/keyset-page.js";
import { DateTime } from "../../runtime/graphql/scalars.js";
import { TaskScope } from "./case-inputs.js";
import { searchWords } from "./search-words.js";

@InputType({
  description:
    "Which tasks to list. SOP, lane, office and search are looked at task by task in the order of the list, 2,000 at a time: a page may then hold fewer than asked for, or none, and still have a next one.",
})
export class TaskFilter {
  @Field(() => TaskScope, { nullable: true, description: "ACTIONABLE unless told." })
  scope?: TaskScope | null;

  @Field(() => ID, { nullable: true, description: "Of this case only." })
  instanceId?: string | null;

  @Field(() => ID, { nullable: true, description: "Of cases of this SOP only." })
  sopId?: string | null;

  @Field(() => String, { nullable: true, description: "Of lanes with this key only." })
  laneKey?: string | null;

  @Field(() => ID, { nullable: true, description: "Of cases of this office only." })
  officeId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: only those past their deadline; of done ones those that missed it.",
  })
  overdue?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: "Due before this instant only." })
  dueBefore?: number | null;

  @Field(() => DateTime, { nullable: true, description: "Due at this instant or later only." })
  dueAfter?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Only those where each of these words, or its beginning or part, is in the case's title, the requester's name, the SOP's title or number, or the step's text; large and small letters are alike. At most 8 words and 200 characters.",
  })
  search?: string | null;
}

/** A filter as the list reads it. */
export interface AskedTasks {
  readonly instanceId: number | null;
  /** Conditions on `t.due_sort`. */
  readonly due: readonly Select[];
  /** Conditions on `task t JOIN instance i` that no index serves. */
  readonly checks: readonly Select[];
  readonly words: readonly string[];
}

/** Checks the filter; refuses as INVALID or TOO_LARGE, naming the argument, which is at `path`. */
export function readTaskFilter(filter: TaskFilter, now: number, path = "filter"): AskedTasks {
  const idOf = (type: string, field: "instanceId" | "sopId" | "officeId"): number | null => {
    const given = filter[field];
    return given ? fromGlobalId(given, type, `${path}.${field}`) : null;
  };
  const sopId = idOf("Sop", "sopId");
  const officeId = idOf("Office", "officeId");
  const { laneKey, overdue, dueBefore, dueAfter } = filter;
  const isDone = filter.scope === "DONE";
  return {
    instanceId: idOf("Instance", "instanceId"),
    due: [
      ...when(overdue === true && !isDone, "t.due_sort < ?", now),
      ...when(dueBefore != null, "t.due_sort < ?", dueBefore ?? 0),
      ...when(dueAfter != null, `t.due_sort < ${NO_DEADLINE} AND t.due_sort >= ?`, dueAfter ?? 0),
    ],
    checks: [
      ...when(sopId !== null, "i.sop_id = ?", sopId ?? 0),
      ...when(officeId !== null, "i.office_id = ?", officeId ?? 0),
      ...when(Boolean(laneKey), "t.lane_key = ?", laneKey ?? ""),
      ...(overdue === true && isDone ? [{ sql: "t.closed_at > t.due_sort", params: [] }] : []),
    ],
    words: searchWords(filter.search, `${path}.search`),
  };
}

const when = (asked: boolean, sql: string, value: string | number): Select[] =>
  asked ? [{ sql, params: [value] }] : [];
