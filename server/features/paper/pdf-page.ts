import type { PathShape, PathStep, Shape, TextShape } from "../../../domain/index.js";
import { layOutRun, type TextRun, textRuns } from "./text-runs.js";
import { unkerned } from "./type-faces.js";

type Pdf = PDFKit.PDFDocument;
/** The typings know a list of names only; the font reads what is on and what is off as well. */
type Features = PDFKit.Mixins.OpenTypeFeatures[];

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
    const runs = textRuns(text, face).map((run) => ({ run, width: layOutRun(run).width * size }));
    const width = runs.reduce((sum, one) => sum + one.width, 0);
    // Only writing that the layout does not know can be wider than it thought: narrowed, never cut.
    const squeeze = Math.min(1, room.width / Math.max(width, 1));
    const back = { start: 0, middle: 0.5, end: 1 }[anchor] * width * squeeze;
    if (angle !== 0) pdf.save().rotate(angle, { origin: [shape.x, shape.y] });
    pdf.fontSize(size).fillColor(color);
    let x = shape.x - back;
    for (const one of runs) {
      this.#run(one.run, { x, y: shape.y, width: one.width, squeeze });
      x += one.width * squeeze;
    }
    if (angle !== 0) pdf.restore();
  }

  /** Whoever copies or hears a character that no face has gets it all the same. */
  #run({ text, face, isRightToLeft, replaced }: TextRun, place: RunPlace): void {
    const pdf = this.#pdf.font(face.name);
    if (replaced !== null) pdf.markContent("Span", { actual: replaced });
    pdf.text(text, place.x, place.y, {
      lineBreak: false,
      baseline: "alphabetic",
      textWidth: place.width,
      ...(isRightToLeft && { features: unkerned as unknown as Features }),
      ...(place.squeeze < 0.999 && { horizontalScaling: 100 * place.squeeze }),
    } as PDFKit.Mixins.TextOptions);
    if (replaced !== null) pdf.endMarkedContent();
  }
}

interface RunPlace {
  readonly x: number;
  readonly y: number;
  /** Before it is squeezed. */
  readonly width: number;
  readonly squeeze: number;
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
