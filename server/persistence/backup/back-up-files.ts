import type { SchemaConnection } from "../migration/migrate.js";
import { FileMissing, type FileStore } from "../files/file-store.js";
import { objectName } from "../files/object-name.js";

export interface SavedFiles {
  saved: number;
  bytes: number;
  /** Those that the database knows and the store does not have. */
  missing: number;
}

/** Files that go along with a backup. */
export interface BackedUpFiles {
  readonly store: FileStore;
  readonly onSaved: (summary: SavedFiles) => void;
}

interface FileRow extends Record<string, unknown> {
  readonly id: number;
  readonly storeKey: string;
  readonly size: number;
}

const rowsAtOnce = 500;
/** A multiple of three, so that base64 needs no filling. */
const bytesPerLine = 192 * 1024;

/**
 * The files that the snapshot of the database knows as whole. No file ever changes, so that what is read
 * now is what the snapshot means; one that is not there is counted and left out.
 */
export async function* fileLines(
  connection: SchemaConnection,
  store: FileStore,
  summary: SavedFiles,
): AsyncGenerator<string> {
  let after = 0;
  for (;;) {
    const rows = await connection.all<FileRow>(
      `SELECT id, store_key AS storeKey, size FROM stored_file
        WHERE id > ? AND state IN ('SCANNING', 'READY', 'ATTACHED') ORDER BY id LIMIT ${rowsAtOnce}`,
      [after],
    );
    for (const { storeKey, size } of rows) {
      const file = objectName(storeKey);
      const content = await store.read(file).catch((error: unknown) => {
        if (error instanceof FileMissing) return null;
        throw error;
      });
      if (content === null) {
        summary.missing += 1;
        continue;
      }
      yield line({ file, size });
      yield* contentLines(content as AsyncIterable<Buffer>);
      summary.saved += 1;
      summary.bytes += size;
    }
    after = rows.at(-1)?.id ?? after;
    if (rows.length < rowsAtOnce) return;
  }
}

async function* contentLines(content: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let waiting = Buffer.alloc(0);
  for await (const chunk of content) {
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.length >= bytesPerLine) {
      yield line({ bytes: waiting.subarray(0, bytesPerLine).toString("base64") });
      waiting = waiting.subarray(bytesPerLine);
    }
  }
  if (waiting.length > 0) yield line({ bytes: waiting.toString("base64") });
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
