import type { CaseEvent } from "../../../domain/index.js";
import { toGlobalId } from "../../kernel/global-id.js";

const idOf = (type: string, id: number | null): string | null =>
  id === null ? null : toGlobalId(type, id);

/** The events as the API shows them: what the log names by numbers of the database, by global ids. */
export const publicEvents = (events: readonly CaseEvent[]): readonly object[] =>
  events.map((event) => ({
    ...event,
    ...("by" in event && { by: idOf("Person", event.by) }),
    ...("to" in event && { to: idOf("Person", event.to) }),
    ...("instance" in event && { instance: idOf("Instance", event.instance) }),
    ...("request" in event && {
      request: {
        ...event.request,
        sop: idOf("Sop", event.request.sop),
        version: idOf("SopVersion", event.request.version),
        office: idOf("Office", event.request.office),
        requester: idOf("Person", event.request.requester),
        startedBy: idOf("Person", event.request.startedBy),
        ...(event.request.parent && {
          parent: {
            ...event.request.parent,
            instance: idOf("Instance", event.request.parent.instance),
          },
        }),
      },
    }),
  }));
