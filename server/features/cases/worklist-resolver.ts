import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { fromGlobalId, toGlobalId } from "../../kernel/global-id.js";
import { Refusal } from "../../kernel/refusal.js";
import { mutationPayload, signedInPayload } from "../../runtime/mutation-payload.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { ClaimTasksInput } from "./case-inputs.js";
import { ClaimTasksPayload, TaskPayload } from "./case-payloads.js";
import {
  RemoveViewInput,
  RemoveViewPayload,
  SavedView,
  SaveViewInput,
  SaveViewPayload,
  toSavedView,
  type ViewDefinition,
} from "./saved-view.js";
import type { SavedViewService } from "./saved-view-service.js";
import { readTaskFilter, type TaskFilter } from "./task-filter.js";
import type { TaskService } from "./task-service.js";
import { countWorklist, WorklistCounts } from "./worklist-counts.js";

const mostClaims = 50;

/** What a worklist has besides its tasks. */
@Resolver()
export class WorklistResolver {
  constructor(
    private readonly tasks: TaskService,
    private readonly views: SavedViewService,
  ) {}

  @Query(() => WorklistCounts, {
    description: "How many tasks the parts of the caller's worklist hold, each counted to 99.",
  })
  worklistCounts(@Ctx() scope: RequestScope): Promise<WorklistCounts> {
    return countWorklist(scope);
  }

  @Query(() => [SavedView], { description: "The views that the caller keeps, by name." })
  async savedViews(@Ctx() scope: RequestScope): Promise<SavedView[]> {
    const rows = await this.views.list(scope.ctx, scope.reader);
    return rows.map(toSavedView);
  }

  @Mutation(() => ClaimTasksPayload, {
    description:
      "Takes several tasks. Each is claimed or refused by itself, as `claimTask` would; the others are not held up by it.",
  })
  claimTasks(
    @Ctx() scope: RequestScope,
    @Arg("input", () => ClaimTasksInput, { description: "Which ones." }) input: ClaimTasksInput,
  ): Promise<ClaimTasksPayload> {
    return signedInPayload(scope.ctx, ClaimTasksPayload, async (payload) => {
      if (input.taskIds.length > mostClaims) {
        throw new Refusal("TOO_LARGE", "input.taskIds", { limit: mostClaims });
      }
      // At once, so that on SQLite all of them share a commit.
      payload.results = await Promise.all(
        input.taskIds.map((taskId, index) => this.#claim(scope, taskId, `input.taskIds.${index}`)),
      );
      scope.loaders.clear();
    });
  }

  @Mutation(() => SaveViewPayload, {
    description: "Keeps a way of looking at the worklist under a name, or changes it; at most 50.",
  })
  saveView(
    @Ctx() scope: RequestScope,
    @Arg("input", () => SaveViewInput, { description: "What to keep." }) input: SaveViewInput,
  ): Promise<SaveViewPayload> {
    return signedInPayload(scope.ctx, SaveViewPayload, async (payload) => {
      const { viewId, name, filter } = input;
      const id = await this.views.save(scope.ctx, {
        viewId: viewId ? fromGlobalId(viewId, "SavedView", "input.viewId") : null,
        name,
        definition: filter ? definitionOf(filter, scope.ctx.now()) : null,
      });
      const rows = await this.views.list(scope.ctx, scope.reader);
      const row = rows.find((each) => each.id === id);
      payload.view = row ? toSavedView(row) : null;
    });
  }

  @Mutation(() => RemoveViewPayload, { description: "Forgets a view." })
  removeView(
    @Ctx() scope: RequestScope,
    @Arg("input", () => RemoveViewInput, { description: "Which one." }) input: RemoveViewInput,
  ): Promise<RemoveViewPayload> {
    return signedInPayload(scope.ctx, RemoveViewPayload, async (payload) => {
      const id = fromGlobalId(input.viewId, "SavedView", "input.viewId");
      await this.views.remove(scope.ctx, id);
      payload.removedId = toGlobalId("SavedView", id);
    });
  }

  async #claim(scope: RequestScope, taskId: string, field: string): Promise<TaskPayload> {
    const payload = await mutationPayload(scope.ctx, TaskPayload, async (claimed) => {
      claimed.ids = await this.tasks.claim(scope.ctx, fromGlobalId(taskId, "Task", field));
    });
    for (const error of payload.userErrors) error.field = error.field && field;
    return payload;
  }
}

/** The filter as it is stored; what it may not hold is refused as in a list. */
function definitionOf(filter: TaskFilter, now: number): ViewDefinition {
  readTaskFilter(filter, now, "input.filter");
  const { instanceId, sopId, officeId, laneKey, overdue, dueBefore, dueAfter, search } = filter;
  return {
    scope: filter.scope ?? "ACTIONABLE",
    ...(instanceId ? { instance: fromGlobalId(instanceId, "Instance") } : {}),
    ...(sopId ? { sop: fromGlobalId(sopId, "Sop") } : {}),
    ...(officeId ? { office: fromGlobalId(officeId, "Office") } : {}),
    ...(laneKey ? { lane: laneKey } : {}),
    ...(overdue ? { overdue } : {}),
    ...(dueBefore == null ? {} : { dueBefore }),
    ...(dueAfter == null ? {} : { dueAfter }),
    ...(search?.trim() ? { search: search.trim() } : {}),
  };
}
