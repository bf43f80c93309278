import { expect, it } from "vitest";
import { rankEntries, type PaletteEntry } from "./palette-entry.js";

const entry = (id: string, label: string): PaletteEntry => ({
  id,
  label,
  group: "edit",
  shortcut: null,
  run: () => undefined,
});
const entries = [
  entry("undo", "Urungkan"),
  entry("step", "Tambah langkah"),
  entry("lane", "Tambah pelaksana"),
  entry("go", "Ke langkah 1. Tambah berkas"),
];
const ids = (words: string, recent: readonly string[] = []) =>
  rankEntries(entries, words, recent).map(({ id }) => id);

it("shows all without words, what was used last first", () => {
  expect(ids("")).toEqual(["undo", "step", "lane", "go"]);
  expect(ids(" ", ["lane", "gone", "undo"])).toEqual(["lane", "undo", "step", "go"]);
});

it("shows what answers, the best first and of equals the latest used", () => {
  expect(ids("tambah")).toEqual(["step", "lane", "go"]);
  expect(ids("tambah", ["lane"])).toEqual(["lane", "step", "go"]);
  expect(ids("langkah 1")).toEqual(["go"]);
  expect(ids("xyz")).toEqual([]);
});
