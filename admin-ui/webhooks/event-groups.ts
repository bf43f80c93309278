import type { WebhookEvent } from "../generated/graphql.js";

export type SubscribedEvent = Exclude<WebhookEvent, "TEST">;

/** What can be subscribed to, by what it is about, in the order in which it happens. */
export const eventGroups: Readonly<
  Record<"case" | "task" | "version", readonly SubscribedEvent[]>
> = {
  case: [
    "CASE_STARTED",
    "CASE_COMPLETED",
    "CASE_RETURNED",
    "CASE_RECALLED",
    "CASE_HELD",
    "CASE_RESUMED",
    "CASE_CANCELLED",
  ],
  task: [
    "TASK_OPENED",
    "TASK_CLAIMED",
    "TASK_COMPLETED",
    "TASK_RELEASED",
    "TASK_DELEGATED",
    "TASK_WITHDRAWN",
  ],
  version: ["VERSION_ENACTED", "VERSION_IN_FORCE", "VERSION_REVOKED", "VERSION_RETIRED"],
};

export const groupNames = ["case", "task", "version"] as const;
