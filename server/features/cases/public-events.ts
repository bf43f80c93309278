import type { AttachedFile, CaseEvent } from "../../../domain/index.js";
import { toGlobalId } from "../../kernel/global-id.js";

const idOf = (type: string, id: number | null): string | null =>
  id === null ? null : toGlobalId(type, id);

const withFileIds = (files: readonly AttachedFile[]): readonly object[] =>
  files.map((file) => ({ ...file, file: idOf("CaseFile", file.file) }));

/** Wherever an event names files, by the ids that they are asked for with. */
const filesOf = (event: CaseEvent): object => ({
  ...("files" in event && event.files && { files: withFileIds(event.files) }),
  ...("broughtFiles" in event &&
    event.broughtFiles && {
      broughtFiles: event.broughtFiles.map(({ requirement, files }) => ({
        requirement,
        files: withFileIds(files),
      })),
    }),
  ...("given" in event && {
    given: event.given.map((one) => ({
      ...one,
      ...(one.files && { files: withFileIds(one.files) }),
    })),
  }),
});

/** The events as the API shows them: what the log names by numbers of the database, by global ids. */
export const publicEvents = (events: readonly CaseEvent[]): readonly object[] =>
  events.map((event) => ({
    ...event,
    ...filesOf(event),
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
