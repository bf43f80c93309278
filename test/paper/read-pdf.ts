import { getDocument, OPS, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** One piece of text on a page: where its baseline begins, in px from the upper left corner. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface PdfPage {
  /** px. */
  readonly width: number;
  readonly height: number;
  /** Upright texts; a watermark is not among them. */
  readonly texts: readonly PdfText[];
  readonly watermark: string;
}

export interface PdfReading {
  readonly title: string;
  readonly language: string;
  readonly pages: readonly PdfPage[];
  /** Whether a page draws pictures instead of texts and lines. */
  readonly hasImages: boolean;
}

/** px for one point of a PDF. */
const pxPerPoint = 96 / 72;

/** Opens a PDF with a reader that has nothing to do with whoever wrote it. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
}

export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  const document = await openPdf(bytes);
  const { info } = await document.getMetadata();
  const pages: PdfPage[] = [];
  let hasImages = false;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , right = 0, top = 0] = page.view;
    const { items } = await page.getTextContent({ disableNormalization: true });
    const texts: PdfText[] = [];
    let watermark = "";
    for (const item of items) {
      if (!("str" in item) || item.str.trim() === "") continue;
      const [, skew = 0, , , x = 0, y = 0] = item.transform as number[];
      if (Math.abs(skew) > 0.01) watermark += item.str;
      else {
        const width = item.width * pxPerPoint;
        texts.push({ text: item.str, x: x * pxPerPoint, y: (top - y) * pxPerPoint, width });
      }
    }
    const { fnArray } = await page.getOperatorList();
    hasImages ||= fnArray.includes(OPS.paintImageXObject);
    pages.push({ width: right * pxPerPoint, height: top * pxPerPoint, texts, watermark });
  }
  const { Title: title = "", Language: language = "" } = info as Record<string, string>;
  await document.loadingTask.destroy();
  return { title, language, pages, hasImages };
}
