import { expect, test } from "vitest";
import { Refusal } from "../../kernel/refusal.js";
import { holdsWords, searchWords } from "./search-words.js";

const wordsOf = (search: string | null) => searchWords(search, "filter.search");

test("every word must be in some text, in any order, in large or small letters", () => {
  const texts = ["Peminjaman Ruang Rapat", "Budi Santoso"];
  expect(holdsWords(texts, wordsOf("budi RUANG"))).toBe(true);
  expect(holdsWords(texts, wordsOf("pinjam"))).toBe(true);
  expect(holdsWords(texts, wordsOf("budi gudang"))).toBe(false);
});

test("marks on letters do not matter, and no word reaches from one text into the next", () => {
  expect(holdsWords(["Café Désa"], wordsOf("cafe dẹsa"))).toBe(true);
  expect(holdsWords(["satu", "dua"], wordsOf("satudua"))).toBe(false);
});

test("a blank search asks for nothing", () => {
  expect(wordsOf("  \n ")).toEqual([]);
  expect(wordsOf(null)).toEqual([]);
});

test("too much is refused", () => {
  expect(() => wordsOf("a".repeat(201))).toThrow(Refusal);
  expect(() => wordsOf("a b c d e f g h i")).toThrow(Refusal);
  expect(wordsOf("a b c d e f g h h")).toHaveLength(8);
});
