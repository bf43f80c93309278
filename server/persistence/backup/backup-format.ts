import { StartupError } from "../../kernel/startup-error.js";
import type { SqlValue } from "../database.js";
import { storeKeyOf } from "../files/object-name.js";

/**
 * A backup is gzipped lines of JSON: a header; for each table a line that names it and its columns,
 * then its rows as arrays in that order; the attached files, each with a line that names it and lines of
 * its content in base64; and an end line that counts them. It is the same for every database and every
 * file store, so that what was saved on one can be restored into another.
 */
export interface BackupHeader {
  readonly format: "alur-backup";
  readonly version: 1;
  /** ISO 8601. */
  readonly madeAt: string;
  /** The migrations that had run, in their order. */
  readonly migrations: readonly string[];
}

export interface BackupTable {
  readonly table: string;
  readonly columns: readonly string[];
}

/** The next lines hold its content, in pieces. */
export interface BackupFile {
  /** Its name in the file store. */
  readonly file: string;
  /** In bytes. */
  readonly size: number;
}

export interface BackupEnd {
  readonly rows: Readonly<Record<string, number>>;
  /** How many files are in it; missing where none were taken along. */
  readonly files?: number;
}

export type BackupLine =
  | { readonly type: "header"; readonly header: BackupHeader }
  | { readonly type: "table"; readonly table: BackupTable }
  | { readonly type: "row"; readonly values: readonly SqlValue[] }
  | { readonly type: "file"; readonly file: BackupFile }
  | { readonly type: "bytes"; readonly bytes: Buffer }
  | { readonly type: "end"; readonly end: BackupEnd };

const identifier = /^[a-z][a-z0-9_]{0,62}$/;

export function readBackupLine(text: string): BackupLine {
  const value: unknown = JSON.parse(text);
  if (Array.isArray(value) && value.every(isSqlValue)) return { type: "row", values: value };
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw notABackup();
  const fields = value as Partial<BackupHeader & BackupTable & BackupFile & BackupEnd> & {
    readonly bytes?: unknown;
  };
  if (fields.format !== undefined) return { type: "header", header: readHeader(fields) };
  if (fields.rows !== undefined) {
    const { rows, files } = fields;
    return { type: "end", end: { rows, ...(files !== undefined && { files }) } };
  }
  if (typeof fields.bytes === "string") {
    return { type: "bytes", bytes: Buffer.from(fields.bytes, "base64") };
  }
  if (typeof fields.file === "string") {
    const { file, size } = fields;
    if (storeKeyOf(file) === null || !Number.isSafeInteger(size)) throw notABackup();
    return { type: "file", file: { file, size: size ?? 0 } };
  }
  const { table, columns } = fields;
  // Both become part of SQL, so they must be nothing but names.
  if (!isIdentifier(table) || !Array.isArray(columns) || !columns.every(isIdentifier)) {
    throw notABackup();
  }
  return { type: "table", table: { table, columns } };
}

export function notABackup(): StartupError {
  return new StartupError(
    "The file is not a backup of Alur, or it is damaged; nothing was changed",
  );
}

function readHeader(fields: Partial<BackupHeader>): BackupHeader {
  if (fields.format !== "alur-backup" || !Array.isArray(fields.migrations)) throw notABackup();
  if (fields.version !== 1) {
    throw new StartupError(
      "The backup was made by a newer version of Alur; restore it with that version",
    );
  }
  return fields as BackupHeader;
}

const isIdentifier = (value: unknown): value is string =>
  typeof value === "string" && identifier.test(value);

const isSqlValue = (value: unknown): value is SqlValue =>
  value === null || typeof value === "string" || typeof value === "number";
