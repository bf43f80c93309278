import { Resvg } from "@resvg/resvg-js";
import { type Drawing, drawSheet, toSvg } from "../../../domain/index.js";
import { fontFamily, fontFiles } from "./font-files.js";
import type { OnProgress, PaperJob } from "./paper-job.js";

/** Sharp in print, as long as the picture stays within bounds. */
const wantedZoom = 2;
/** Four bytes each, while it is being drawn. */
const mostPixels = 40_000_000;

/** Reading the faces takes longer than drawing a small picture does. */
const fontFor = ({ shapes }: Drawing) => ({
  fontFiles: shapes.some(({ type }) => type === "text") ? Object.values(fontFiles) : [],
  loadSystemFonts: false,
  defaultFontFamily: fontFamily,
});

export const writeSvg = ({ paper, title }: PaperJob): Uint8Array =>
  Buffer.from(toSvg(drawSheet(paper), title), "utf8");

/** The drawing in one picture, on white. */
export function writePng({ paper, title }: PaperJob, onProgress: OnProgress): Uint8Array {
  const sheet = drawSheet(paper);
  const area = Math.max(1, sheet.width * sheet.height);
  const zoom = Math.min(wantedZoom, Math.sqrt(mostPixels / area));
  const picture = paint(sheet, title, { zoom, background: "#ffffff" });
  onProgress({ done: 1, total: 1 });
  return picture;
}

/** A drawing as a PNG without a background. */
export const paintPart = (drawing: Drawing, zoom: number): Uint8Array =>
  paint(drawing, "", { zoom });

function paint(
  drawing: Drawing,
  title: string,
  { zoom, background }: { readonly zoom: number; readonly background?: string },
): Uint8Array {
  const fitTo = { mode: "zoom", value: zoom } as const;
  const options = { font: fontFor(drawing), fitTo, ...(background && { background }) };
  return new Resvg(toSvg(drawing, title), options).render().asPng();
}
