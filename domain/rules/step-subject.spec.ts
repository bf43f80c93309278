import { describe, expect, it } from "vitest";
import { buildGraph, type NodeRow } from "../sop/build-graph.js";
import { curedBy, foundBy } from "./rule-trial.js";

const saying = (
  text: string,
  lanes: readonly string[] = ["Kadin"],
  kind: NodeRow[1] = "activity",
) =>
  buildGraph(
    [
      ["start", "start", ["OPD"], { text: "OPD memulai permohonan" }],
      ["step", kind, lanes, { text, call: { sop: "x", waits: true } }],
      ["other", "activity", ["Kasi LITIK"], { text: "Menyiapkan ruang" }],
      ["end", "end", ["OPD"]],
    ],
    [
      ["start", "step"],
      ["step", "other"],
      ["other", "end"],
    ],
  );
const subjects = (text: string) =>
  foundBy("step-subject", saying(text)).map(({ nodeKeys, params }) => [
    ...nodeKeys,
    params.subject,
  ]);
const cured = (text: string, lanes?: readonly string[]) => {
  const done = curedBy("step-subject", saying(text, lanes));
  return done.cure && { ...done, text: done.graph.nodes[1]!.text };
};

describe("step-subject", () => {
  it("names the performer with whom a step's text begins", () => {
    expect(subjects("Kadin mendisposisi surat")).toEqual([["step", "Kadin"]]);
    expect(subjects("Kepala Dinas mendisposisi surat")).toEqual([["step", "Kepala Dinas"]]);
  });

  it("has nothing to say of a text that begins with what is done, nor of one that lacks it", () => {
    expect(subjects("Mendisposisi surat dari OPD")).toEqual([]);
    expect(subjects("Kadin")).toEqual([]);
    expect(subjects("")).toEqual([]);
  });

  it("reads steps that people do: no connector, no capsule without work", () =>
    expect(
      foundBy("step-subject", saying("OPD menjalankan SOP lain", ["OPD"], "connector")),
    ).toEqual([]));

  it("takes the name off and begins with a capital", () => {
    expect(cured("Kadin mendisposisi surat ke Kabid")).toMatchObject({
      cure: { name: "drop-subject", params: { subject: "Kadin" } },
      text: "Mendisposisi surat ke Kabid",
      left: [],
    });
    expect(cured("Warga datang membawa KTP", ["Warga"])).toMatchObject({
      cure: { name: "drop-subject", params: { subject: "Warga" } },
      text: "Datang membawa KTP",
      left: [],
    });
    expect(cured("1. kadin akan menerima surat")?.text).toBe("1. Menerima surat");
    expect(cured("Jika disetujui maka Kadin dan menginformasikan hasil")?.text).toBe(
      "Jika disetujui maka menginformasikan hasil",
    );
  });

  it("leaves it to a person where the name says more than the column", () => {
    // Another lane's name: either the text is wrong, or the place of the box.
    expect(cured("OPD mengirim surat")).toBeNull();
    // Of a joint step, the name says whose part is meant.
    expect(cured("Kadin menyerahkan berkas", ["Kadin", "OPD"])).toBeNull();
  });
});
