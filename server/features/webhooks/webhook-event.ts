import { registerEnumType } from "type-graphql";
import type { CaseEventType } from "../../../domain/index.js";

/** What another system can be told of, with what the schema says of it. */
const descriptions = {
  CASE_STARTED: "A case was started.",
  CASE_RETURNED: "A case was sent back to an earlier step.",
  CASE_RECALLED: "Whoever had finished a step took it back.",
  CASE_HELD: "A case was put on hold.",
  CASE_RESUMED: "A held case goes on.",
  CASE_CANCELLED: "A case was ended before its end.",
  CASE_COMPLETED: "A case came to its end.",
  TASK_OPENED: "A task came to a lane.",
  TASK_CLAIMED: "Somebody has claimed a task.",
  TASK_RELEASED: "A claimed task went back to its lane.",
  TASK_DELEGATED: "A task was handed to another holder of its lane.",
  TASK_COMPLETED: "A task was done.",
  TASK_WITHDRAWN: "A task is no longer needed, or was undone.",
  VERSION_ENACTED: "A version of an SOP was enacted.",
  VERSION_IN_FORCE: "A version of an SOP came into force.",
  VERSION_REVOKED: "An enacted version was taken back before its day.",
  VERSION_RETIRED: "A version of an SOP was retired.",
} as const;

export type WebhookEvent = keyof typeof descriptions;
export const webhookEvents = Object.keys(descriptions) as readonly WebhookEvent[];

/** What is sent: an event, or the trial that an admin asks for. */
export type SentEvent = WebhookEvent | "TEST";

export const WebhookEventEnum = Object.fromEntries(
  [...webhookEvents, "TEST"].map((event) => [event, event]),
) as Readonly<Record<SentEvent, SentEvent>>;

registerEnumType(WebhookEventEnum, {
  name: "WebhookEvent",
  description: "What another system is told of.",
  valuesConfig: {
    ...Object.fromEntries(
      Object.entries(descriptions).map(([event, description]) => [event, { description }]),
    ),
    TEST: { description: "A trial; it cannot be subscribed to." },
  },
});

/** As the receiver reads it: `task.completed`, `version.in_force`. */
export const wireName = (event: SentEvent): string => event.toLowerCase().replace("_", ".");

/** What happens to a case and is not named here, nobody is told of. */
export const eventOfCase: { readonly [Type in CaseEventType]?: WebhookEvent } = {
  CASE_STARTED: "CASE_STARTED",
  CASE_RETURNED: "CASE_RETURNED",
  CASE_RECALLED: "CASE_RECALLED",
  CASE_HELD: "CASE_HELD",
  CASE_RESUMED: "CASE_RESUMED",
  CASE_CANCELLED: "CASE_CANCELLED",
  CASE_COMPLETED: "CASE_COMPLETED",
  TASK_OPENED: "TASK_OPENED",
  TASK_CLAIMED: "TASK_CLAIMED",
  TASK_RELEASED: "TASK_RELEASED",
  TASK_DELEGATED: "TASK_DELEGATED",
  TASK_DONE: "TASK_COMPLETED",
  TASK_WITHDRAWN: "TASK_WITHDRAWN",
};
