import type { Locale } from "../../kernel/context.js";
import { toGlobalId } from "../../kernel/global-id.js";
import { messageFor } from "../../kernel/messages/messages.js";
import { chunkBytes } from "./file-limits.js";
import { problemOf } from "./file-service.js";
import type { UploadRow } from "./upload-row.js";
import type { Upload, UploadStatus } from "./upload-types.js";

/** An upload as its owner sees it, over GraphQL and over HTTP alike. */
export function uploadView(row: UploadRow, locale: Locale): Upload {
  const id = toGlobalId("Upload", row.id);
  const code = problemOf(row);
  return {
    id,
    name: row.name,
    size: row.size,
    received: row.received,
    status: statusOf(row),
    problem: code && { code, field: null, message: messageFor(locale, code) },
    address: `/uploads/${id}`,
    chunkSize: chunkBytes,
    expiresAt: row.expiresAt,
  };
}

function statusOf({ state, received, size }: UploadRow): UploadStatus {
  if (state === "SCANNING") return "CHECKING";
  if (state === "REMOVING") return "REFUSED";
  if (state === "UPLOADING") return received === size ? "CHECKING" : "UPLOADING";
  return state;
}
