import { describe, expect, it } from "vitest";
import { matchWords } from "./match-words.js";

describe("matchWords", () => {
  it("wants every word, in any order", () => {
    expect(matchWords("langkah tambah", "Tambah langkah")).toBeGreaterThan(0);
    expect(matchWords("tambah jalan", "Tambah langkah")).toBe(0);
    expect(matchWords("", "Tambah langkah")).toBe(1);
  });

  it("puts beginnings first, then words, then pieces, then scattered letters", () => {
    const scores = ["tambah l", "lang", "gkah", "tlg"].map((query) =>
      matchWords(query, "Tambah langkah"),
    );
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(4);
    expect(scores.at(-1)).toBeGreaterThan(0);
  });

  it("minds neither case nor accents, and takes signs as they are", () => {
    expect(matchWords("CAFE", "Café")).toBe(100);
    expect(matchWords("(a.*", "a (a.* b")).toBeGreaterThan(0);
    expect(matchWords(".", "titik")).toBe(0);
  });
});
