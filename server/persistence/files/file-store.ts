import type { Readable } from "node:stream";

/** An object of the store. */
export interface StoredObject {
  readonly name: string;
  /** Epoch milliseconds. */
  readonly modifiedAt: number;
}

/** Both ends count: `{ start: 0, end: 0 }` is the first byte. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A finished file on this machine. */
export interface FinishedFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** Of the content, in hex. */
  readonly sha256: string;
}

/**
 * Where the bytes of attached files lie, beside the database. Names are made by the program: small
 * letters, digits, `-` and `/`. An object is there whole or not at all, and never changes: whoever
 * writes it again writes the same. Each method may throw `StoreFull` where it writes.
 */
export interface FileStore {
  /** Resolves when the bytes would survive the loss of power. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** The same for a file from `workFile`, which is gone afterwards or left to be removed. */
  adopt(name: string, file: FinishedFile): Promise<void>;
  /** The bytes as they come; throws `FileMissing`, before the first one, where there is no such object. */
  read(name: string, range?: ByteRange): Promise<Readable>;
  /** That it is not there is fine. */
  remove(name: string): Promise<void>;
  /** Everything whose name begins with `prefix`, which ends with a slash. */
  list(prefix: string): AsyncIterable<StoredObject>;
  /** A path on this machine, of nothing yet, for a file in the making of about so many bytes. */
  workFile(size: number): Promise<string>;
  /** Removes what was left in the making since before this moment; epoch milliseconds. */
  removeStaleWork(before: number): Promise<void>;
}

/** There is no room for it now; nothing of it was kept. */
export class StoreFull extends Error {
  override readonly name = "StoreFull";
}

/** The store does not have what the database says it has. */
export class FileMissing extends Error {
  override readonly name = "FileMissing";

  constructor(readonly object: string) {
    super(`The file store has no ${object}`);
  }
}

const shape = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/;

/** A bug, were it ever thrown: no name comes from outside. */
export function checkObjectName(name: string): void {
  if (!shape.test(name)) throw new Error(`"${name}" is no name of a stored object`);
}
