import type { PaperFormat } from "./paper-format.js";
import type { OnProgress, PaperJob } from "./paper-job.js";
import { writeDocx } from "./write-docx.js";
import { writePdf } from "./write-pdf.js";
import { writePng, writeSvg } from "./write-png.js";

type Write = (job: PaperJob, onProgress: OnProgress) => Uint8Array | Promise<Uint8Array>;

const writers: Record<PaperFormat, Write> = {
  pdf: writePdf,
  docx: writeDocx,
  svg: writeSvg,
  png: writePng,
};

/** One file of a paper. It takes the processor for as long as it takes: run it in a thread. */
export const writePaper: Write = (job, onProgress) => writers[job.format](job, onProgress);
