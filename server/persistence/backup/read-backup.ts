import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { StartupError } from "../../kernel/startup-error.js";
import { notABackup, readBackupLine, type BackupHeader, type BackupLine } from "./backup-format.js";

/** The lines of a backup, one after another; a StartupError where they are not those of one. */
export async function* readBackup(file: string): AsyncGenerator<BackupLine> {
  const source = createReadStream(file);
  const text = createGunzip();
  source.on("error", (error) => text.destroy(error)).pipe(text);
  text.setEncoding("utf8");
  try {
    let rest = "";
    for await (const chunk of text as AsyncIterable<string>) {
      const parts = (rest + chunk).split("\n");
      rest = parts.pop() ?? "";
      for (const part of parts) yield readBackupLine(part);
    }
    if (rest !== "") throw notABackup();
  } catch (error) {
    throw explained(error, file);
  } finally {
    source.destroy();
    text.destroy();
  }
}

export async function readBackupHeader(file: string): Promise<BackupHeader> {
  for await (const line of readBackup(file)) {
    if (line.type === "header") return line.header;
    break;
  }
  throw notABackup();
}

function explained(error: unknown, file: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "EACCES" || code === "EISDIR") {
    return new StartupError(`Cannot read ${file} (${code})`);
  }
  // Z_DATA_ERROR, Z_BUF_ERROR: not gzip, or cut off.
  return code?.startsWith("Z_") || error instanceof SyntaxError ? notABackup() : error;
}
