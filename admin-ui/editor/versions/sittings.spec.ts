import { expect, it } from "vitest";
import type { ChangeRow } from "./history-operations.js";
import { historyEntries } from "./sittings.js";

const row = (
  kind: ChangeRow["kind"],
  revision: number,
  minute: number,
  person = "a",
): ChangeRow => ({
  kind,
  revision,
  at: new Date(Date.UTC(2026, 0, 1, 8, minute)).toISOString(),
  message: null,
  inForceFrom: null,
  by: { id: person, name: person },
  source: null,
});

it("joins the saves of one person that follow one another within ten minutes", () => {
  const entries = historyEntries([
    row("EDIT", 8, 50),
    row("SUBMIT", 7, 45),
    row("EDIT", 7, 44),
    row("EDIT", 6, 34),
    row("EDIT", 5, 33, "b"),
    row("EDIT", 4, 20, "b"),
    row("EDIT", 3, 11, "b"),
    row("CREATE", 1, 0),
  ]);
  expect(
    entries.map((entry) =>
      entry.type === "action"
        ? entry.row.kind
        : `${entry.by?.id} ${entry.from}-${entry.to} ${entry.began.slice(14, 16)}`,
    ),
  ).toEqual(["a 7-8 50", "SUBMIT", "a 5-7 34", "b 4-5 33", "b 2-4 11", "CREATE"]);
});
