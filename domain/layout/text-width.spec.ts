import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import { describe, expect, it } from "vitest";
import { type FontFace, textWidth } from "./text-width.js";

const { resolve } = createRequire(import.meta.url);
const files: Record<FontFace, string> = {
  regular: resolve("@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf"),
  bold: resolve("@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf"),
};

// Switches by name, as fontkit takes them; pdfkit's types know lists only.
const features = { kern: false, liga: false } as unknown as [];

describe("textWidth", () => {
  it.each(["regular", "bold"] as const)("agrees with the %s face that paper is set in", (face) => {
    const font = new PDFDocument({ autoFirstPage: false }).font(files[face]).fontSize(2048);
    const measured = (text: string): number => font.widthOfString(text, { features });
    const characters = ["–—‘’“”•…‰€™←↑→↓≤≥≠■□"].flatMap((some) => [...some]);
    for (let code = 0x20; code < 0x180; code++) {
      if (code < 0x7f || code >= 0xa0) characters.push(String.fromCharCode(code));
    }
    for (const character of characters) {
      expect
        .soft(Math.round(textWidth(character, face) * 2048), character)
        .toBe(Math.round(measured(character)));
    }
    const sentence = "Menelaah rumusan, jika TIDAK diperbaiki (1/2 hari) — “ya”";
    expect(textWidth(sentence, face) * 2048).toBeCloseTo(measured(sentence), 3);
  });

  it("gives strange writing room, and marks that take none no room", () => {
    expect(textWidth("漢字", "regular")).toBe(2);
    expect(textWidth("🙂", "regular")).toBeGreaterThan(1.3);
    expect(textWidth("مرحبا", "regular")).toBeGreaterThan(2.5);
    expect(textWidth("e\u0301\u200b\u202e\u0007", "regular")).toBe(textWidth("e", "regular"));
  });
});
