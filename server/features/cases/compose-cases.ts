import type { Database } from "../../persistence/database.js";
import type { CaseRunner } from "../../runtime/case-runner.js";
import { GuessLimiter, type GuessLimits } from "../../runtime/guess-limiter.js";
import type { WorkingCalendars } from "../../runtime/working-calendars.js";
import { CaseFlowResolver, WaitingCallResolver } from "./case-flow-resolver.js";
import { CaseResolver, HistoryEntryResolver } from "./case-resolver.js";
import { CaseService } from "./case-service.js";
import { CaseSubscriptions } from "./case-subscriptions.js";
import { CasePlaceResolver, FollowResolver, WhereaboutsResolver } from "./follow-resolver.js";
import { FollowService } from "./follow-service.js";
import {
  ActingAsResolver,
  HistoryHoldingResolver,
  PersonTasksResolver,
  PositionTasksResolver,
  TaskHoldingResolver,
} from "./holding-resolver.js";
import { MissingRequirementsResolver } from "./missing-requirements-resolver.js";
import { ReceiptResolver } from "./receipt-resolver.js";
import { ReceiptService } from "./receipt-service.js";
import { SavedViewService } from "./saved-view-service.js";
import { TaskFlowResolver } from "./task-flow-resolver.js";
import { TaskOutcomeResolver } from "./task-outcome-resolver.js";
import { TaskPayloadResolver, TaskResolver } from "./task-resolver.js";
import { TaskService } from "./task-service.js";
import { TaskTimeResolver } from "./task-time-resolver.js";
import { WorklistResolver } from "./worklist-resolver.js";

interface Parts {
  readonly database: Database;
  readonly runner: CaseRunner;
  readonly calendars: WorkingCalendars;
  readonly receiptLimits: Partial<GuessLimits> | undefined;
}

/** Wires cases, their tasks and worklists, and what requesters follow; answers the resolvers. */
export function composeCases({
  database,
  runner,
  calendars,
  receiptLimits,
}: Parts): readonly object[] {
  const tasks = new TaskService(database, runner);
  return [
    new CaseResolver(new CaseService(database, runner)),
    new HistoryEntryResolver(),
    new CaseFlowResolver(),
    new WaitingCallResolver(),
    new MissingRequirementsResolver(),
    new ReceiptResolver(new ReceiptService(database)),
    new FollowResolver(new FollowService(new GuessLimiter(receiptLimits), calendars)),
    new WhereaboutsResolver(calendars),
    new CasePlaceResolver(),
    new TaskResolver(tasks),
    new TaskFlowResolver(runner.versions),
    new TaskOutcomeResolver(runner.versions),
    new TaskTimeResolver(calendars),
    new WorklistResolver(tasks, new SavedViewService(database)),
    new TaskPayloadResolver(),
    new TaskHoldingResolver(),
    new HistoryHoldingResolver(),
    new ActingAsResolver(),
    new PositionTasksResolver(),
    new PersonTasksResolver(),
    new CaseSubscriptions(),
  ];
}
