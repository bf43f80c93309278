import { layout } from "../layout/layout.js";
import { paginate } from "../layout/paginate.js";
import type { Box, PagedForm } from "../layout/form-layout.js";
import { breakText } from "./break-text.js";
import { drawCover } from "./draw-cover.js";
import { drawForm, formMargin } from "./draw-form.js";
import { drawFormPage } from "./draw-form-pages.js";
import { drawLines } from "./draw-text.js";
import { type Drawing, placed, type Shape, type TextShape } from "./drawing.js";
import { a3, a4, leastScale, type PageFormat, paperMetrics } from "./page-format.js";
import { type PaperPart, partTitle } from "./paper-part.js";
import type { PaperWords } from "./paper-words.js";

/** What is printed: the procedures under one number, and a word laid over what is not in force. */
export interface Paper {
  /** In the order of their parts; at least one. */
  readonly parts: readonly PaperPart[];
  /** "KONSEP" on a draft; `null`: nothing. */
  readonly mark: string | null;
  readonly words: PaperWords;
}

/** The pages of a paper, drawn one after another while they are asked for. */
export interface PaperPages {
  readonly count: number;
  readonly pages: Iterable<Drawing>;
}

const titleLook = { face: "bold", size: 14, lineHeight: 19 } as const;
const titleGap = 9;
const footerLook = { face: "regular", size: 9, lineHeight: a4.footerRoom.height } as const;

/** The form of one part on paper, and the title that stands over it on each of its pages. */
export interface PartOnPaper {
  readonly format: PageFormat;
  readonly form: PagedForm;
  readonly title: readonly string[];
  /** px that the title takes from the top of the page. */
  readonly titleHeight: number;
}

/** On A4, unless its texts were too small to read there: then on A3. */
export function partOnPaper(part: PaperPart): PartOnPaper {
  const onA4 = laidOut(part, a4);
  return onA4.form.pageScale < leastScale ? laidOut(part, a3) : onA4;
}

function laidOut(part: PaperPart, format: PageFormat): PartOnPaper {
  const { graph, columns, identity } = part.document;
  const texts = [partTitle(part), identity.procedure ?? ""];
  const title = texts.flatMap((text) => breakText(text, format.printArea.width, titleLook));
  const titleHeight = title.length * titleLook.lineHeight + titleGap;
  const metrics = paperMetrics(titleHeight, format);
  const form = paginate(layout(graph, metrics, columns ?? null), metrics);
  return { format, form, title, titleHeight };
}

/** Pages that lie: the cover, then each part's form over as many as it needs. */
export function drawPaper(paper: Paper): PaperPages {
  const covers = drawCover(paper.parts, paper.words);
  const forms = paper.parts.map(partOnPaper);
  const count = covers.length + forms.reduce((sum, { form }) => sum + form.pages.length, 0);
  const number = paper.parts.find((part) => part.number !== null)?.number ?? null;
  const finish = (shapes: readonly Shape[], page: number, format: PageFormat): Drawing => ({
    ...format.size,
    shapes: [
      ...(paper.mark === null ? [] : [watermark(paper.mark, format.size)]),
      ...shapes,
      ...drawFooter(format.footerRoom, number, pageOf(paper.words, page, count)),
    ],
  });
  const draw = function* (): Generator<Drawing> {
    let page = 0;
    for (const cover of covers) yield finish(cover, ++page, a4);
    for (const part of forms) {
      for (const shapes of partPages(part)) yield finish(shapes, ++page, part.format);
    }
  };
  return { count, pages: { [Symbol.iterator]: draw } };
}

function* partPages({ format, form, title, titleHeight }: PartOnPaper): Generator<Shape[]> {
  const { printArea } = format;
  // A form that is narrower than the page stands in its middle.
  const dx = printArea.x + Math.max(0, printArea.width - form.width * form.pageScale) / 2;
  for (const page of form.pages) {
    const body = placed(drawFormPage(form, page), { dx, dy: printArea.y + titleHeight });
    yield [...drawTitle(title, printArea), ...body];
  }
}

function drawTitle(lines: readonly string[], printArea: Box): TextShape[] {
  const name = { role: "text", key: null } as const;
  return drawLines(name, lines, printArea, { ...titleLook, anchor: "middle" });
}

const pageOf = (words: PaperWords, page: number, count: number): string =>
  words.pageOf.replace("{page}", String(page)).replace("{count}", String(count));

function drawFooter(room: Box, number: string | null, pages: string): TextShape[] {
  const name = { role: "mark", key: null } as const;
  const sides: [string, TextShape["anchor"]][] = [
    [number === null ? "" : `Nomor SOP ${number}`, "start"],
    [pages, "end"],
  ];
  return sides.flatMap(([text, anchor]) =>
    text === "" ? [] : drawLines(name, [text], room, { ...footerLook, anchor }),
  );
}

/** A pale word from corner to corner, under everything else. */
function watermark(word: string, { width, height }: { width: number; height: number }): TextShape {
  const size = Math.min(height / 4.5, (1.1 * width) / Math.max(5, word.length));
  return {
    type: "text",
    name: { role: "mark", key: null },
    text: word,
    x: width / 2,
    y: height / 2 + size / 3,
    anchor: "middle",
    face: "bold",
    size,
    color: "#efefef",
    angle: -28,
    room: { x: 0, y: 0, width, height },
  };
}

/**
 * The forms of all parts in one picture, each as wide and high as the screen shows it, under its title
 * where there are several.
 */
export function drawSheet(paper: Paper): Drawing {
  const isOne = paper.parts.length === 1;
  const sheets = paper.parts.map((part) => {
    const { form, title, titleHeight } = laidOut(part, a4);
    return { drawing: drawForm(form), title, titleHeight: isOne ? 0 : titleHeight + formMargin };
  });
  const width = Math.max(...sheets.map(({ drawing }) => drawing.width));
  const shapes: Shape[] = [];
  let y = 0;
  for (const { drawing, title, titleHeight } of sheets) {
    if (!isOne) {
      const room = { x: 0, y: y + formMargin, width, height: titleHeight };
      const name = { role: "text", key: null } as const;
      shapes.push(...drawLines(name, title, room, { ...titleLook, anchor: "middle" }));
    }
    shapes.push(
      ...placed(drawing.shapes, { dx: (width - drawing.width) / 2, dy: y + titleHeight }),
    );
    y += titleHeight + drawing.height;
  }
  const mark = paper.mark === null ? [] : [watermark(paper.mark, { width, height: y })];
  return { width, height: y, shapes: [...mark, ...shapes] };
}
