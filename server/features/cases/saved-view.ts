import { Field, ID, InputType, ObjectType } from "type-graphql";
import { toGlobalId } from "../../kernel/global-id.js";
import type { Row } from "../../persistence/database.js";
import { DateTime } from "../../runtime/graphql/scalars.js";
import { UserError } from "../../runtime/graphql/user-error.js";
import { TaskScope } from "./case-inputs.js";
import { TaskFilter } from "./task-filter.js";

/** A saved view as it is stored; ids of rows, and times in epoch milliseconds. */
export interface ViewDefinition {
  readonly scope: TaskScope;
  readonly instance?: number;
  readonly sop?: number;
  readonly office?: number;
  readonly lane?: string;
  readonly overdue?: true;
  readonly dueBefore?: number;
  readonly dueAfter?: number;
  readonly search?: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "What a saved view lists: the fields of TaskFilter, to be sent as they are.",
})
export class SavedFilter {
  @Field(() => TaskScope, { description: "Which part of the worklist." })
  scope!: TaskScope;

  @Field(() => ID, { nullable: true, description: "Of this case only." })
  instanceId!: string | null;

  @Field(() => ID, { nullable: true, description: "Of cases of this SOP only." })
  sopId!: string | null;

  @Field(() => ID, { nullable: true, description: "Of cases of this office only." })
  officeId!: string | null;

  @Field(() => String, { nullable: true, description: "Of lanes with this key only." })
  laneKey!: string | null;

  @Field(() => Boolean, { nullable: true, description: "True: only those past their deadline." })
  overdue!: boolean | null;

  @Field(() => DateTime, { nullable: true, description: "Due before this instant only." })
  dueBefore!: number | null;

  @Field(() => DateTime, { nullable: true, description: "Due at this instant or later only." })
  dueAfter!: number | null;

  @Field(() => String, { nullable: true, description: "Words that are searched for." })
  search!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "A way of looking at the worklist that somebody keeps under a name.",
})
export class SavedView {
  @Field(() => ID, { description: "Goes into `saveView` and `removeView`." })
  id!: string;

  @Field(() => String, { description: "As its owner calls it." })
  name!: string;

  @Field(() => SavedFilter, { description: "What it lists." })
  filter!: SavedFilter;

  @Field(() => DateTime, { description: "When it was last saved." })
  updatedAt!: number;
}

@InputType({ description: "A view to keep, or to change where `viewId` is given." })
export class SaveViewInput {
  @Field(() => ID, { nullable: true, description: "The view to change." })
  viewId?: string | null;

  @Field(() => String, { description: "Its name, the only one of it; 80 characters." })
  name!: string;

  @Field(() => TaskFilter, {
    nullable: true,
    description: "What it lists. Left out, a view that is there keeps what it has.",
  })
  filter?: TaskFilter | null;
}

@InputType({ description: "The view to remove." })
export class RemoveViewInput {
  @Field(() => ID, { description: "The view." })
  viewId!: string;
}

@ObjectType({ simpleResolvers: true, description: "The view that was saved." })
export class SaveViewPayload {
  @Field(() => SavedView, { nullable: true, description: "The view after the change." })
  view?: SavedView | null;

  @Field(() => [UserError], { description: "Why nothing was changed; empty when it was." })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "The view that was removed." })
export class RemoveViewPayload {
  @Field(() => ID, { nullable: true, description: "Of the view that is no more." })
  removedId?: string | null;

  @Field(() => [UserError], { description: "Why nothing was changed; empty when it was." })
  userErrors!: UserError[];
}

export interface SavedViewRow extends Row {
  id: number;
  name: string;
  definition: string;
  updated_at: number;
}

export function toSavedView(row: SavedViewRow): SavedView {
  const it = JSON.parse(row.definition) as ViewDefinition;
  const idOf = (type: string, id: number | undefined) =>
    id === undefined ? null : toGlobalId(type, id);
  return Object.assign(new SavedView(), {
    id: toGlobalId("SavedView", row.id),
    name: row.name,
    updatedAt: row.updated_at,
    filter: Object.assign(new SavedFilter(), {
      scope: it.scope,
      instanceId: idOf("Instance", it.instance),
      sopId: idOf("Sop", it.sop),
      officeId: idOf("Office", it.office),
      laneKey: it.lane ?? null,
      overdue: it.overdue ?? null,
      dueBefore: it.dueBefore ?? null,
      dueAfter: it.dueAfter ?? null,
      search: it.search ?? null,
    }),
  });
}
