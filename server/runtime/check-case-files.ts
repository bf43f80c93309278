import type { AttachedFile, CaseEvent } from "../../domain/index.js";
import type { Row } from "../persistence/database.js";

/** What the log says of an attached file's row. */
export interface ExpectedFile {
  readonly id: number;
  readonly state: string;
  readonly name: string;
  readonly type: string | null;
  readonly size: number;
  readonly sha256: string | null;
  readonly taskNo: number | null;
  readonly purpose: string | null;
  readonly about: string | null;
}

/** The row itself, as far as the log must agree with it. */
export interface FileRow extends ExpectedFile, Row {
  readonly instanceId: number;
}

/** Every file that the events name, with what it was attached to. */
export function filesOfEvents(events: readonly CaseEvent[]): ExpectedFile[] {
  return events.flatMap((event): ExpectedFile[] => {
    if (event.type === "COMMENT_ADDED") {
      return (event.files ?? []).map((file) => expected(file, null, "COMMENT", null));
    }
    if (event.type !== "TASK_DONE") return [];
    const { task, given, broughtFiles = [], files = [] } = event;
    return [
      ...given.flatMap((one) =>
        (one.files ?? []).map((file) => expected(file, task, "OUTPUT", one.output)),
      ),
      ...broughtFiles.flatMap((one) =>
        one.files.map((file) => expected(file, task, "REQUIREMENT", one.requirement)),
      ),
      ...files.map((file) => expected(file, task, "COMMENT", null)),
    ];
  });
}

function expected(
  { file: id, name, type, size, sha256 }: AttachedFile,
  taskNo: number | null,
  purpose: string,
  about: string | null,
): ExpectedFile {
  return { id, state: "ATTACHED", name, type, size, sha256, taskNo, purpose, about };
}
