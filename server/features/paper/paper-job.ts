import type { Paper } from "../../../domain/index.js";
import type { PaperFormat } from "./paper-format.js";

/** All that a worker needs to write one file; plain data, so that it can be sent to a thread. */
export interface PaperJob {
  readonly format: PaperFormat;
  readonly paper: Paper;
  /** Written into the file as its title and author. */
  readonly title: string;
  readonly author: string;
  /** Epoch milliseconds, written into the file as when it was made. */
  readonly madeAt: number;
}

/** How far a job is: pages, or rows of a form in a DOCX. */
export interface PaperProgress {
  readonly done: number;
  readonly total: number;
}

export type OnProgress = (progress: PaperProgress) => void;
