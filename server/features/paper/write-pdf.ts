import PDFDocument from "pdfkit";
import { type Drawing, drawPaper } from "../../../domain/index.js";
import type { FileFacts, OnProgress, PagesJob, PaperJob } from "./paper-job.js";
import { PdfPage } from "./pdf-page.js";
import { typeFaces } from "./type-faces.js";

/** PDF points for one px. */
const pointsPerPx = 72 / 96;

/** The pages of a paper as a PDF. */
export function writePdf(job: PaperJob, onProgress: OnProgress): Promise<Uint8Array> {
  return writePages(job, { ...drawPaper(job.paper), language: "id-ID" }, onProgress);
}

/** Pages that are drawn already, as a PDF. */
export function writeDrawnPdf(job: PagesJob, onProgress: OnProgress): Promise<Uint8Array> {
  const { pages, language } = job;
  return writePages(job, { count: pages.length, pages, language }, onProgress);
}

interface PagesToWrite {
  readonly count: number;
  readonly pages: Iterable<Drawing>;
  readonly language: string;
}

/** A PDF with selectable text, its fonts embedded, tagged for screen readers. */
async function writePages(
  job: FileFacts,
  { count, pages, language }: PagesToWrite,
  onProgress: OnProgress,
): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: language,
    info: {
      Title: job.title,
      Author: job.author,
      Creator: "Alur",
      Producer: "Alur",
      CreationDate: new Date(job.madeAt),
    },
  });
  const chunks: Uint8Array[] = [];
  pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    pdf.once("end", resolve);
    pdf.once("error", reject);
  });
  for (const { name, font } of Object.values(typeFaces).flat()) {
    // It takes an open face as well as a file, which its typings do not know.
    pdf.registerFont(name, font as unknown as PDFKit.Mixins.PDFFontSource);
  }
  const root = pdf.struct("Document");
  pdf.addStructure(root);

  let done = 0;
  for (const { width, height, shapes } of pages) {
    pdf.addPage({ size: [width * pointsPerPx, height * pointsPerPx], margin: 0 });
    pdf.scale(pointsPerPx);
    const section = pdf.struct("Sect");
    root.add(section);
    new PdfPage(pdf, section).draw(shapes);
    section.end();
    done += 1;
    onProgress({ done, total: count });
  }
  root.end();
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}
