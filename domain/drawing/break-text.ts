import { defaultMetrics } from "../layout/metrics.js";
import { type FontFace, textWidth } from "../layout/text-width.js";
import { wrapText } from "../layout/wrap-text.js";

/** The lines of a text that is set in `face` at `size` px and no wider than `width` px. */
export function breakText(
  text: string,
  width: number,
  { face, size }: { readonly face: FontFace; readonly size: number },
): readonly string[] {
  const measure = (line: string): number => textWidth(line, face) * size;
  return wrapText(text, width, "cell", { ...defaultMetrics, textWidth: measure });
}
