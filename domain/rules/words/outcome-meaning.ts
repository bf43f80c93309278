import { bareWords } from "../../table/tidy-text.js";

/** What a branch of a decision says of what is decided on; OTHER where its name does not tell. */
export type OutcomeMeaning = "ACCEPTS" | "REFUSES" | "OTHER";

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const yes = wordsOf("ya iya y yes");
const no = wordsOf("tidak tdk t no");

const refusing = wordsOf(`
  tidak tdk tak belum blm bukan tanpa kurang salah gagal batal tolak ditolak menolak penolakan
  dibatalkan kembali dikembalikan kembalikan mengembalikan pengembalian revisi direvisi perbaiki
  diperbaiki perbaikan koreksi dikoreksi dilengkapi no not rejected reject refused refuse denied
  declined incomplete invalid revise returned
`);

const accepting = wordsOf(`
  ya iya yes y setuju disetujui menyetujui persetujuan acc lengkap sesuai memenuhi layak valid sah
  benar lanjut dilanjutkan diterima terima lulus lolos ok oke cukup sudah telah disahkan approved approve accepted
  accept complete granted
`);

/** What is found, or asked for, by a yes: then it is no acceptance, and a no is no refusal. */
const found = wordsOf(`
  revisi perbaikan koreksi kesalahan kekurangan keberatan temuan masalah permasalahan perubahan
  sanggahan kerusakan catatan kendala
`);
const needs = wordsOf(
  "perlu perlukah memerlukan membutuhkan butuh dibutuhkan diperlukan need needs",
);
const exists = wordsOf("ada adakah terdapat ditemukan");

/** "Kurang dari 50 juta" and "tidak lebih dari 3 hari" compare; they refuse nothing. */
const compared = wordsOf("kurang lebih");
/** "Lanjut ke Bidang A" or "diterima melalui pos" says which way something goes, not that it may. */
const moving = wordsOf("lanjut dilanjutkan terima diterima");
const onWay = wordsOf("ke di dari melalui lewat oleh pada secara");

function withoutComparison(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word, index) => compared.has(word) && words[index + 1] === "dari");
  if (at < 0) return words;
  const from = no.has(words[at - 1] ?? "") || words[at - 1] === "bukan" ? at - 1 : at;
  return [...words.slice(0, from), ...withoutComparison(words.slice(at + 2))];
}

/** A decision that asks about something else than whether to accept: a no refuses nobody. */
export function asksOtherwise(text: string): boolean {
  const words = bareWords(text.slice(0, 600));
  const isThere = words.some((word) => exists.has(word));
  return words.some((word) => needs.has(word) || (isThere && found.has(word)));
}

/** What an outcome means, by its name; a bare yes or no by what the decision asks (`text`). */
export function outcomeMeaning(outcome: string | null, text: string): OutcomeMeaning {
  const words = bareWords((outcome ?? "").slice(0, 200));
  const saysMore = words.some((word) => !yes.has(word) && !no.has(word));
  if (asksOtherwise(saysMore ? (outcome ?? "") : text)) return "OTHER";
  if (yes.has(words[0] ?? "") && words.some((word) => found.has(word))) return "OTHER";
  if (!saysMore) {
    if (words.some((word) => no.has(word))) return "REFUSES";
    return words.some((word) => yes.has(word)) ? "ACCEPTS" : "OTHER";
  }
  const said = withoutComparison(words);
  if (said.some((word) => refusing.has(word))) return "REFUSES";
  const accepts = said.some(
    (word, at) => accepting.has(word) && !(moving.has(word) && onWay.has(said[at + 1] ?? "")),
  );
  return accepts ? "ACCEPTS" : "OTHER";
}
