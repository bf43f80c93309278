import type { Context } from "../../kernel/context.js";
import type { Database } from "../../persistence/database.js";
import type { FileStore } from "../../persistence/files/file-store.js";
import { FileKeeper } from "./file-keeper.js";
import { UploadRemoval } from "./upload-removal.js";
import { UploadScan } from "./upload-scan.js";
import { UploadSeal } from "./upload-seal.js";
import { UploadService } from "./upload-service.js";
import type { VirusScanner } from "./virus-scanner.js";

/** What attachments rest on. */
export interface FileFoundations {
  readonly store: FileStore;
  readonly scanner: VirusScanner | null;
  /** The largest file, in bytes. */
  readonly maxBytes: number;
  /** Is told why a scan failed, which is tried again. */
  readonly onScanFailure: (error: unknown) => void;
}

export interface Files {
  readonly store: FileStore;
  readonly uploads: UploadService;
  readonly keeper: FileKeeper;
}

export function composeFiles(
  database: Database,
  { store, scanner, maxBytes, onScanFailure }: FileFoundations,
  makeContext: () => Context,
): Files {
  const removal = new UploadRemoval(database, store);
  const scan = new UploadScan({ database, store, scanner, onFailure: onScanFailure });
  const keeper = new FileKeeper({ database, store, removal, scan });
  const seal = new UploadSeal({
    database,
    store,
    removal,
    isScanned: scanner !== null,
    // Whoever uploaded it waits for this; where it fails, the keeper tries again.
    onSealed: (id) => keeper.scanSoon(makeContext(), id),
  });
  const uploads = new UploadService({ database, store, seal, removal, maxBytes });
  return { store, uploads, keeper };
}
