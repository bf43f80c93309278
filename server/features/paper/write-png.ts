import { Resvg } from "@resvg/resvg-js";
import { type Drawing, drawSheet, toSvg } from "../../../domain/index.js";
import { greyPng } from "./grey-png.js";
import type { OnProgress, PaperJob } from "./paper-job.js";
import { outlineElement } from "./text-outline.js";

/** Sharp in print, as long as the picture stays within bounds. */
const wantedZoom = 2;
/** Four bytes each, while it is being drawn. */
const mostPixels = 40_000_000;

export const writeSvg = ({ paper, title }: PaperJob): Uint8Array =>
  Buffer.from(toSvg(drawSheet(paper), title), "utf8");

/** The drawing in one picture. */
export function writePng({ paper }: PaperJob, onProgress: OnProgress): Uint8Array {
  const sheet = drawSheet(paper);
  const area = Math.max(1, sheet.width * sheet.height);
  const zoom = Math.min(wantedZoom, Math.sqrt(mostPixels / area));
  const picture = paint(sheet, zoom, "opaque");
  onProgress({ done: 1, total: 1 });
  return picture;
}

/** A drawing as a PNG, on white or on nothing. A form has no colours. */
export function paint(drawing: Drawing, zoom: number, kind: "opaque" | "transparent"): Uint8Array {
  const svg = toSvg(drawing, "", outlineElement);
  const picture = new Resvg(svg, {
    font: { loadSystemFonts: false },
    fitTo: { mode: "zoom", value: zoom },
    ...(kind === "opaque" && { background: "#ffffff" }),
  }).render();
  const { pixels, width, height } = picture;
  return greyPng({ pixels, width, height }, kind);
}
