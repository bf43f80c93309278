import type { OnProgress, PressJob } from "./paper-job.js";
import { writeDocx } from "./write-docx.js";
import { writeDrawnPdf, writePdf } from "./write-pdf.js";
import { writePng, writeSvg } from "./write-png.js";
import { writeWorkbook } from "./write-workbook.js";

type Format = PressJob["format"];
type Write<Job> = (job: Job, onProgress: OnProgress) => Uint8Array | Promise<Uint8Array>;

const writers: { readonly [F in Format]: Write<PressJob & { format: F }> } = {
  pdf: writePdf,
  docx: writeDocx,
  svg: writeSvg,
  png: writePng,
  pages: writeDrawnPdf,
  workbook: writeWorkbook,
};

/** One file of a job. It takes the processor for as long as it takes: run it in a thread. */
export const writePaper: Write<PressJob> = (job, onProgress) =>
  (writers[job.format] as Write<PressJob>)(job, onProgress);
