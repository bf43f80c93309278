import { expect, it } from "vitest";
import { buildGraph, emptyDocument, type SopDocument } from "../../../domain/index.js";
import { findPlaces } from "./find-places.js";

const built = buildGraph(
  [
    ["start", "start", ["loket"]],
    [
      "write",
      "activity",
      ["loket"],
      {
        text: "Menulis surat jawaban",
        requirements: [{ text: "Surat permohonan", output: null }],
        outputs: ["o"],
        remarks: "lihat Café",
      },
    ],
    ["check", "decision", ["kabid"], { text: "Memeriksa" }],
  ],
  [
    ["start", "write"],
    ["write", "check"],
    ["check", "write", "Surat kurang"],
  ],
);
const document: SopDocument = {
  ...emptyDocument,
  graph: { ...built, outputs: [{ key: "o", name: "Surat jawaban" }] },
  identity: { ...emptyDocument.identity, title: "Surat keluar" },
  lists: { ...emptyDocument.lists, records: [{ text: "Buku surat", group: null }] },
};
const note = {
  id: "1",
  targetType: "NODE" as const,
  targetKey: "write",
  targetField: null,
  text: "Surat apa?",
  resolved: false,
};

it("finds what is written, as the form is read", () => {
  const at = (role: "activity" | "requirements" | "output") => ({
    type: "cell",
    cell: { node: "write", role, lane: null },
  });
  expect(findPlaces(document, [note], " surat ")).toEqual([
    at("activity"),
    at("requirements"),
    at("output"),
    { type: "edge", key: "check-write-Surat kurang" },
    { type: "identity", path: "identity.title" },
    { type: "identity", path: "lists.records" },
    { type: "note", note },
  ]);
  expect(findPlaces(document, [], "LOKET")).toEqual([{ type: "lane", key: "loket" }]);
  expect(findPlaces(document, [], "cafe")).toMatchObject([{ cell: { role: "remarks" } }]);
  expect(findPlaces(document, [note], " ")).toEqual([]);
});
