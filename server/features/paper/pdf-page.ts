import type { PathShape, PathStep, Shape, TextShape } from "../../../domain/index.js";

type Pdf = PDFKit.PDFDocument;
type Features = PDFKit.Mixins.OpenTypeFeatures[];

// The layout measures without kerning. The typings know the list only, the font reads this as well.
const features = { kern: false, liga: false } as unknown as Features;

/** Draws shapes on the open page of a PDF. Texts of one cell become one paragraph for who hears them. */
export class PdfPage {
  readonly #pdf: Pdf;
  readonly #section: PDFKit.PDFStructureElement;

  constructor(pdf: Pdf, section: PDFKit.PDFStructureElement) {
    this.#pdf = pdf;
    this.#section = section;
  }

  draw(shapes: readonly Shape[]): void {
    for (const run of runs(shapes)) {
      const [first] = run;
      if (first?.type === "text" && first.name.role !== "mark") this.#paragraph(run);
      else this.#artifact(run);
    }
  }

  #paragraph(run: readonly Shape[]): void {
    const paragraph = this.#pdf.struct("P");
    this.#section.add(paragraph);
    paragraph.add(this.#pdf.markStructureContent("P"));
    this.#drawAll(run);
    this.#pdf.endMarkedContent();
    paragraph.end();
  }

  /** Lines, symbols and footers: read aloud they would only be in the way. */
  #artifact(run: readonly Shape[]): void {
    this.#pdf.markContent("Artifact", { type: "Layout" });
    this.#drawAll(run);
    this.#pdf.endMarkedContent();
  }

  #drawAll(run: readonly Shape[]): void {
    for (const shape of run) {
      if (shape.type === "path") this.#path(shape);
      else this.#text(shape);
    }
  }

  #path({ steps, fill, stroke, strokeWidth }: PathShape): void {
    const pdf = this.#pdf;
    for (const step of steps) outline(pdf, step);
    if (stroke !== null) pdf.lineWidth(strokeWidth);
    if (fill !== null && stroke !== null) pdf.fillAndStroke(fill, stroke);
    else if (fill !== null) pdf.fill(fill);
    else if (stroke !== null) pdf.stroke(stroke);
  }

  #text(shape: TextShape): void {
    const { text, face, size, color, angle, anchor, room } = shape;
    const pdf = this.#pdf;
    pdf.font(face).fontSize(size).fillColor(color);
    const width = pdf.widthOfString(text, { features });
    // Only writing that Arimo lacks can be wider than the layout thought: it is narrowed, never cut.
    const squeeze = Math.min(1, room.width / Math.max(width, 1));
    const back = { start: 0, middle: 0.5, end: 1 }[anchor] * width * squeeze;
    if (angle !== 0) pdf.save().rotate(angle, { origin: [shape.x, shape.y] });
    pdf.text(text, shape.x - back, shape.y, {
      lineBreak: false,
      baseline: "alphabetic",
      features,
      ...(squeeze < 0.999 && { horizontalScaling: 100 * squeeze }),
    });
    if (angle !== 0) pdf.restore();
  }
}

function outline(pdf: Pdf, step: PathStep): void {
  if (step.to === "close") pdf.closePath();
  else if (step.to === "curve") {
    pdf.bezierCurveTo(step.x1, step.y1, step.x2, step.y2, step.x, step.y);
  } else if (step.to === "move") pdf.moveTo(step.x, step.y);
  else pdf.lineTo(step.x, step.y);
}

/** Neighbours that belong together: the lines of one cell, or whatever else stands between texts. */
function runs(shapes: readonly Shape[]): Shape[][] {
  const result: Shape[][] = [];
  let before: Shape | null = null;
  for (const shape of shapes) {
    const last = result.at(-1);
    if (before !== null && last !== undefined && belong(before, shape)) last.push(shape);
    else result.push([shape]);
    before = shape;
  }
  return result;
}

function belong(one: Shape, other: Shape): boolean {
  const isText = (shape: Shape): shape is TextShape =>
    shape.type === "text" && shape.name.role !== "mark";
  if (!isText(one) || !isText(other)) return isText(one) === isText(other);
  return one.room.x === other.room.x && one.room.y === other.room.y;
}
