import PDFDocument from "pdfkit";
import { drawPaper } from "../../../domain/index.js";
import type { OnProgress, PaperJob } from "./paper-job.js";
import { PdfPage } from "./pdf-page.js";
import { typeFaces } from "./type-faces.js";

/** PDF points for one px. */
const pointsPerPx = 72 / 96;

/** The pages of a paper as a PDF with selectable text, its fonts embedded, tagged for screen readers. */
export async function writePdf(job: PaperJob, onProgress: OnProgress): Promise<Uint8Array> {
  const { count, pages } = drawPaper(job.paper);
  const pdf = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: "id-ID",
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
