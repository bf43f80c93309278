import { buildGraph, type EdgeRow, type Graph, type NodeRow } from "../../../domain/index.js";

const names: Readonly<Record<string, string>> = {
  pemohon: "Pemohon",
  staf: "Staf Bidang Aplikasi dan Informatika",
  kabid: "Kepala Bidang Aplikasi dan Informatika",
};

const codes: Readonly<Record<string, string>> = { staf: "fungsional", kabid: "kabid-aptika" };

/** A graph whose lanes are those of the demo office; a step's standard time is one working day. */
export function branchingSop(rows: readonly NodeRow[], arrows: readonly EdgeRow[]): Graph {
  const graph = buildGraph(rows, arrows);
  return {
    ...graph,
    lanes: ["pemohon", "staf", "kabid"].map((key) => ({
      key,
      name: names[key] ?? key,
      binding:
        codes[key] === undefined
          ? ({ type: "REQUESTER" } as const)
          : ({ type: "POSITION", position: codes[key] } as const),
    })),
    nodes: graph.nodes.map((node) => ({
      ...node,
      standardTime:
        node.kind === "activity" || node.kind === "decision"
          ? { value: 1, unit: "WORKING_DAY" as const }
          : null,
    })),
  };
}

const rows: readonly NodeRow[] = [
  ["start", "start", ["pemohon"], { text: "Mulai" }],
  ["ask", "activity", ["pemohon"], { text: "Mengajukan surat permohonan" }],
  ["split", "decision", ["kabid"], { text: "Menentukan bagian yang menangani permohonan" }],
  ["count", "activity", ["staf"], { text: "Menghitung biaya" }],
  ["write", "activity", ["kabid"], { text: "Menyusun surat balasan" }],
  ["join", "join", [], { text: "" }],
  ["send", "activity", ["staf"], { text: "Mengirim surat balasan beserta rincian biaya" }],
  ["end", "end", ["pemohon"], { text: "Selesai" }],
];

const around: readonly EdgeRow[] = [
  ["start", "ask"],
  ["ask", "split"],
  ["count", "join"],
  ["write", "join"],
  ["join", "send"],
  ["send", "end"],
];

/** Of two branches that a bar waits for, a decision begins only one: a case gets stuck before it. */
export const decisionBeforeJoin = (): Graph =>
  branchingSop(rows, [...around, ["split", "count", "Biaya"], ["split", "write", "Surat"]]);

/** The same with a fork where it belongs. */
export const forkBeforeJoin = (): Graph =>
  branchingSop(
    rows.map((row) => (row[0] === "split" ? ["split", "fork", [], { text: "" }] : row)),
    [...around, ["split", "count"], ["split", "write"]],
  );

/** A fork whose branches nothing joins: the end is come to while the other branch goes on. */
export const forkWithoutJoin = (): Graph =>
  branchingSop(
    rows
      .filter(([key]) => key !== "join")
      .map((row) => (row[0] === "split" ? ["split", "fork", [], { text: "" }] : row)),
    [
      ["start", "ask"],
      ["ask", "split"],
      ["split", "count"],
      ["split", "write"],
      ["count", "send"],
      ["write", "send"],
      ["send", "end"],
    ],
  );

/** A fork whose branches come to an end each: to one of them while the other branch goes on. */
export const forkToTwoEnds = (): Graph =>
  branchingSop(
    [
      ...rows.slice(0, 2),
      ["split", "fork", [], { text: "" }],
      rows[3]!,
      ["counted", "end", ["staf"], { text: "Selesai" }],
      rows[4]!,
      rows[7]!,
    ],
    [
      ["start", "ask"],
      ["ask", "split"],
      ["split", "count"],
      ["split", "write"],
      ["count", "counted"],
      ["write", "end"],
    ],
  );

/** The reply is made on one way only, and sent on both: on the other it is not there. */
export function paperOnOneWay(): Graph {
  const graph = branchingSop(
    rows.filter(([key]) => key !== "join" && key !== "count"),
    [
      ["start", "ask"],
      ["ask", "split"],
      ["split", "write", "Setuju"],
      ["split", "send", "Tolak"],
      ["write", "send"],
      ["send", "end"],
    ],
  );
  return {
    ...graph,
    outputs: [{ key: "reply", name: "Surat balasan" }],
    nodes: graph.nodes.map((node) => ({
      ...node,
      outputs: node.key === "write" ? ["reply"] : [],
      requirements: node.key === "send" ? [{ text: "Surat balasan", output: "reply" }] : [],
    })),
  };
}
