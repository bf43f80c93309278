import type { TimeUnit } from "../domain/sop/graph.js";

/** What a careful reading of one source document found; the seed file must say the same. */
export interface ProcedureFacts {
  readonly file: string;
  readonly office: string;
  readonly number: string | null;
  readonly part: "A" | "B" | null;
  readonly title: string;
  readonly lanes: number;
  readonly numberedSteps: number;
  /** Right of the lanes; where the form has a heading of its own, that heading. */
  readonly columns: readonly string[];
  /** Decision → what each outcome leads to. */
  readonly decisions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Edges that lead back to an earlier row. */
  readonly loops: readonly string[];
  /** Joint step → its lanes, in the order of the columns. */
  readonly joint: Readonly<Record<string, readonly string[]>>;
  /** Steps that run side by side. */
  readonly parallel: readonly (readonly string[])[];
  readonly stepsWithoutTime: readonly string[];
  /** Sum of the standard times per unit, as written. */
  readonly timeSum: Partial<Record<TimeUnit, number>>;
  /** The lane that is the requester; `null` where the procedure is internal. */
  readonly requesterLane: string | null;
  /** List of the first page → its number of lines; `null` where the form has lost it. */
  readonly lists: Readonly<Record<string, number | null>>;
  /** "target type.field" → the keys whose value the reading inferred; `*` is the whole target. */
  readonly inferred: Readonly<Record<string, string>>;
  /** All review notes: the inferred values, the lane bindings and what the office must decide. */
  readonly notes: number;
}

