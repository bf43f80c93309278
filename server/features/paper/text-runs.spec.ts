import { describe, expect, it } from "vitest";
import { breakText } from "../../../domain/drawing/break-text.js";
import { textWidth } from "../../../domain/layout/text-width.js";
import { layOutRun, textRuns } from "./text-runs.js";

const faces = ["regular", "bold"] as const;
const drawnWidth = (text: string, face: (typeof faces)[number]): number =>
  textRuns(text, face).reduce((sum, run) => sum + layOutRun(run).width, 0);

/** What offices type: forms, arrows, ticks, mathematics, circled numbers, units. */
const symbols = "←↑→↓↔⇒⇐⇔➔➜➤➢▶►◀▲▼◆◇●○■□▪▫★☆✓✔✗✘✖☐☑☒•◦√∑∞≈≠≤≥∈∩∪⊂①②③④⑤⑥⑦⑧⑨⑩❶❷❸⁰₁₂℃№⚠☎✉✎✂☞❖⟶";

describe.each(faces)("in the %s face", (face) => {
  it("sets every symbol of an office in a face that has it, as wide as the layout thinks", () => {
    for (const symbol of symbols) {
      const [run, ...others] = textRuns(symbol, face);
      expect.soft(others).toEqual([]);
      expect.soft(run).toMatchObject({ text: symbol, replaced: null });
      for (const { glyphs } of layOutRun(run!).pieces) {
        for (const { id } of glyphs) expect.soft(id, symbol).not.toBe(0);
      }
      expect.soft(drawnWidth(symbol, face), symbol).toBeCloseTo(textWidth(symbol, face), 6);
    }
  });

  it("joins the letters of Arabic, in no more room than the layout gave them", () => {
    const bismillah = "بسم الله الرحمن الرحيم";
    const [run, ...others] = textRuns(bismillah, face);
    expect(others).toEqual([]);
    expect(run).toMatchObject({ text: bismillah, isRightToLeft: true, replaced: null });
    const glyphs = layOutRun(run!).pieces.flatMap((piece) => piece.glyphs);
    const alone = new Set([...bismillah].map((letter) => glyphOf(letter, face)));
    expect(glyphs.some(({ id }) => !alone.has(id))).toBe(true);
    expect(drawnWidth(bismillah, face)).toBeLessThanOrEqual(textWidth(bismillah, face));
  });

  it("never draws a box, and loses no character but those that are silent", () => {
    const text = "A漢字ب👍🏽\u200d 😀️ꦗᬅ\ufffe\u0301 שלום\u200f B";
    const runs = textRuns(text, face);
    const said = runs.map(({ text: drawn, replaced }) => replaced ?? drawn).join("");
    expect(said).toBe(text.replace(/\u200d|\u200f|\ufe0f/g, ""));
    for (const run of runs) {
      for (const { glyphs } of layOutRun(run).pieces) {
        for (const { id } of glyphs) expect.soft(id, run.text).not.toBe(0);
      }
      expect(run.replaced === null || /^\ufffd+$/.test(run.text)).toBe(true);
    }
  });
});

const glyphOf = (letter: string, face: (typeof faces)[number]): number | undefined => {
  const [run] = textRuns(letter, face);
  return run && layOutRun(run).pieces[0]?.glyphs[0]?.id;
};

it("keeps the order of what is written from both sides", () => {
  const drawn = textRuns("Bacaan: بسم الله lalu → arsip", "regular").map(({ text }) => text);
  expect(drawn.join("")).toBe("Bacaan: بسم الله lalu → arsip");
  expect(drawn).toContain("بسم الله");
});

it("breaks lines of symbols where they are as wide as they are drawn", () => {
  const look = { face: "regular", size: 12 } as const;
  for (const line of breakText(`${symbols} `.repeat(4).split("").join(" "), 150, look)) {
    expect(drawnWidth(line, "regular") * 12).toBeLessThanOrEqual(150.01);
  }
});
