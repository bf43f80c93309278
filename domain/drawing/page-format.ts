import { defaultMetrics, type Metrics } from "../layout/metrics.js";

const pxPerMm = 96 / 25.4;

/** A4 landscape, in px. */
export const pageSize = { width: 297 * pxPerMm, height: 210 * pxPerMm } as const;

const printable = defaultMetrics.page;
const marginX = (pageSize.width - printable.width) / 2;
const marginY = (pageSize.height - printable.height) / 2;

/** What may be printed on; the footer stands in the margin below it. */
export const printArea = { x: marginX, y: marginY, ...printable } as const;

/** The line of the footer, in px. */
export const footerRoom = {
  x: marginX,
  y: printArea.y + printArea.height + 7,
  width: printable.width,
  height: 14,
} as const;

/** The form's metrics for pages whose upper `taken` px hold a title. */
export const paperMetrics = (taken: number): Metrics => ({
  ...defaultMetrics,
  page: { width: printable.width, height: printable.height - taken },
});
