import { describe, expect, it } from "vitest";
import { applyEdits } from "../domain/edit/apply-edits.js";
import type { DocumentEdit } from "../domain/edit/document-edit.js";
import { findProblems, isError } from "../domain/rules/find-problems.js";
import { trialContext } from "../domain/rules/rule-trial.js";
import { cureOf } from "../domain/rules/cure-of.js";
import type { Graph } from "../domain/sop/graph.js";
import { listSeeds, readSeed } from "../server/features/people/seed-files.js";
import type { SopTemplateFile } from "../server/features/sops/sop-templates.js";
import type { Procedure } from "./seed-shapes.js";

/** Rule by rule, the steps or lanes that a strict reader of the source marks, in the form's order. */
type Deserved = Readonly<Record<string, string>>;

/**
 * What each procedure deserves, by its own words:
 *
 * - 000: the Sekretaris has a column and no step. Steps 2 and 3 prepare "bahan persetujuan" and step
 *   5 follows an approval up: none of them approves. The head's decision sends back to step 2.
 * - 001: the Kadin "menyetujui penutupan tiket" in a box: nothing can be sent back. The refusal of
 *   step 3 leads to "Menutup tiket", as "maka tiket ditutup" says. The ticket is what the Pengguna
 *   sent in step 1, and closing it is how this SOP answers on either path: after step 6 nobody tells
 *   the Pengguna in any other way either. So the refusal is told as well as the success is, and
 *   deserves no warning.
 * - 002: steps 3 to 7 are no work in words: a condition ("Jika pelaksanaan kegiatan disetujui maka
 *   dilaksanakan …"), nouns ("Persiapan …") and a state ("… sudah selesai dilaksanakan"). Step 7, the
 *   working end, has no time. There is no requester, so nobody waits for a notice.
 * - 003: the Kadis "menyetujui konsep surat" in a box. Step 7 only takes it there "untuk mendapat
 *   persetujuan", and the refusal of step 4 goes back to the requester.
 * - 004a: TIDAK leads from step 5 to the end, and no word of it to the OPD. Each text begins with the
 *   name of its column, that of step 6 behind a condition.
 * - 004b: each text begins with the name of its column; step 5 has no time.
 */
const procedures: Readonly<Record<string, Deserved>> = {
  "000-pemanfaatan-aplikasi-layanan": { "idle-lane": "sekretaris" },
  "001-pengelolaan-layanan-tik": { "approval-refusal": "a6" },
  "002-pembinaan-sumber-daya-kominfo": { "step-verb": "a3 a4 a5 a6 a7", "standard-time": "a7" },
  "003-layanan-sub-domain-hosting": { "approval-refusal": "a8" },
  "004a-pinjam-ruang-smart-center": {
    "refusal-notice": "a5",
    "step-subject": "a1 a2 a3 a4 a5 a6 a7 a8",
  },
  "004b-pakai-smart-center": { "step-subject": "b1 b2 b3 b4 b5", "standard-time": "b5" },
};

/** A template lacks only what each office must say for itself: its standard times. */
const templates: Readonly<Record<string, Deserved>> = {
  "01-permohonan-layanan": { "standard-time": "a2 a3 a4 a5 a6 a7 a8" },
  "02-surat-masuk": { "standard-time": "a1 a2 a3 a4 a5 a6 a7" },
  "03-surat-keluar": { "standard-time": "a1 a2 a3 a4 a5 a6 a7 a8" },
  "04-peminjaman": { "standard-time": "a2 a3 a4 a5 a6 a8 a10" },
  "05-pengaduan": { "standard-time": "a2 a3 a4 a5 a6 a7 a9" },
  "06-rapat-dinas": { "standard-time": "a1 a2 a3 a4 a5 a6 a7" },
};

function warningsOf(graph: Graph): Deserved {
  const found = new Map<string, string[]>();
  for (const { rule, nodeKeys, laneKeys } of findProblems(graph).filter((one) => !isError(one))) {
    found.set(rule, [...(found.get(rule) ?? []), ...nodeKeys, ...laneKeys]);
  }
  return Object.fromEntries([...found].map(([rule, keys]) => [rule, keys.join(" ")]));
}

