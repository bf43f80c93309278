import { describe, expect, it } from "vitest";
import { buildGraph, type EdgeRow, type NodeRow } from "../sop/build-graph.js";
import { arrowsOf, curedBy, foundBy, namedBy } from "./rule-trial.js";

const nodes = (text = "Memeriksa berkas"): NodeRow[] => [
  ["start", "start", ["a"]],
  ["write", "activity", ["a"]],
  ["check", "decision", ["b"], { text }],
  ["file", "activity", ["b"]],
  ["end", "end", ["b"]],
];
/** A decision whose outcomes lead where it is said. */
const deciding = (outcomes: Readonly<Record<string, string>>, text?: string) =>
  buildGraph(nodes(text), [
    ["start", "write"],
    ["write", "check"],
    ...Object.entries(outcomes).map(([name, to]): EdgeRow => ["check", to, name]),
    ["file", "end"],
  ]);

describe("refusal-path", () => {
  it.each([
    { Ya: "file", Tidak: "file" },
    { "YA (lengkap)": "file", "TIDAK (tidak lengkap)": "file" },
    { Disetujui: "file", "Disetujui dengan catatan": "end" },
    { Lengkap: "file", Sesuai: "end" },
    { Ya: "file", Tidak: "file", Ditolak: "file" },
  ] as Record<string, string>[])("names a decision with the outcomes %j", (outcomes) =>
    expect(namedBy("refusal-path", deciding(outcomes))).toEqual([["check"]]),
  );

  it.each([
    { Ya: "file", Tidak: "write" },
    { Ya: "file", Tidak: "end" },
    { Lengkap: "file", "Belum lengkap": "write", "Bukan kewenangan": "end" },
    // One of the two ways of refusing is its own.
    { Ya: "file", Tidak: "file", Ditolak: "end" },
    // What these mean is not told by their names.
    { Swakelola: "file", Penyedia: "end" },
    { Ya: "file", Menunggu: "end" },
    { "Lanjut ke Bidang A": "file", "Lanjut ke Bidang B": "end" },
    { "Diterima di loket": "file", "Diterima melalui pos": "end" },
    { "Kurang dari 50 juta": "file", Cukup: "file" },
    // edge-count and named-outcomes say what is wrong with these.
    { Ya: "file" },
    { Ya: "file", "ya ": "end" },
  ] as Record<string, string>[])("has nothing to say of the outcomes %j", (outcomes) =>
    expect(namedBy("refusal-path", deciding(outcomes))).toEqual([]),
  );

  it("takes no answer to another question for a refusal", () =>
    expect(
      namedBy("refusal-path", deciding({ Ya: "file", Tidak: "file" }, "Apakah perlu survei?")),
    ).toEqual([]));

  it("names the arrows of the refusal, and leads the first back to the step before", () => {
    const graph = deciding({ Ya: "file", Tidak: "file" });
    expect(foundBy("refusal-path", graph)[0]).toMatchObject({
      level: "WARNING",
      edgeKeys: ["check-file-Tidak"],
    });
    const done = curedBy("refusal-path", graph);
    expect(done).toMatchObject({
      cure: { name: "lead-refusal-back", params: { outcome: "Tidak" } },
      left: [],
    });
    expect(arrowsOf(done.graph, "check")).toEqual({ Ya: "file", Tidak: "write" });
  });

  it("adds the refusal that is missing", () => {
    const done = curedBy("refusal-path", deciding({ Disetujui: "file", Sesuai: "end" }));
    expect(done).toMatchObject({
      cure: { name: "add-branch", params: { outcome: "Tidak" } },
      left: [],
    });
    expect(arrowsOf(done.graph, "check")).toMatchObject({ Tidak: "write" });
  });

  it("knows no cure where no step comes before", () => {
    const graph = buildGraph(
      [
        ["start", "start", ["b"]],
        ["check", "decision", ["b"]],
        ["end", "end", ["b"]],
      ],
      [
        ["start", "check"],
        ["check", "end", "Ya"],
        ["check", "end", "Tidak"],
      ],
    );
    expect(curedBy("refusal-path", graph).cure).toBeNull();
  });
});
