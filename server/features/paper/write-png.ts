import { Resvg } from "@resvg/resvg-js";
import { type Drawing, drawSheet, toSvg } from "../../../domain/index.js";
import { fontFamily, fontFiles } from "./font-files.js";
import type { OnProgress, PaperJob } from "./paper-job.js";

/** Sharp in print, as long as the picture stays within bounds. */
const wantedZoom = 2;
/** Four bytes each, while it is being drawn. */
const mostPixels = 40_000_000;
const font = {
  fontFiles: Object.values(fontFiles),
  loadSystemFonts: false,
  defaultFontFamily: fontFamily,
};

export const writeSvg = ({ paper, title }: PaperJob): Uint8Array =>
  Buffer.from(toSvg(drawSheet(paper), title), "utf8");

/** The drawing in one picture, on white. */
export function writePng({ paper, title }: PaperJob, onProgress: OnProgress): Uint8Array {
  const sheet = drawSheet(paper);
  const area = Math.max(1, sheet.width * sheet.height);
  const zoom = Math.min(wantedZoom, Math.sqrt(mostPixels / area));
  const picture = paintSvg(toSvg(sheet, title), zoom);
  onProgress({ done: 1, total: 1 });
  return picture;
}

/** A drawing as a PNG without a background. */
export const paintPart = (drawing: Drawing, zoom: number): Uint8Array =>
  new Resvg(toSvg(drawing, ""), { font, fitTo: { mode: "zoom", value: zoom } }).render().asPng();

const paintSvg = (svg: string, zoom: number): Uint8Array =>
  new Resvg(svg, { font, fitTo: { mode: "zoom", value: zoom }, background: "#ffffff" })
    .render()
    .asPng();