export const procedureFacts: readonly ProcedureFacts[] = [
  {
    file: "000-pemanfaatan-aplikasi-layanan",
    office: "trenggalek-kominfo",
    number: "07-6/SOP/1/2022",
    part: null,
    title: "PEMANFAATAN APLIKASI LAYANAN",
    lanes: 5,
    numberedSteps: 6,
    columns: ["requirements", "time", "output", "remarks"],
    decisions: { a4: { YA: "a5", TIDAK: "a2" } },
    loops: ["a4-a2"],
    joint: {},
    parallel: [],
    stepsWithoutTime: [],
    timeSum: { HOUR: 30, WORKING_DAY: 1, MINUTE: 55 },
    requesterLane: null,
    lists: {
      legalBasis: null,
      qualifications: 4,
      relatedSops: 2,
      equipment: null,
      warnings: null,
      records: 3,
    },
    inferred: {
      "FIELD.*": "identity.enactedBy.position",
      "NODE.kind": "start a1 a2 a3 a5 a6 end",
      "NODE.text": "start end",
      "NODE.parts": "start a1 a2 a3 a4 a5 a6 end",
      "EDGE.*": "start-a1 a1-a2 a2-a3 a3-a4 a5-a6 a6-end",
      "EDGE.target": "a4-a5 a4-a2",
    },
    notes: 39,
  },
  {
    file: "001-pengelolaan-layanan-tik",
    office: "trenggalek-kominfo",
    number: "060/ 020 /406.020/2023",
    part: null,
    title: "Pengelolaan Layanan TIK",
    lanes: 5,
    numberedSteps: 7,
    columns: ["time", "requirements", "output"],
    decisions: { a3: { "YA (sesuai)": "a4", "TIDAK (tidak sesuai)": "a7" } },
    loops: [],
    joint: {},
    parallel: [],
    stepsWithoutTime: [],
    timeSum: { WORKING_DAY: 9 },
    requesterLane: "pengguna",
    lists: {
      legalBasis: 4,
      qualifications: 3,
      relatedSops: 0,
      equipment: 4,
      warnings: 1,
      records: 2,
    },
    inferred: {
      "FIELD.*": "number",
      "NODE.kind": "a1 a2 a4 a5 a6 a7",
      "NODE.parts": "a1 a2 a3 a4 a5 a6 a7",
      "NODE.requirements": "a3 a4",
      "NODE.outputs": "a4",
      "EDGE.*": "start-a1 a1-a2 a2-a3 a4-a5 a5-a6 a6-a7 a7-end",
      "EDGE.target": "a3-a7",
    },
    notes: 35,
  },
  {
    file: "002-pembinaan-sumber-daya-kominfo",
    office: "palangkaraya-kominfo",
    number: "V. 4.",
    part: null,
    title: "PEMBINAAN DAN PENGEMBANGAN SUMBER DAYA KOMUNIKASI DAN INFORMASI",
    lanes: 5,
    numberedSteps: 7,
    columns: ["Syarat", "time", "output", "remarks"],
    decisions: { a3: { "YA (disetujui)": "a4", "TIDAK (tidak disetujui)": "a2" } },
    loops: ["a3-a2"],
    joint: { a2: ["kepala-bidang", "kepala-dinas"], a6: ["pelaksana", "kepala-seksi"] },
    parallel: [],
    stepsWithoutTime: ["a7"],
    timeSum: { MINUTE: 4360 },
    requesterLane: null,
    lists: {
      legalBasis: 5,
      qualifications: 2,
      relatedSops: 1,
      equipment: 3,
      warnings: 1,
      records: 1,
    },
    inferred: {
      "NODE.mode": "a2",
      "NODE.parts": "a2",
      "NODE.remarks": "a3",
      "EDGE.*": "a1-a2 a2-a3 a4-a5 a5-a6 a6-a7",
      "EDGE.target": "a3-a4 a3-a2",
    },
    notes: 21,
  },
  {
    file: "003-layanan-sub-domain-hosting",
    office: "trenggalek-kominfo",
    number: null,
    part: null,
    title: "Pembuatan Layanan Sub Domain/Hosting",
    lanes: 4,
    numberedSteps: 9,
    columns: ["time", "Persyaratan/ Kelengkapan", "output"],
    decisions: { a4: { "YA (lengkap)": "a5", "TIDAK (tidak lengkap)": "a1" } },
    loops: ["a4-a1"],
    joint: {},
    parallel: [],
    stepsWithoutTime: [],
    timeSum: { WORKING_DAY: 10 },
    requesterLane: "pemohon",
    lists: {
      legalBasis: 4,
      qualifications: 3,
      relatedSops: 0,
      equipment: 4,
      warnings: 1,
      records: 2,
    },
    inferred: {
      "FIELD.*":
        "identity.government identity.office identity.unit identity.enactedBy.position identity.title",
      "NODE.parts": "start a1 a2 a3 a4 a5 a6 a7 a8 a9 end",
      "NODE.kind": "a1 a2 a3 a5 a6 a7 a8 a9 end",
      "NODE.requirements": "a2 a3 a4 a7 a9",
      "NODE.outputs": "a4",
      "NODE.text": "end",
      "EDGE.*": "start-a1 a1-a2 a2-a3 a3-a4 a5-a6 a6-a7 a7-a8 a8-a9 a9-end",
    },
    notes: 50,
  },
  {
    file: "004a-pinjam-ruang-smart-center",
    office: "trenggalek-kominfo",
    number: "01/SOP.SmartCenter/406.020/2020",
    part: "A",
    title: "Pinjam Ruang Smart Center",
    lanes: 8,
    numberedSteps: 8,
    columns: ["requirements", "time", "output", "remarks"],
    decisions: { a5: { "YA (disetujui)": "f1", "TIDAK (tidak disetujui)": "end" } },
    loops: [],
    joint: {},
    parallel: [["a6", "a7"]],
    stepsWithoutTime: [],
    timeSum: { MINUTE: 25, HOUR: 4 },
    requesterLane: "opd",
    lists: {
      legalBasis: 2,
      qualifications: 2,
      relatedSops: 1,
      equipment: 3,
      warnings: 1,
      records: 2,
    },
    inferred: {
      "NODE.kind": "start a1 a2 a3 a4 a5 a6 a7 a8 end",
      "NODE.text": "start end",
      "NODE.parts": "start end",
      "NODE.requirements": "a1 a2 a3 a4 a5 a6 a7",
      "NODE.standardTime": "a1 a2 a3 a4 a5 a6 a7",
      "NODE.outputs": "a1 a2 a3 a4 a5 a6 a7",
      "EDGE.*": "start-a1 f1-a7 a5-end a6-j1 a7-j1 a8-end",
    },
    notes: 57,
  },
  {
    file: "004b-pakai-smart-center",
    office: "trenggalek-kominfo",
    number: "01/SOP.SmartCenter/406.020/2020",
    part: "B",
    title: "Pakai Smart Center",
    lanes: 5,
    numberedSteps: 5,
    columns: ["requirements", "time", "output", "remarks"],
    decisions: {},
    loops: [],
    joint: {},
    parallel: [],
    stepsWithoutTime: ["b5"],
    timeSum: { MINUTE: 60, HOUR: 1 },
    requesterLane: "opd",
    lists: {
      legalBasis: 2,
      qualifications: 2,
      relatedSops: 1,
      equipment: 3,
      warnings: 1,
      records: 2,
    },
    inferred: {
      "NODE.kind": "start b1 b2 b3 b4 b5 end",
      "NODE.text": "start end",
      "NODE.parts": "start b4 end",
      "NODE.*": "b4",
      "EDGE.*": "start-b1 b1-b2 b2-b3 b3-b4 b4-b5 b5-end",
    },
    notes: 25,
  },
];
