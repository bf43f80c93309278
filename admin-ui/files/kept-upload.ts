/** An upload that belongs to something not sent yet, as this browser writes it down. */
export interface KeptUpload {
  /** Of this browser's own making. */
  readonly key: string;
  /** What it is to be attached to, in the words of whoever shows it. */
  readonly place: string;
  readonly name: string;
  readonly size: number;
  /** With name and size, tells whether the same file was chosen again. */
  readonly lastModified: number;
  /** `null` until the server has been told of it. */
  readonly uploadId: string | null;
  readonly address: string | null;
  readonly chunkSize: number;
  readonly isReady: boolean;
}

/** What was written down, as far as it can be read; after a reload only what the server knows of counts. */
export function keptUploads(stored: unknown): readonly KeptUpload[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter(isKept).filter(({ uploadId }) => uploadId !== null);
}

function isKept(value: unknown): value is KeptUpload {
  if (typeof value !== "object" || value === null) return false;
  const it = value as Record<string, unknown>;
  const isText = (name: string): boolean => typeof it[name] === "string";
  const isNumber = (name: string): boolean => typeof it[name] === "number";
  return (
    ["key", "place", "name"].every(isText) &&
    ["size", "lastModified", "chunkSize"].every(isNumber) &&
    (it["uploadId"] === null || isText("uploadId")) &&
    (it["address"] === null || isText("address")) &&
    typeof it["isReady"] === "boolean"
  );
}

/** The ids of what may be attached to a place. */
export const readyIds = (uploads: readonly KeptUpload[], place: string): readonly string[] =>
  uploads
    .filter((upload) => upload.place === place && upload.isReady)
    .flatMap(({ uploadId }) => uploadId ?? []);
