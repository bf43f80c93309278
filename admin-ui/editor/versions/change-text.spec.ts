import { createInstance } from "i18next";
import { expect, it } from "vitest";
import {
  buildGraph,
  changeGroups,
  emptyDocument,
  type SopDocument,
} from "../../../domain/index.js";
import en from "../../texts/en.json" with { type: "json" };
import id from "../../texts/id.json" with { type: "json" };
import { groupSentence, type ChangeWords } from "./change-text.js";

const texts = { id: { translation: id }, en: { translation: en } };

async function wordsIn(lng: "id" | "en"): Promise<ChangeWords> {
  const i18n = createInstance();
  await i18n.init({ lng, resources: texts, interpolation: { escapeValue: false } });
  return { t: i18n.t, number: String, positionName: (code) => code };
}

const graph = buildGraph(
  [
    ["mulai", "start", ["Kabid"]],
    ["s1", "activity", ["Kabid"], { text: "Menyetujui permohonan", standardTime: minutes(15) }],
    ["s2", "activity", ["Kadis"], { text: "Mengarsipkan", requirements: papers("Surat", "KTP") }],
  ],
  [
    ["mulai", "s1"],
    ["s1", "s2"],
  ],
);
const before: SopDocument = { ...emptyDocument, graph };

function minutes(value: number) {
  return { value, unit: "MINUTE" as const };
}

function papers(...names: string[]) {
  return names.map((text) => ({ text, output: null }));
}

it("tells a step's changes in one sentence, in both languages", async () => {
  const [start, s1, s2] = graph.nodes;
  const moved = {
    ...s1!,
    parts: [{ lane: "Kadis", label: null }],
    standardTime: minutes(30),
  };
  const after: SopDocument = {
    ...before,
    graph: {
      ...graph,
      nodes: [start!, moved, { ...s2!, requirements: papers("Surat", "Kuitansi") }],
    },
  };
  const groups = changeGroups(before, after);
  const [indonesian, english] = [await wordsIn("id"), await wordsIn("en")];
  expect(groups.map((group) => groupSentence(group, indonesian))).toEqual([
    "Langkah 1 · Menyetujui permohonan: dipindah dari Kabid ke Kadis; waktu 15 menit → 30 menit.",
    "Langkah 2 · Mengarsipkan: kelengkapan KTP → Kuitansi.",
  ]);
  expect(groups.map((group) => groupSentence(group, english))).toEqual([
    "Step 1 · Menyetujui permohonan: moved from Kabid to Kadis; time 15 minutes → 30 minutes.",
    "Step 2 · Mengarsipkan: requirements KTP → Kuitansi.",
  ]);
});

it("tells what came, went and moved", async () => {
  const words = await wordsIn("id");
  const [start, s1, s2] = graph.nodes;
  const after: SopDocument = {
    ...before,
    graph: { ...graph, nodes: [start!, s2!, { ...s1!, key: "s3", text: "Mencatat" }], edges: [] },
  };
  const told = changeGroups(before, after).map((group) => groupSentence(group, words));
  expect(told).toContain("Langkah 1 · Menyetujui permohonan (nomor lama): dihapus.");
  expect(told.join(" ")).toMatch(
    /Langkah 2 · Mencatat: ditambahkan; di bawah Langkah 1 · Mengarsipkan/,
  );
});
