import { expect, it } from "vitest";
import { printedText } from "./printed-text.js";

it("says Word's bullets and ticks, and emoji that have a sign of their own, in letters that faces have", () => {
  expect(printedText("\uf0b7 Berkas \uf0e0 Arsip \uf0fc")).toBe("• Berkas → Arsip ✓");
  expect(printedText("✅ sah, ❌ ditolak")).toBe("✔ sah, ✖ ditolak");
  expect(printedText("\ufdfd")).toMatch(/^[\u0600-\u06ff ]{20,}$/);
});

it("leaves everything else alone, and what it has said", () => {
  for (const text of ["Telaah (1/2 hari) — “ya” → ☑", "漢字 👍 \ud83d", ""]) {
    expect(printedText(text)).toBe(text);
  }
  const once = printedText("\uf0a7 ✅ \ufdfd 📞");
  expect(printedText(once)).toBe(once);
});
