import { describe, expect, it } from "vitest";
import { buildGraph, type EdgeRow, type NodeRow } from "../sop/build-graph.js";
import { arrowsOf, curedBy, foundBy, namedBy, withRequester } from "./rule-trial.js";

/** A request that is decided on; what a refusal leads to is told by `refused`. */
const asking = (refused: readonly NodeRow[], edges: readonly EdgeRow[], text = "Memeriksa") =>
  withRequester(
    buildGraph(
      [
        ["start", "start", ["opd"]],
        ["ask", "activity", ["opd"], { text: "Mengajukan permohonan" }],
        ["check", "decision", ["kabid"], { text }],
        ["serve", "activity", ["staf"], { text: "Menyiapkan ruang" }],
        ...refused,
        ["end", "end", ["staf"]],
      ],
      [["start", "ask"], ["ask", "check"], ["check", "serve", "Ya"], ["serve", "end"], ...edges],
    ),
    "opd",
  );
const toEnd = asking([], [["check", "end", "Tidak"]]);
const through = (text: string, lane = "staf") =>
  asking(
    [["no", "activity", [lane], { text }]],
    [
      ["check", "no", "Tidak"],
      ["no", "end"],
    ],
  );

describe("refusal-notice", () => {
  it("names a refusal that ends without a word to whoever asked", () => {
    expect(foundBy("refusal-notice", toEnd)).toMatchObject([
      {
        nodeKeys: ["check"],
        edgeKeys: ["check-end-Tidak"],
        params: { outcome: "Tidak", lane: "opd" },
      },
    ]);
    expect(namedBy("refusal-notice", through("Mengarsipkan berkas"))).toEqual([["check"]]);
  });

  it("is content with a step that tells, or that the requester does", () => {
    expect(namedBy("refusal-notice", through("Memberitahukan penolakan kepada OPD"))).toEqual([]);
    expect(namedBy("refusal-notice", through("Menerima berkas kembali", "opd"))).toEqual([]);
  });

  it("is content where the decision's own text tells", () =>
    expect(
      namedBy(
        "refusal-notice",
        asking([], [["check", "end", "Tidak"]], "Memeriksa; jika TIDAK dikembalikan kepada OPD"),
      ),
    ).toEqual([]));

  it("is content with a ticket that is closed: its sender sees it there", () =>
    expect(namedBy("refusal-notice", through("Menutup tiket"))).toEqual([]));

  it("is content where the requester begins again, or another yes is still to come", () => {
    expect(namedBy("refusal-notice", asking([], [["check", "ask", "Tidak"]]))).toEqual([]);
    const again = asking(
      [["mend", "activity", ["staf"], { text: "Memperbaiki konsep" }]],
      [
        ["check", "mend", "Tidak"],
        ["mend", "check"],
      ],
    );
    expect(namedBy("refusal-notice", again)).toEqual([]);
  });

  it("asks nothing where nobody asked, where the requester decides, or of another question", () => {
    const internal = { ...toEnd, lanes: withRequester(toEnd).lanes };
    const bound = internal.lanes.map((lane) => ({
      ...lane,
      binding: { type: "POSITION" as const, position: lane.key },
    }));
    expect(namedBy("refusal-notice", { ...toEnd, lanes: bound })).toEqual([]);
    expect(namedBy("refusal-notice", withRequester(toEnd, "opd", "kabid"))).toEqual([]);
    const other = asking([], [["check", "end", "Tidak"]], "Apakah perlu survei lapangan?");
    expect(namedBy("refusal-notice", other)).toEqual([]);
  });

  it("is content where one of the branches of a fork tells, and not where none does", () => {
    const forked = (text: string) =>
      asking(
        [
          ["split", "fork", []],
          ["file", "activity", ["staf"], { text: "Mengarsipkan berkas" }],
          ["tell", "activity", ["staf"], { text }],
          ["both", "join", []],
        ],
        [
          ["check", "split", "Tidak"],
          ["split", "file"],
          ["split", "tell"],
          ["file", "both"],
          ["tell", "both"],
          ["both", "end"],
        ],
      );
    expect(namedBy("refusal-notice", forked("Menghubungi OPD"))).toEqual([]);
    expect(namedBy("refusal-notice", forked("Mencatat penolakan"))).toEqual([["check"]]);
  });

  it.each([
    ["Kurang dari 50 juta", "50 juta atau lebih", 0],
    ["Tanpa survei", "Dengan survei", 1],
    ["Belum terdaftar", "Terdaftar", 1],
    ["Tidak mendesak", "Mendesak", 1],
    ["Bukan ASN", "ASN", 1],
    ["Stok kurang", "Stok cukup", 1],
    ["Tidak tersedia", "Tersedia", 1],
    ["Kembali ke arsip", "Tetap di loket", 1],
    ["Belum", "Sudah", 1],
    // Neither accepts, so neither refuses.
    ["Tidak mendesak", "Kurang mendesak", 2],
  ])(
    "takes “%s” beside “%s” for a choice where their ways meet again",
    (name, beside, toldApart) => {
      const choosing = (to: string) =>
        withRequester(
          buildGraph(
            [
              ["start", "start", ["opd"]],
              ["ask", "activity", ["opd"], { text: "Mengajukan permohonan" }],
              ["check", "decision", ["kabid"], { text: "Memeriksa" }],
              ["this", "activity", ["staf"], { text: "Mencatat" }],
              ["that", "activity", ["staf"], { text: "Menyiapkan ruang" }],
              ["both", "activity", ["staf"], { text: "Menyusun berita acara" }],
              ["end", "end", ["staf"]],
            ],
            [
              ["start", "ask"],
              ["ask", "check"],
              ["check", "this", name],
              ["check", "that", beside],
              ["this", to],
              ["that", "both"],
              ["both", "end"],
            ],
          ),
          "opd",
        );
      expect(namedBy("refusal-notice", choosing("both"))).toEqual([]);
      expect(namedBy("refusal-notice", choosing("end"))).toHaveLength(toldApart);
    },
  );

  it("takes it for no choice where only another refusal meets it, nor where they meet at an end", () => {
    const noted: NodeRow[] = [["no", "activity", ["staf"], { text: "Mencatat penolakan" }]];
    const edges: EdgeRow[] = [
      ["check", "no", "Tidak lengkap"],
      ["check", "no", "Bukan kewenangan"],
      ["no", "end"],
    ];
    expect(namedBy("refusal-notice", asking(noted, edges))).toEqual([["check"], ["check"]]);
    const later = buildGraph(
      [
        ["start", "start", ["opd"]],
        ["check", "decision", ["kabid"]],
        ["approve", "decision", ["kadin"]],
        ["no", "activity", ["staf"], { text: "Mencatat penolakan" }],
        ["end", "end", ["opd"], { work: true }],
        ["closed", "end", ["staf"]],
      ],
      [
        ["start", "check"],
        ["check", "approve", "Ya"],
        ["check", "no", "Tidak"],
        ["approve", "end", "Ya"],
        ["approve", "no", "Tidak"],
        ["no", "closed"],
      ],
    );
    expect(namedBy("refusal-notice", withRequester(later, "opd"))).toEqual([
      ["check"],
      ["approve"],
    ]);
  });

  it("looks at each of the ways that a fork takes at once", () => {
    const forked = (to: string) =>
      asking(
        [
          ["split", "fork", []],
          ["file", "activity", ["staf"], { text: "Mengarsipkan berkas" }],
          ["note", "activity", ["staf"], { text: "Mencatat penolakan" }],
        ],
        [
          ["check", "split", "Tidak"],
          ["split", "file"],
          ["split", "note"],
          ["file", "end"],
          ["note", to],
        ],
      );
    expect(namedBy("refusal-notice", forked("end"))).toEqual([["check"]]);
    expect(namedBy("refusal-notice", forked("serve"))).toEqual([]);
  });

  it("looks through a form of a hundred choices, and finds the one refusal at its end", () => {
    const keys = Array.from({ length: 100 }, (_, at) => `c${at}`);
    const next = (at: number) => keys[at + 1] ?? "check";
    const graph = buildGraph(
      [
        ["start", "start", ["opd"]],
        ...keys.flatMap((key): NodeRow[] => [
          [key, "decision", ["kabid"]],
          [`${key}-less`, "activity", ["staf"], { text: "Mencatat" }],
        ]),
        ["check", "decision", ["kabid"]],
        ["serve", "activity", ["staf"], { text: "Menyiapkan ruang" }],
        ["end", "end", ["staf"]],
      ],
      [
        ["start", "c0"],
        ...keys.flatMap((key, at): EdgeRow[] => [
          [key, `${key}-less`, "Tanpa survei"],
          [key, next(at), "Dengan survei"],
          [`${key}-less`, next(at)],
        ]),
        ["check", "serve", "Setelah survei"],
        ["check", "end", "Tidak"],
        ["serve", "end"],
      ],
    );
    expect(namedBy("refusal-notice", withRequester(graph, "opd"))).toEqual([["check"]]);
  });

  it("does not know what another SOP tells", () => {
    const called = asking(
      [["call", "connector", ["staf"], { call: { sop: "x", waits: true } }]],
      [
        ["check", "call", "Tidak"],
        ["call", "end"],
      ],
    );
    expect(namedBy("refusal-notice", called)).toEqual([]);
  });

  it("names each of several refusals", () => {
    const twice = asking(
      [],
      [
        ["check", "end", "Tidak lengkap"],
        ["check", "end", "Bukan kewenangan"],
      ],
    );
    expect(foundBy("refusal-notice", twice).map(({ edgeKeys }) => edgeKeys)).toEqual([
      ["check-end-Tidak lengkap"],
      ["check-end-Bukan kewenangan"],
    ]);
  });

  it("adds a step that tells, whose time only the office can say", () => {
    const done = curedBy("refusal-notice", toEnd);
    expect(done).toMatchObject({
      cure: { name: "add-notice", params: { lane: "opd" } },
      left: ["standard-time"],
    });
    expect(arrowsOf(done.graph, "check")).toEqual({ Ya: "serve", Tidak: "a-new-1" });
    expect(done.graph.nodes.map(({ key }) => key).slice(-2)).toEqual(["a-new-1", "end"]);
    expect(done.graph.nodes.at(-2)).toMatchObject({
      text: "Memberitahukan penolakan kepada opd",
      parts: [{ lane: "kabid" }],
    });
  });
});
