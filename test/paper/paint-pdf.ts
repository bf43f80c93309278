import { createCanvas } from "@napi-rs/canvas";
import { openPdf } from "./read-pdf.js";

/** A page as a picture: shares of its pixels, between 0 and 1. */
export interface PaintedPage {
  /** Pixels that are not white, of the whole page. */
  readonly inked: number;
  /** The same of the outermost 8 mm, but for the strip of the footer. */
  readonly inkedMargin: number;
  readonly png: Uint8Array;
}

const dotsPerPoint = 1;
const marginPoints = (8 / 25.4) * 72;

/** Turns every page of a PDF into a picture. */
export async function paintPdf(bytes: Uint8Array): Promise<PaintedPage[]> {
  const document = await openPdf(bytes);
  const painted: PaintedPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: dotsPerPoint });
    const width = Math.ceil(viewport.width);
    const height = Math.ceil(viewport.height);
    const canvas = createCanvas(width, height);
    const canvasContext = canvas.getContext("2d");
    await page.render({
      canvas: canvas as unknown as HTMLCanvasElement,
      canvasContext: canvasContext as unknown as CanvasRenderingContext2D,
      viewport,
    }).promise;
    const { data } = canvasContext.getImageData(0, 0, width, height);
    const margin = Math.floor(marginPoints * dotsPerPoint);
    let inked = 0;
    let inkedMargin = 0;
    let marginSize = 0;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const at = 4 * (y * width + x);
        const isInk = data[at]! + data[at + 1]! + data[at + 2]! < 740;
        const isMargin = y < margin || x < margin || x >= width - margin;
        if (isMargin) marginSize += 1;
        if (!isInk) continue;
        inked += 1;
        if (isMargin) inkedMargin += 1;
      }
    }
    painted.push({
      inked: inked / (width * height),
      inkedMargin: inkedMargin / marginSize,
      png: canvas.toBuffer("image/png"),
    });
  }
  await document.loadingTask.destroy();
  return painted;
}
