import {
  ancestorsOf,
  type CaseState,
  type PlanNode,
  type StandardTime,
} from "../../domain/index.js";
import type { TimeDice } from "./random-times.js";

/** How often things happen that need not: of each task, or of each case. */
export const habits = {
  /** Of a task: is claimed before it is done. */
  claim: 0.92,
  delegate: 0.02,
  release: 0.012,
  comment: 0.04,
  /** Is sent back to a step before it, not done. */
  sendBack: 0.015,
  recall: 0.004,
  /** Lies about for much longer than it need. */
  forget: 0.015,
  /** Of a decision: ends with no. */
  refuse: 0.14,
  /** Of a case. */
  hold: 0.03,
  cancel: 0.02,
  remark: 0.03,
} as const;

export const reasons = {
  hold: ["Menunggu kelengkapan dari pemohon", "Menunggu anggaran", "Menunggu rapat pimpinan"],
  cancel: ["Dibatalkan oleh pemohon", "Permohonan ganda", "Tidak jadi dilaksanakan"],
  sendBack: ["Berkas belum lengkap", "Ada salah ketik pada konsep", "Lampiran tidak terbaca"],
  comment: ["Sudah diteliti", "Sesuai arahan", "Lengkap", "Mohon segera ditindaklanjuti"],
  remark: ["Pemohon menanyakan perkembangan", "Dokumen asli menyusul"],
} as const;

const says = /^\s*(tidak|belum|bukan|tolak)/i;

/** The edge that a decision is left by; `null` on what is no decision. */
export function chooseOutcome(node: PlanNode, dice: TimeDice): string | null {
  if (node.leaves !== "CHOSEN_EDGE") return null;
  const isNo = ({ outcome }: { readonly outcome: string | null }) => says.test(outcome ?? "");
  const no = node.out.filter(isNo);
  const yes = node.out.filter((edge) => !isNo(edge));
  const wanted = yes.length === 0 || (no.length > 0 && dice.chance(habits.refuse)) ? no : yes;
  return dice.pick(wanted)?.key ?? null;
}

/** A visit that a case could be sent back to from this one: one of the last three that led to it. */
export function chooseTarget(state: CaseState, visit: number, dice: TimeDice): number | null {
  const done = [...ancestorsOf(state, visit)]
    .filter((no) => state.visits[no - 1]?.status === "DONE")
    .toSorted((a, b) => b - a);
  return dice.pick(done.slice(0, 3)) ?? null;
}

const MINUTE = 60_000;
/** Where the form states no time. */
const usualMinutes = 60;

/** Working milliseconds from claim to end: most keep the standard time, some do not. */
export function workTime(
  standardTime: StandardTime | null,
  minutesPerWorkingDay: number,
  dice: TimeDice,
): number {
  const minutes = {
    MINUTE: 1,
    HOUR: 60,
    WORKING_DAY: minutesPerWorkingDay,
    CALENDAR_DAY: (minutesPerWorkingDay * 5) / 7,
  };
  const standard = standardTime ? standardTime.value * minutes[standardTime.unit] : usualMinutes;
  const slow = dice.chance(habits.forget) ? 6 : 1;
  return slow * dice.logNormal(0.4 * standard * MINUTE, 0.75);
}
