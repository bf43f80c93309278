import type { Row, SqlReader } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import {
  type CellPart,
  cellParts,
  type Content,
  readContent,
} from "../../runtime/throughput/cell-content.js";

/** A cell of the sums, or those of its parts that were asked for. */
export interface ReadCell {
  readonly versionId: number;
  /** The day, or the month. */
  readonly start: number;
  readonly parts: readonly Readonly<Content>[];
}

interface KnownCell {
  readonly revision: number;
  readonly parts: Partial<Record<CellPart, Readonly<Content>>>;
  /** Characters that the parts were written in. */
  size: number;
}

interface KeyRow extends Row {
  readonly versionId: number;
  readonly start: number;
  readonly revision: number;
}

type PartsRow = KeyRow & Record<CellPart, string>;

/** As many characters of cells are kept as read; some times that in memory. */
const mostKept = 24_000_000;

/**
 * Reads cells, and keeps what it read: of what is over nothing changes any more, so that a report costs
 * what it adds up and not what it is written in. The revision, which is read each time, says whether a
 * cell is still the same.
 */
export class CellReader {
  readonly #known = new Map<string, KnownCell>();
  #kept = 0;

  /** The cells of the versions from one start to another, both included. */
  async read(
    reader: SqlReader,
    versionIds: readonly number[],
    range: { readonly grain: "D" | "M"; readonly from: number; readonly to: number },
    parts: readonly CellPart[],
  ): Promise<ReadCell[]> {
    const { grain, from, to } = range;
    const rows = await reader.all<KeyRow>(
      `SELECT version_id AS versionId, start, revision FROM ledger_cell
        WHERE version_id IN (${placeholders(versionIds)}) AND grain = '${grain}'
        AND start BETWEEN ? AND ?`,
      [...versionIds, from, to],
    );
    // Held fast, as what is kept may have to make room for what is read now.
    const found = new Map<string, KnownCell>();
    const missing = new Map<number, number[]>();
    for (const { versionId, start, revision } of rows) {
      const key = keyOf(versionId, grain, start);
      const known = this.#known.get(key);
      if (known?.revision === revision && parts.every((part) => known.parts[part])) {
        found.set(key, known);
        continue;
      }
      const starts = missing.get(versionId);
      if (starts) starts.push(start);
      else missing.set(versionId, [start]);
    }
    for (const [versionId, starts] of missing) {
      for (const row of await readParts(reader, versionId, grain, starts, parts)) {
        const key = keyOf(versionId, grain, row.start);
        found.set(key, this.#keep(key, row, parts));
      }
    }
    return rows.map(({ versionId, start }) => {
      const cell = found.get(keyOf(versionId, grain, start))!;
      return { versionId, start, parts: parts.map((part) => cell.parts[part]!) };
    });
  }

  #keep(key: string, row: PartsRow, parts: readonly CellPart[]): KnownCell {
    const known = this.#known.get(key);
    const before = known?.revision === row.revision ? known : null;
    const cell: KnownCell = {
      revision: row.revision,
      parts: { ...before?.parts },
      size: before?.size ?? 0,
    };
    for (const part of parts) {
      if (cell.parts[part]) continue;
      cell.parts[part] = readContent(row[part]);
      cell.size += row[part].length;
    }
    this.#kept += cell.size - (known?.size ?? 0);
    // Whatever was read last goes last.
    this.#known.delete(key);
    this.#known.set(key, cell);
    this.#makeRoom();
    return cell;
  }

  #makeRoom(): void {
    for (const [key, { size }] of this.#known) {
      if (this.#kept <= mostKept) return;
      this.#known.delete(key);
      this.#kept -= size;
    }
  }
}

const keyOf = (versionId: number, grain: string, start: number): string =>
  `${versionId} ${grain} ${start}`;

const readParts = (
  reader: SqlReader,
  versionId: number,
  grain: string,
  starts: readonly number[],
  parts: readonly CellPart[],
): Promise<PartsRow[]> =>
  reader.all<PartsRow>(
    `SELECT version_id AS versionId, start, revision,
      ${cellParts.map((part) => (parts.includes(part) ? part : `'' AS ${part}`)).join(", ")}
      FROM ledger_cell WHERE version_id = ? AND grain = '${grain}'
      AND start IN (${placeholders(starts)})`,
    [versionId, ...starts],
  );