const nameOf = (path: string): string => path.replace(/^.*\/|\.json$/g, "");
const graphOf = (name: string): Graph =>
  readSeed<Procedure>(`procedures/${name}.json`).document.graph;

describe("the six procedures", () => {
  it.each(Object.entries(procedures))("%s has the warnings it deserves", (name, deserved) =>
    expect(warningsOf(graphOf(name))).toEqual(deserved),
  );

  it("are all looked at", () =>
    expect(listSeeds("procedures").map(nameOf)).toEqual(Object.keys(procedures)));

  it("tell who is named, and to whom nothing is said", () => {
    const told = findProblems(graphOf("004a-pinjam-ruang-smart-center")).map(
      ({ params }) => params.subject ?? `${params.outcome} → ${params.lane}`,
    );
    expect(told).toEqual([
      "TIDAK (tidak disetujui) → OPD",
      "OPD",
      "Agendaris",
      "Sekdin",
      "Kadin",
      "Kabid IATIK",
      "Kasi LITIK",
      "Kasi Pengembangan Aplikasi TIK",
      "Staff",
    ]);
  });
});

describe("the templates", () => {
  it.each(Object.entries(templates))("%s has the warnings it deserves", (name, deserved) =>
    expect(warningsOf(readSeed<SopTemplateFile>(`templates/${name}.json`).graph)).toEqual(deserved),
  );

  it("are all looked at", () =>
    expect(listSeeds("templates").map(nameOf)).toEqual(Object.keys(templates)));
});

it("the next version of 004a changes none of them but where it ends", () => {
  const name = "004a-pinjam-ruang-smart-center";
  const { document } = readSeed<Procedure>(`procedures/${name}.json`);
  const { edits } = readSeed<{ edits: readonly DocumentEdit[] }>(`revisions/${name}.json`);
  const result = applyEdits(document, edits);
  if (!result.ok) throw new Error(result.error);
  expect(warningsOf(result.document.graph)).toEqual(procedures[name]);
});

describe("mended as it is offered", () => {
  /** One cure after another, until none is offered any more. */
  function mended(name: string): { graph: Graph; done: string[] } {
    const seed = readSeed<Procedure>(`procedures/${name}.json`);
    const context = trialContext();
    const done: string[] = [];
    let { document } = seed;
    for (;;) {
      const cure = findProblems(document.graph)
        .map((problem) => cureOf(problem, document.graph, context))
        .find((one) => one !== null);
      if (cure === undefined) return { graph: document.graph, done };
      const result = applyEdits(document, cure.edits);
      if (!result.ok) throw new Error(result.error);
      document = result.document;
      done.push(cure.name);
    }
  }

  it.each([
    ["000-pemanfaatan-aplikasi-layanan", ["remove-lane"], {}],
    ["001-pengelolaan-layanan-tik", ["make-decision"], {}],
    ["003-layanan-sub-domain-hosting", ["make-decision"], {}],
    [
      "004a-pinjam-ruang-smart-center",
      ["add-notice", ...Array.from({ length: 8 }, () => "drop-subject")],
      { "standard-time": "a-new-1" },
    ],
    [
      "004b-pakai-smart-center",
      Array.from({ length: 5 }, () => "drop-subject"),
      { "standard-time": "b5" },
    ],
  ] as const)("%s keeps what only a person can say", (name, cures, left) => {
    const { graph, done } = mended(name);
    expect(done).toEqual(cures);
    expect(findProblems(graph).filter(isError)).toEqual([]);
    expect(warningsOf(graph)).toEqual(left);
  });

  it("004a reads as the regulation asks", () => {
    const texts = mended("004a-pinjam-ruang-smart-center").graph.nodes.map(({ text }) => text);
    expect(
      texts.filter((text) => text !== "").map((text) => text.split(" ").slice(0, 4).join(" ")),
    ).toEqual([
      "Mulai",
      "Mengirimkan surat pinjam ke",
      "Menerima surat untuk di",
      "Menerima surat dan meneruskan",
      "Mendisposisi surat ke Kabid",
      "Memverifikasi surat masuk untuk",
      "Jika disetujui maka menginformasikan",
      "Menyiapkan aplikasi yang dipakai",
      "Menyediakan segala kebutuhan baik",
      "Memberitahukan penolakan kepada OPD",
      "Selesai",
    ]);
  });
});
