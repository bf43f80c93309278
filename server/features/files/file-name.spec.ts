import { describe, expect, it } from "vitest";
import { cleanFileName, nameOfType } from "./file-name.js";

describe("cleanFileName", () => {
  it.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\x\\surat.pdf", "surat.pdf"],
    ["a\u0000b\r\nc.pdf", "abc.pdf"],
    ["gpj.\u202excod.exe", "gpj.xcod.exe"],
    ["  . . ", "lampiran"],
    ["..", "lampiran"],
    ['a<b>:"c|?*.pdf', "a-b-c-.pdf"],
    ["nul.txt", "_nul.txt"],
    ["LPT1", "_LPT1"],
    ["Cafe\u0301.pdf", "Café.pdf"],
    ["\ud800x.pdf", "x.pdf"],
    ["surat   dinas.pdf", "surat dinas.pdf"],
    ["文件 🙂.pdf", "文件 🙂.pdf"],
  ])("%j becomes %j", (name, clean) => {
    expect(cleanFileName(name)).toBe(clean);
  });

  it("shortens before the ending, and never an emoji in two", () => {
    const name = cleanFileName(`${"🙂".repeat(200)}.pdf`);
    expect(name).toMatch(/^🙂+\.pdf$/u);
    expect(name.length).toBeLessThanOrEqual(120);
  });
});

describe("nameOfType", () => {
  it("adds the ending of what is in it, unless it has one that fits", () => {
    expect(nameOfType("FOTO.JPEG", "image/jpeg")).toBe("FOTO.JPEG");
    expect(nameOfType("foto.png", "image/jpeg")).toBe("foto.png.jpg");
    expect(nameOfType("surat", "application/pdf")).toBe("surat.pdf");
    expect(nameOfType("x".repeat(120), "application/pdf")).toMatch(/x\.pdf$/);
    expect(nameOfType("x".repeat(120), "application/pdf")).toHaveLength(120);
  });
});
