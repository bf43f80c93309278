import type { Box } from "../layout/form-layout.js";
import { defaultMetrics, type Metrics, textStyles } from "../layout/metrics.js";

/** A sheet of paper, lying; lengths in px. */
export interface PageFormat {
  readonly size: { readonly width: number; readonly height: number };
  /** What may be printed on; the footer stands in the margin below it. */
  readonly printArea: Box;
  /** The line of the footer. */
  readonly footerRoom: Box;
}

const pxPerMm = 96 / 25.4;
const pxPerPoint = 96 / 72;
const a4Size = { width: 297 * pxPerMm, height: 210 * pxPerMm } as const;
const a3Size = { width: 420 * pxPerMm, height: 297 * pxPerMm } as const;
const { page } = defaultMetrics;
const margin = {
  x: (a4Size.width - page.width) / 2,
  y: (a4Size.height - page.height) / 2,
} as const;

function formatOf(size: PageFormat["size"]): PageFormat {
  const { x, y } = margin;
  const width = size.width - 2 * x;
  const height = size.height - 2 * y;
  return {
    size,
    printArea: { x, y, width, height },
    footerRoom: { x, y: y + height + 7, width, height: 14 },
  };
}

export const a4 = formatOf(a4Size);
export const a3 = formatOf(a3Size);

/** Text that is smaller, in points, is a strain to read: a form that wide is printed on A3. */
const leastPoints = 6.5;
export const leastScale = (leastPoints * pxPerPoint) / textStyles.cell.size;

/** The form's metrics for pages whose upper `taken` px hold a title. */
export const paperMetrics = (taken: number, { printArea }: PageFormat = a4): Metrics => ({
  ...defaultMetrics,
  page: { width: printArea.width, height: printArea.height - taken },
});
