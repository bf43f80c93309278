import type { Format } from "../app/format.js";
import type { AuditEntryView } from "./audit-operations.js";
import { csvText } from "./csv-text.js";
import type { AuditWords } from "./use-audit-words.js";

/** The entries as a table: one row for each change, or one for an entry that changed nothing named. */
export function auditCsv(
  entries: readonly AuditEntryView[],
  words: AuditWords,
  format: Pick<Format, "dateTime" | "zone">,
): string {
  const rows = entries.flatMap((entry) => {
    const common = [
      entry.seq,
      entry.at,
      `${format.dateTime(entry.at)} ${format.zone(entry.at)}`,
      words.actor(entry),
      words.action(entry.action),
      words.subjectType(entry.subjectType),
      entry.subjectName,
      entry.office?.name ?? "",
    ];
    const changes = entry.changes.length > 0 ? entry.changes : [null];
    return changes.map((change) => [
      ...common,
      change === null ? "" : words.field(change),
      change === null ? "" : words.value(change.field, change.before),
      change === null ? "" : words.value(change.field, change.after),
    ]);
  });
  return csvText([words.headings(), ...rows]);
}
