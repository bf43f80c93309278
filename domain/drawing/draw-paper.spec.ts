import { describe, expect, it } from "vitest";
import { randomSop } from "../../test/layout/random-sop.js";
import { seedPapers as seeds } from "../../test/paper/seed-papers.js";
import { layout } from "../layout/layout.js";
import { emptyDocument } from "../sop/empty-document.js";
import type { SopDocument } from "../sop/sop-document.js";
import { textWidth } from "../layout/text-width.js";
import { drawForm, formMargin } from "./draw-form.js";
import { drawPaper, drawSheet, type Paper } from "./draw-paper.js";
import type { Drawing, PathShape, Shape, TextShape } from "./drawing.js";
import { a3, a4, paperMetrics } from "./page-format.js";
import type { PaperPart } from "./paper-part.js";
import { paperWords } from "./paper-words.js";
import { symbolOutline } from "./symbol-outline.js";
import { toSvg } from "./to-svg.js";

const isText = (shape: Shape): shape is TextShape => shape.type === "text";
const isPath = (shape: Shape): shape is PathShape => shape.type === "path";
const pagesOf = (paper: Paper): Drawing[] => [...drawPaper(paper).pages];
const paperOf = (document: SopDocument, number: string | null = null): Paper => ({
  parts: [{ number, title: "Percobaan", document }],
  mark: null,
  words: paperWords.id,
});

/** Every text within its room, every shape within its drawing. */
function expectTidy({ width, height, shapes }: Drawing): void {
  for (const shape of shapes) {
    if (isText(shape)) {
      if (shape.angle !== 0) continue;
      const wide = textWidth(shape.text, shape.face) * shape.size;
      expect.soft(wide, shape.text).toBeLessThanOrEqual(shape.room.width + 0.01);
      expect.soft(shape.y, shape.text).toBeGreaterThan(shape.room.y);
      expect.soft(shape.y, shape.text).toBeLessThanOrEqual(shape.room.y + shape.room.height + 1);
      expect.soft(shape.y).toBeLessThan(height);
      continue;
    }
    for (const step of shape.steps) {
      if (step.to === "close") continue;
      expect.soft(step.x).toBeGreaterThanOrEqual(-0.01);
      expect.soft(step.x).toBeLessThanOrEqual(width + 0.01);
      expect.soft(step.y).toBeGreaterThanOrEqual(-0.01);
      expect.soft(step.y).toBeLessThanOrEqual(height + 0.01);
    }
  }
}

const letters = ({ shapes }: Drawing): string[] =>
  shapes.flatMap((shape) => (isText(shape) && shape.name.role === "link" ? [shape.text] : []));

describe("drawForm", () => {
  it.each(seeds)("draws $file where the layout has it", ({ part: { document } }) => {
    const form = layout(document.graph, paperMetrics(0), document.columns ?? null);
    const { shapes } = drawForm(form);
    const moved = <T extends { x: number; y: number }>(it: T): T => ({
      ...it,
      x: it.x + formMargin,
      y: it.y + formMargin,
    });
    const steps = (role: string) =>
      shapes.filter(isPath).flatMap((shape) => (shape.name.role === role ? [shape.steps] : []));
    expect(steps("symbol")).toEqual(
      form.symbols.map((symbol) => symbolOutline(symbol.shape, moved(symbol))),
    );
    expect(steps("arrow")).toEqual(
      form.paths.map(({ points }) =>
        points.map((point, at) => ({ to: at === 0 ? "move" : "line", ...moved(point) })),
      ),
    );
    const texts = shapes.filter(isText).map(({ text }) => text);
    for (const row of form.rows) {
      for (const line of row.cells.flatMap((cell) => cell.lines)) expect(texts).toContain(line);
    }
  });
});

