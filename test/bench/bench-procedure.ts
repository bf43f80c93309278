/**
 * The SOP of the benchmark, in plain data for Alur and the floors alike. With its version it makes 50
 * rows: 5 lanes, 22 steps, 22 arrows. Its one decision is the last step but one and can lead back.
 */
export interface BenchLane {
  readonly key: string;
  readonly name: string;
  /** Code of the demo office's position that works it, and the name of one who holds that. */
  readonly position: string;
  readonly holder: string;
}

export interface BenchStep {
  readonly key: string;
  readonly kind: "START" | "ACTIVITY" | "DECISION" | "END";
  readonly text: string;
  readonly lane: string;
  /** In working hours. */
  readonly hours: number | null;
}

export interface BenchEdge {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly outcome: string | null;
}

export const benchTitle = "Layanan uji beban";

export const benchLanes: readonly BenchLane[] = [
  ["sekretaris", "Sekretaris", "sekdin"],
  ["kabid-aptika", "Kepala Bidang", "kabid"],
  ["kasi-aplikasi", "Kepala Seksi Aplikasi", "kasiaplikasi"],
  ["kasi-litik", "Kepala Seksi Layanan TIK", "kasilitik"],
  ["agendaris", "Agendaris", "agendaris"],
].map(([code = "", name = "", holder = ""]) => ({
  key: code,
  name,
  position: `trenggalek-kominfo.${code}`,
  holder,
}));

const activities = 19;
const laneOf = (index: number): string => benchLanes[index % benchLanes.length]?.key ?? "";

export const benchSteps: readonly BenchStep[] = [
  { key: "start", kind: "START", text: "Mulai", lane: laneOf(0), hours: null },
  ...Array.from({ length: activities }, (_, index): BenchStep => ({
    key: `step-${index + 1}`,
    kind: "ACTIVITY",
    text: `Memeriksa dan meneruskan berkas permohonan, tahap ${index + 1}`,
    lane: laneOf(index),
    hours: 1 + (index % 4),
  })),
  { key: "check", kind: "DECISION", text: "Berkas lengkap?", lane: laneOf(1), hours: 1 },
  { key: "end", kind: "END", text: "Selesai", lane: laneOf(0), hours: null },
];

const chain = benchSteps.slice(1).map(({ key }, index): BenchEdge => {
  const from = benchSteps[index]?.key ?? "";
  return { key: `${from}-${key}`, from, to: key, outcome: from === "check" ? "Ya" : null };
});

export const benchEdges: readonly BenchEdge[] = [
  ...chain,
  { key: "check-back", from: "check", to: "step-1", outcome: "Tidak" },
];
