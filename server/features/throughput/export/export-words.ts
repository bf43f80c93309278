import type { Locale } from "../../../kernel/context.js";
import type { TableKey } from "./report-table.js";

/** What the files say around the numbers. */
export interface ExportWords {
  /** The report as a whole, and its file. */
  readonly title: string;
  readonly fileName: string;
  readonly logFileName: string;
  readonly tables: Readonly<Record<TableKey, string>>;
  readonly columns: Readonly<Record<PlainColumn, string>>;
  /** Whose turn it was in the report of several SOPs. */
  readonly requesters: string;
  /** Somebody whose account is not known any more. */
  readonly unknownPerson: string;
  readonly allSops: string;
  /** Behind a heading of a duration. */
  readonly workingMinutes: string;
  readonly clockMinutes: string;
  readonly durations: Readonly<Record<DurationGroup, string>>;
  readonly figures: Readonly<Record<"count" | "mean" | "p50" | "p90" | "p95", string>>;
  readonly times: Readonly<Record<TimePart, string>>;
}

export type DurationGroup =
  | "leadTimes"
  | "clockLeadTimes"
  | "queueTimes"
  | "workTimes"
  | "reworkTimes"
  | "waitingTimes"
  | "times";
export type TimePart = "queue" | "work" | "rework" | "requester" | "childSop" | "held" | "total";

export type PlainColumn =
  | "section"
  | "office"
  | "sops"
  | "versions"
  | "from"
  | "to"
  | "asOf"
  | "minutesPerWorkingDay"
  | "bottleneck"
  | "lane"
  | "fromLane"
  | "toLane"
  | "sop"
  | "stepNumber"
  | "step"
  | "person"
  | "standard"
  | "arrived"
  | "finished"
  | "withdrawn"
  | "waiting"
  | "oldest"
  | "withStandard"
  | "onTime"
  | "onTimeShare"
  | "rework"
  | "share"
  | "started"
  | "completed"
  | "cancelled"
  | "running"
  | "count"
  | "returned"
  | "working"
  | "meanWork";

const indonesian: ExportWords = {
  title: "Laporan kinerja per pelaksana",
  fileName: "Kinerja",
  logFileName: "Log peristiwa",
  tables: {
    SUMMARY: "Ringkasan",
    LANES: "Pelaksana",
    STEPS: "Kegiatan",
    HAND_OVERS: "Serah terima",
    COURSE: "Perjalanan",
    PEOPLE: "Orang",
  },
  columns: {
    section: "Bagian",
    office: "Perangkat daerah",
    sops: "SOP dalam laporan",
    versions: "Versi",
    from: "Dari tanggal",
    to: "Sampai tanggal",
    asOf: "Keadaan per",
    minutesPerWorkingDay: "Menit dalam satu hari kerja",
    bottleneck: "Hambatan",
    lane: "Pelaksana",
    fromLane: "Dari pelaksana",
    toLane: "Kepada pelaksana",
    sop: "SOP",
    stepNumber: "No. kegiatan",
    step: "Kegiatan",
    person: "Nama",
    standard: "Waktu baku",
    arrived: "Tugas masuk",
    finished: "Tugas selesai",
    withdrawn: "Tugas ditarik",
    waiting: "Tugas terbuka",
    oldest: "Terbuka paling lama sejak",
    withStandard: "Selesai dengan waktu baku",
    onTime: "Tepat waktu",
    onTimeShare: "Bagian tepat waktu",
    rework: "Pengerjaan ulang",
    share: "Bagian dari seluruh waktu kerja",
    started: "Berkas dimulai",
    completed: "Berkas selesai",
    cancelled: "Berkas dibatalkan",
    running: "Berkas berjalan",
    count: "Jumlah serah terima",
    returned: "Di antaranya dikembalikan",
    working: "Waktu kerja",
    meanWork: "Rata-rata waktu pengerjaan",
  },
  requesters: "Pemohon",
  unknownPerson: "Tidak dikenal lagi",
  allSops: "Semua SOP",
  workingMinutes: "menit kerja",
  clockMinutes: "menit jam dinding",
  durations: {
    leadTimes: "Lama penyelesaian",
    clockLeadTimes: "Lama penyelesaian",
    queueTimes: "Lama menunggu diambil",
    workTimes: "Lama dikerjakan",
    reworkTimes: "Lama pengerjaan ulang",
    waitingTimes: "Lama ditunda atau menunggu pihak lain",
    times: "Lama kegiatan",
  },
  figures: { count: "banyaknya", mean: "rata-rata", p50: "p50", p90: "p90", p95: "p95" },
  times: {
    queue: "Menunggu diambil",
    work: "Dikerjakan",
    rework: "Dikerjakan ulang",
    requester: "Menunggu pemohon",
    childSop: "Menunggu SOP lain",
    held: "Ditunda",
    total: "Seluruh waktu",
  },
};

const english: ExportWords = {
  title: "Throughput report, lane by lane",
  fileName: "Throughput",
  logFileName: "Event log",
  tables: {
    SUMMARY: "Summary",
    LANES: "Lanes",
    STEPS: "Steps",
    HAND_OVERS: "Hand-overs",
    COURSE: "Course",
    PEOPLE: "People",
  },
  columns: {
    section: "Section",
    office: "Office",
    sops: "SOPs of the report",
    versions: "Versions",
    from: "From",
    to: "To",
    asOf: "As of",
    minutesPerWorkingDay: "Minutes in a working day",
    bottleneck: "Bottleneck",
    lane: "Lane",
    fromLane: "From lane",
    toLane: "To lane",
    sop: "SOP",
    stepNumber: "Step no.",
    step: "Step",
    person: "Name",
    standard: "Standard time",
    arrived: "Tasks arrived",
    finished: "Tasks finished",
    withdrawn: "Tasks withdrawn",
    waiting: "Tasks open",
    oldest: "Oldest open since",
    withStandard: "Finished with a standard time",
    onTime: "On time",
    onTimeShare: "Share on time",
    rework: "Rework",
    share: "Share of all working time",
    started: "Cases started",
    completed: "Cases completed",
    cancelled: "Cases cancelled",
    running: "Cases running",
    count: "Hand-overs",
    returned: "Of these, sent back",
    working: "Working time",
    meanWork: "Mean time of work",
  },
  requesters: "Requesters",
  unknownPerson: "Not known any more",
  allSops: "All SOPs",
  workingMinutes: "working minutes",
  clockMinutes: "clock minutes",
  durations: {
    leadTimes: "Lead time",
    clockLeadTimes: "Lead time",
    queueTimes: "Time unclaimed",
    workTimes: "Time of work",
    reworkTimes: "Time of rework",
    waitingTimes: "Time held or with others",
    times: "Time of the step",
  },
  figures: { count: "number", mean: "mean", p50: "p50", p90: "p90", p95: "p95" },
  times: {
    queue: "Unclaimed",
    work: "Worked on",
    rework: "Rework",
    requester: "With the requester",
    childSop: "With another SOP",
    held: "Held",
    total: "All time",
  },
};

export const exportWords: Readonly<Record<Locale, ExportWords>> = { id: indonesian, en: english };
