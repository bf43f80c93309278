import type { OutputKey } from "../sop/graph.js";

/**
 * A file that was attached to a case, as the log names it for ever: whoever has the log and the
 * bytes can tell that these are the ones.
 */
export interface AttachedFile {
  /** The installation's own id; the engine only passes it on. */
  readonly file: number;
  readonly name: string;
  /** "application/pdf", by the content. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  /** Of the content, in hex. */
  readonly sha256: string;
}

/** A document that a step yielded; `reference` is its text, number or place, and may be empty beside files. */
export interface GivenOutput {
  readonly output: OutputKey;
  readonly reference: string;
  /** Missing where there are none. */
  readonly files?: readonly AttachedFile[];
}

/** The files of a requirement that was brought along, which is named in the words of the form. */
export interface BroughtFiles {
  readonly requirement: string;
  readonly files: readonly AttachedFile[];
}
