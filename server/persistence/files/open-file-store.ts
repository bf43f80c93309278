import { join } from "node:path";
import type { FileLocation } from "../../kernel/config.js";
import { DiskFileStore } from "./disk-file-store.js";
import type { FileStore } from "./file-store.js";
import { S3FileStore } from "./s3-file-store.js";

/** The store that the settings name. Nothing is written or asked yet. */
export function openFileStore(location: FileLocation, dataDir: string): FileStore {
  const folder = join(dataDir, "files");
  if (location.kind === "disk") return new DiskFileStore(folder);
  return new S3FileStore(location, join(folder, "work"));
}
