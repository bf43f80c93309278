import { describe, expect, it } from "vitest";
import type { SqlValue } from "../../server/persistence/database.js";
import { MemoryTable } from "./memory-table.js";

const table = new MemoryTable("task", ["instance_id", "no", "status", "claimed_at", "label"]);

const filled = (): SqlValue[][] => {
  const rows: SqlValue[][] = [];
  const sql = `INSERT INTO task (instance_id, no, status) VALUES (?, ?, 'OPEN')`;
  table.play(rows, { sql, params: [7, 1] });
  table.play(rows, { sql, params: [7, 2] });
  return rows;
};

describe("a table in memory", () => {
  it("takes the rows that are inserted, with null for what is not said", () => {
    expect(filled()).toEqual([
      [7, 1, "OPEN", null, null],
      [7, 2, "OPEN", null, null],
    ]);
  });

  it("changes the rows that a condition meets, by what they were", () => {
    const rows = filled();
    const sql = `UPDATE task SET claimed_at = COALESCE(claimed_at, ?), status = ?
      WHERE instance_id = ? AND no = ? AND label IS NULL`;
    table.play(rows, { sql, params: [10, "DONE", 7, 2], expect: 1 });
    table.play(rows, { sql, params: [20, "DONE", 7, 2], expect: 1 });
    expect(rows[1]).toEqual([7, 2, "DONE", 10, null]);
    expect(rows[0]?.[2]).toBe("OPEN");
  });

  it("refuses what meets another number of rows, what it does not understand, and another table", () => {
    const rows = filled();
    const none = { sql: "UPDATE task SET no = ? WHERE no = 9", params: [1], expect: 1 };
    expect(() => table.play(rows, none)).toThrow("0 rows met");
    for (const sql of [
      "DELETE FROM task WHERE no = ?",
      "UPDATE task SET no = no + 1 WHERE no = ?",
      "UPDATE task SET no = ? WHERE no > 1",
      "UPDATE instance SET no = ? WHERE no = 1",
      "UPDATE task SET colour = ? WHERE no = 1",
    ]) {
      expect(() => table.play(rows, { sql, params: [1] }), sql).toThrow(Error);
    }
  });
});
