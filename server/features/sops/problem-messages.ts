import type { RuleName } from "../../../domain/index.js";
import type { Locale } from "../../kernel/context.js";
import type { SoundnessRule } from "./soundness-sentences.js";

/** `soundnessSentence` has words for the others. */
type Texts = Readonly<Record<Exclude<RuleName, SoundnessRule>, string>>;

export const problemTexts: Readonly<Record<Locale, Texts>> = {
  id: {
    "one-start": "SOP harus mempunyai tepat satu awal; sekarang ada {count}. {nodes}",
    "has-end": "SOP ini belum mempunyai akhir.",
    "unique-keys": "Kunci “{key}” dipakai lebih dari sekali. {nodes}",
    "dangling-edge": "Panah {edges} tidak menuju langkah mana pun.",
    "edge-count":
      "Jumlah panah ({side}: {actual}) tidak sesuai untuk langkah {nodes}; minimal {min}, maksimal {max}.",
    "named-outcomes": "Setiap cabang keputusan {nodes} perlu nama yang berbeda.",
    "reachable-from-start": "Langkah {nodes} tidak pernah tercapai dari awal.",
    "reaches-end": "Dari langkah {nodes}, akhir tidak pernah tercapai.",
    "lane-count":
      "Langkah {nodes} mempunyai {actual} pelaksana; jumlah itu tidak sesuai dengan jenisnya.",
    "known-lane": "Langkah {nodes} berdiri pada pelaksana yang tidak ada.",
    "bound-lane": "Pelaksana “{lane}” belum terikat pada jabatan atau pemohon. Langkah: {nodes}",
    "step-text": "Langkah {nodes} belum berisi kegiatan.",
    "known-output": "Langkah {nodes} menyebut output yang tidak ada.",
    "work-in-every-cycle":
      "Putaran langkah {nodes} berjalan terus tanpa ada pekerjaan di dalamnya.",
    "connector-known": "Penghubung {nodes} menunjuk SOP yang tidak ada atau sudah dicabut{sop}.",
    "connector-cycle":
      "Penghubung {nodes} menunggu SOP yang pada akhirnya menunggu SOP ini lagi: {cycle}.",
    "connector-chain":
      "Penghubung {nodes} langsung memulai SOP ini lagi sebelum ada pekerjaan: {cycle}.",
    "connector-target": "Penghubung {nodes} belum menunjuk SOP yang dijalankan.",
    "soundness-unknown":
      "Alur gambar ini terlalu rumit untuk dibuktikan tidak akan macet. Sederhanakan percabangannya.",
    "output-before-needed":
      "Langkah {nodes} memerlukan “{output}”, tetapi berkas dapat sampai di sana saat dokumen itu belum ada dan tidak akan dibuat lagi.",
    "refusal-path": "Keputusan {nodes} tidak mempunyai jalan tersendiri bagi yang ditolak.",
    "approval-refusal": "Langkah {nodes} menyetujui, tetapi tidak mempunyai jalan untuk menolak.",
    "refusal-notice":
      "Bila langkah {nodes} memilih “{outcome}”, berkas berakhir tanpa pemberitahuan kepada {lane}.",
    "loop-exit": "Putaran langkah {nodes} tidak mempunyai jalan keluar menuju akhir.",
    "idle-lane": "Pelaksana “{lane}” tidak mengerjakan langkah apa pun.",
    "unbound-lane": "Pelaksana “{lane}” belum terikat pada jabatan atau pemohon.",
    "step-verb": "Kegiatan pada langkah {nodes} belum diawali kata kerja aktif.",
    "step-subject": "Kegiatan pada langkah {nodes} diawali nama pelaksananya (“{subject}”).",
    "standard-time": "Langkah {nodes} belum mempunyai waktu baku.",
  },
  en: {
    "one-start": "An SOP has exactly one start; this one has {count}. {nodes}",
    "has-end": "This SOP has no end yet.",
    "unique-keys": "The key “{key}” is used more than once. {nodes}",
    "dangling-edge": "The arrow {edges} leads to no step.",
    "edge-count":
      "Step {nodes} has the wrong number of arrows ({side}: {actual}); at least {min}, at most {max}.",
    "named-outcomes": "Each outcome of the decision {nodes} needs a name of its own.",
    "reachable-from-start": "Step {nodes} is never reached from the start.",
    "reaches-end": "From step {nodes}, the end is never reached.",
    "lane-count": "The number of lanes of step {nodes} ({actual}) does not fit its kind.",
    "known-lane": "Step {nodes} stands in a lane that does not exist.",
    "bound-lane": "Lane “{lane}” is not bound to a position or to the requester. Steps: {nodes}",
    "step-text": "Step {nodes} does not say what is done in it.",
    "known-output": "Step {nodes} names an output that does not exist.",
    "work-in-every-cycle": "The loop of step {nodes} goes round without any work in it.",
    "connector-known": "Connector {nodes} runs an SOP that is not there or was retired{sop}.",
    "connector-cycle":
      "Connector {nodes} waits for an SOP that in the end waits for this one again: {cycle}.",
    "connector-chain":
      "Connector {nodes} starts this SOP again at once, before anybody has done any work: {cycle}.",
    "connector-target": "Connector {nodes} does not name the SOP that it runs.",
    "soundness-unknown":
      "This drawing is too intricate to prove that it cannot get stuck. Simplify its branches.",
    "output-before-needed":
      "Step {nodes} needs “{output}”, but a case can come there when it has not been made and will not be any more.",
    "refusal-path": "What decision {nodes} refuses has no way of its own.",
    "approval-refusal": "Step {nodes} approves, and has no way to refuse.",
    "refusal-notice":
      "When step {nodes} chooses “{outcome}”, the case ends and {lane} is not told.",
    "loop-exit": "The loop of step {nodes} has no way out to an end.",
    "idle-lane": "Lane “{lane}” does nothing.",
    "unbound-lane": "Lane “{lane}” is not bound to a position or to the requester.",
    "step-verb": "The activity of step {nodes} does not begin with an active verb.",
    "step-subject": "The activity of step {nodes} begins with its performer (“{subject}”).",
    "standard-time": "Step {nodes} has no standard time.",
  },
};

const sides = {
  id: { in: "masuk", out: "keluar" },
  en: { in: "coming in", out: "going out" },
} as const;

/** The text of a broken rule, its placeholders filled. */
export function problemMessage(
  locale: Locale,
  rule: Exclude<RuleName, SoundnessRule>,
  params: Readonly<Record<string, string | number>>,
): string {
  const side = sides[locale][params.side === "in" ? "in" : "out"];
  const words = { ...params, side };
  return problemTexts[locale][rule]
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => String(words[name as keyof typeof words] ?? ""))
    .trim();
}
