import type { Drawing, Paper } from "../../../domain/index.js";
import type { PaperFormat } from "./paper-format.js";
import type { Workbook } from "./workbook.js";

/** All that a worker needs to write one file; plain data, so that it can be sent to a thread. */
export type PressJob = PaperJob | PagesJob | WorkbookJob;

/** What is written into a file about itself. */
export interface FileFacts {
  readonly title: string;
  readonly author: string;
  /** Epoch milliseconds: when it was made. */
  readonly madeAt: number;
}

/** The form of an SOP. */
export interface PaperJob extends FileFacts {
  readonly format: PaperFormat;
  readonly paper: Paper;
}

/** Pages that are drawn already, as a PDF. */
export interface PagesJob extends FileFacts {
  readonly format: "pages";
  readonly pages: readonly Drawing[];
  /** The language that they are written in, as `id-ID`. */
  readonly language: string;
}

/** A workbook, as an XLSX. */
export interface WorkbookJob extends FileFacts {
  readonly format: "workbook";
  readonly workbook: Workbook;
}

/** How far a job is: pages, or rows of a form in a DOCX. */
export interface PaperProgress {
  readonly done: number;
  readonly total: number;
}

export type OnProgress = (progress: PaperProgress) => void;