describe("drawPaper", () => {
  it.each(seeds)("keeps every text of $file in its cell", ({ part }) => {
    const paper: Paper = { parts: [part], mark: "KONSEP", words: paperWords.id };
    const pages = pagesOf(paper);
    expect(pages).toHaveLength(drawPaper(paper).count);
    expect(pages.length).toBeGreaterThanOrEqual(2);
    pages.forEach(expectTidy);
    expectTidy(drawSheet(paper));
  });

  it("prints the parts of a number under one cover", () => {
    const [a, b] = seeds.slice(-2).map(({ part }) => part) as [PaperPart, PaperPart];
    const both = pagesOf({ parts: [a, b], mark: null, words: paperWords.id });
    const alone = [a, b].map(
      (part) => pagesOf({ parts: [part], mark: null, words: paperWords.id }).length - 1,
    );
    expect(both).toHaveLength(1 + alone[0]! + alone[1]!);
    const cover = both[0]!.shapes.filter(isText).map(({ text }) => text);
    expect(cover).toContain("A. Pinjam ruang smart center");
    expect(cover).toContain("B. Pakai Smart Center");
    expect(cover.filter((text) => text.includes("Alat Tulis Kantor"))).toHaveLength(1);
  });

  it("leads every arrow over a page break from a lettered pentagon to its twin", () => {
    for (let seed = 1; seed <= 12; seed++) {
      const graph = randomSop(seed, 40);
      const pages = pagesOf(paperOf({ ...emptyDocument, graph })).slice(1);
      expect(pages.length).toBeGreaterThan(1);
      pages.forEach(expectTidy);
      const counts = new Map<string, number>();
      for (const letter of pages.flatMap(letters)) {
        counts.set(letter, (counts.get(letter) ?? 0) + 1);
      }
      expect(counts.size).toBeGreaterThan(0);
      for (const [letter, count] of counts) expect(count % 2, `${seed} ${letter}`).toBe(0);
    }
  });

  it("prints a form that A4 would make too small to read on A3, its cover on A4", () => {
    const wide = paperOf({ ...emptyDocument, graph: randomSop(7, 30, { lanes: 8 }) });
    const narrow = paperOf({ ...emptyDocument, graph: randomSop(7, 30, { lanes: 3 }) });
    const sizesOf = (paper: Paper) => pagesOf(paper).map(({ width }) => Math.round(width));
    const [cover, ...forms] = sizesOf(wide);
    expect(cover).toBe(Math.round(a4.size.width));
    expect(new Set(forms)).toEqual(new Set([Math.round(a3.size.width)]));
    expect(new Set(sizesOf(narrow))).toEqual(new Set([Math.round(a4.size.width)]));
    const cells = pagesOf(wide)
      .slice(1)
      .flatMap(({ shapes }) => shapes.filter(isText))
      .filter(({ text }) => text.startsWith("Langkah "));
    expect(cells.length).toBeGreaterThan(20);
    for (const { size } of cells) expect(size * 0.75).toBeGreaterThan(6.5);
    pagesOf(wide).forEach(expectTidy);
  });

  it("goes on with lists that are longer than the cover, and cuts none", () => {
    const items = Array.from({ length: 90 }, (_, at) => ({
      text: `Peraturan nomor ${at} ${"tentang tata naskah dinas ".repeat(at % 5)}`.trim(),
      group: at < 45 ? "Pusat" : "Daerah",
    }));
    const lists = { ...emptyDocument.lists, legalBasis: items, records: items.slice(0, 20) };
    const pages = pagesOf(paperOf({ ...emptyDocument, lists }));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach(expectTidy);
    const texts = pages.flatMap(({ shapes }) => shapes.filter(isText).map(({ text }) => text));
    const isOwn = (text: string): boolean => !/\(lanjutan\)|^Halaman /.test(text);
    const all = texts.filter(isOwn).join("").replace(/\s+/g, "");
    for (const { text } of items) expect(all).toContain(text.replace(/\s+/g, ""));
    expect(texts).toContain("DASAR HUKUM (lanjutan)");
    expect(texts.filter((text) => text === "45.")).toHaveLength(2);
  });

  it("prints a form on which there is nothing", () => {
    const pages = pagesOf(paperOf(emptyDocument));
    expect(pages).toHaveLength(1);
    pages.forEach(expectTidy);
    expect(drawSheet(paperOf(emptyDocument)).height).toBeGreaterThan(0);
  });

  it("shows all of a step that is higher than a page", () => {
    const graph = randomSop(3, 6, { lanes: 3 });
    const long = Array.from({ length: 900 }, (_, at) => `kata${at}`).join(" ");
    const nodes = graph.nodes.map((node, at) => (at === 2 ? { ...node, text: long } : node));
    const pages = pagesOf(paperOf({ ...emptyDocument, graph: { ...graph, nodes } }));
    pages.forEach(expectTidy);
    const words = pages.flatMap(({ shapes }) =>
      shapes.filter(isText).flatMap(({ text }) => text.split(" ")),
    );
    const found = words.filter((word) => /^kata\d+$/.test(word));
    expect(found).toEqual(long.split(" "));
  });
});

describe("toSvg", () => {
  it("keeps markup, formulas and broken characters as text", () => {
    const nasty = `<script>alert("x")</script> & =SUM(A1) \u0000\u0007 'q' \ud83d`;
    const graph = randomSop(5, 4, { lanes: 2 });
    const nodes = graph.nodes.map((node) => ({ ...node, key: `${node.key}"><`, text: nasty }));
    const svg = toSvg(drawForm(layout({ ...graph, nodes }, paperMetrics(0))), nasty);
    expect(svg).not.toContain("<script");
    expect(svg).toContain("&lt;script&gt;");
    // oxlint-disable-next-line no-control-regex
    expect(svg).not.toMatch(/[\u0000-\u0008\u000e-\u001f]/);
    expect(svg).not.toMatch(/[\ud800-\udfff]/u);
  });
});
