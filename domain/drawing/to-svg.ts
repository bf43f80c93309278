import {
  type Drawing,
  type PathShape,
  type PathStep,
  printable,
  type Shape,
  type TextShape,
} from "./drawing.js";

/** The faces that have the same widths, the one that Alur brings first, then what stands in for them. */
const families = "Arimo, 'Liberation Sans', Arial, Helvetica, 'DejaVu Sans', sans-serif";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => escapes[character]!);

/** Thousandths of a px are more than any printer can show. */
const round = (value: number): number => Math.round(value * 1000) / 1000;

/** The outline as the `d` of an SVG path. */
export function pathData(steps: readonly PathStep[]): string {
  return steps
    .map((step) => {
      if (step.to === "close") return "Z";
      if (step.to === "curve") {
        const handles = [step.x1, step.y1, step.x2, step.y2].map(round).join(" ");
        return `C${handles} ${round(step.x)} ${round(step.y)}`;
      }
      return `${step.to === "move" ? "M" : "L"}${round(step.x)} ${round(step.y)}`;
    })
    .join("");
}

/**
 * A whole SVG file. Every text is escaped; nothing in it can run. `title` is read by screen readers.
 * `writeText` gives the element of a text, for whoever has no faces to set it in.
 */
export function toSvg(
  { width, height, shapes }: Drawing,
  title: string,
  writeText: (shape: TextShape) => string = textElement,
): string {
  const size = `width="${round(width)}" height="${round(height)}"`;
  const view = `viewBox="${[0, 0, width, height].map(round).join(" ")}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${view} role="img" font-family="${families}"`,
    ` style="font-kerning:none">`,
    `<title>${escapeXml(printable(title))}</title>`,
    ...shapes.map((shape) => (shape.type === "path" ? pathElement(shape) : writeText(shape))),
    "</svg>\n",
  ].join("\n");
}

function nameOf({ name }: Shape): string {
  const key = name.key === null ? "" : ` data-key="${escapeXml(printable(name.key))}"`;
  return ` data-role="${name.role}"${key}`;
}

function pathElement(shape: PathShape): string {
  const stroke =
    shape.stroke === null
      ? ""
      : ` stroke="${shape.stroke}" stroke-width="${round(shape.strokeWidth)}"`;
  return `<path${nameOf(shape)} d="${pathData(shape.steps)}" fill="${shape.fill ?? "none"}"${stroke}/>`;
}

function textElement(shape: TextShape): string {
  const { x, y, anchor, face, size, color, angle } = shape;
  const at = ` x="${round(x)}" y="${round(y)}"`;
  const anchored = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  const weight = face === "bold" ? ' font-weight="700"' : "";
  const turned = angle === 0 ? "" : ` transform="rotate(${angle} ${round(x)} ${round(y)})"`;
  const look = ` font-size="${round(size)}"${weight} fill="${color}" xml:space="preserve"`;
  return `<text${nameOf(shape)}${at}${anchored}${look}${turned}>${escapeXml(shape.text)}</text>`;
}
