import { randomInt } from "node:crypto";
import { dateOfDay, type Day, type Tally } from "../../../domain/index.js";
import type { Row, SqlReader, Statement } from "../../persistence/database.js";
import {
  addContent,
  addNumber,
  type CellPart,
  cellParts,
  type Content,
  partOf,
} from "./cell-content.js";

/** Months are counted from January 1970, which is 0. */
export const monthOfDay = (day: Day): number => {
  const [year = 0, month = 0] = dateOfDay(day).split("-").map(Number);
  return (year - 1970) * 12 + month - 1;
};

export const firstDayOfMonth = (month: number): Day =>
  Date.UTC(1970 + Math.floor(month / 12), ((month % 12) + 12) % 12, 1) / 86_400_000;

type Grain = "D" | "M";

interface Cell {
  readonly versionId: number;
  readonly grain: Grain;
  readonly start: number;
  readonly content: Record<CellPart, Content>;
}

interface CellRow extends Row, Record<CellPart, string> {
  readonly revision: number;
}

const emptyParts = (): Record<CellPart, Content> => ({ counts: {}, times: {}, people: {} });

/** What is to be added to the cells of the versions, to those of days and of months alike. */
export class CellDeltas {
  readonly #cells = new Map<string, Cell>();

  add(versionId: number, tally: Tally, sign: 1 | -1): void {
    for (const [day, subject, measure, value] of tally.entries()) {
      const part = partOf(subject, measure);
      addNumber(this.#cell(versionId, "D", day)[part], subject, measure, sign * value);
      const month = this.#cell(versionId, "M", monthOfDay(day));
      addNumber(month[part], subject, measure, sign * value);
    }
  }

  /** The statements that add them to what is stored; each expects what was read. */
  async statements(reader: SqlReader): Promise<Statement[]> {
    const statements: Statement[] = [];
    // Always in one order, so that two who add at once do not wait for each other in a ring.
    const keys = [...this.#cells.keys()].toSorted();
    for (const key of keys) {
      const cell = this.#cells.get(key)!;
      if (cellParts.every((part) => Object.keys(cell.content[part]).length === 0)) continue;
      const row = await reader.get<CellRow>(
        `SELECT counts, times, people, revision FROM ledger_cell
          WHERE version_id = ? AND grain = ? AND start = ?`,
        [cell.versionId, cell.grain, cell.start],
      );
      statements.push(row ? updated(cell, row) : inserted(cell));
    }
    return statements;
  }

  #cell(versionId: number, grain: Grain, start: number): Record<CellPart, Content> {
    const key = [versionId, grain, start].join(" ");
    let cell = this.#cells.get(key);
    if (!cell) {
      cell = { versionId, grain, start, content: emptyParts() };
      this.#cells.set(key, cell);
    }
    return cell.content;
  }
}

function updated({ versionId, grain, start, content }: Cell, row: CellRow): Statement {
  const written = cellParts.map((part) => {
    if (Object.keys(content[part]).length === 0) return row[part];
    const whole = JSON.parse(row[part]) as Content;
    addContent(whole, content[part]);
    return JSON.stringify(whole);
  });
  return {
    sql: `UPDATE ledger_cell SET counts = ?, times = ?, people = ?, revision = revision + 1
      WHERE version_id = ? AND grain = ? AND start = ? AND revision = ?`,
    params: [...written, versionId, grain, start, row.revision],
    expect: 1,
  };
}

const inserted = ({ versionId, grain, start, content }: Cell): Statement => ({
  sql: `INSERT INTO ledger_cell (version_id, grain, start, counts, times, people, revision)
    VALUES (?, ?, ?, ?, ?, ?, ?)`,
  params: [
    ...[versionId, grain, start],
    ...cellParts.map((part) => JSON.stringify(content[part])),
    firstRevision(),
  ],
});

/**
 * At random: a server may still know the cell that a rebuild has put this one in the place of, and
 * must not take the one for the other when it has been changed as often.
 */
const firstRevision = (): number => randomInt(2 ** 30);
