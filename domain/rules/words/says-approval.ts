import { mainClause, type StepWord, stepWords } from "./step-words.js";
import { wordKind } from "./word-kind.js";

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Verbs of approving. To sign, to initial or to hand on for a decision is none. */
const approving = wordsOf(`
  menyetujui mengesahkan meng-acc mengacc men-acc menacc setujui sahkan restui merestui
  meng-approve mengapprove
`);
const approvals = wordsOf("persetujuan pengesahan acc approval");
/** By these, an approval is given by the step itself, and not asked for, passed on or followed up. */
const giving = wordsOf("memberi memberikan beri berikan melakukan lakukan");
/** What one may agree to without anybody's request being decided on. */
const terms = wordsOf("syarat persyaratan ketentuan aturan");

/** Between them and the verb nothing else stands: it then tells what is done here. */
const beforeVerb = wordsOf(
  "dan atau serta lalu kemudian selanjutnya sekaligus langsung ikut turut",
);
/** What is said behind them is not done here, up to the next comma or the like. */
const subordinating = wordsOf(`
  untuk agar supaya guna bahwa yang jika jikalau apabila bila kalau setelah sesudah sebelum ketika
  saat sebagai dalam dengan oleh sampai hingga apakah
`);
/** Between two clauses, and between two verbs of one. */
const clauseMark = /[,;:.\n-]/;
const joint = /[,;:.\n&/+-]/;
const newClause = wordsOf("serta lalu kemudian selanjutnya sekaligus maka");

/**
 * Whether a step's text says that whoever does it approves of something by doing it. Its main clause
 * begins at index `from` of the text, behind a subject; without one, where the text itself begins.
 */
export function saysApproval(text: string, from: number | null = null): boolean {
  const all = mainClause(stepWords(text)).words;
  const words = from === null ? all : all.filter(({ start }) => start >= from);
  let isSubordinate = false;
  return words.some(({ word, gap }, at) => {
    if (clauseMark.test(gap) || newClause.has(word)) isSubordinate = false;
    if (subordinating.has(word)) isSubordinate = true;
    return !isSubordinate && (approvesAt(words, at) || givesApprovalAt(words, at));
  });
}

function leadsClause(words: readonly StepWord[], at: number): boolean {
  const before = words[at - 1];
  return before === undefined || beforeVerb.has(before.word) || joint.test(words[at]!.gap);
}

const approvesAt = (words: readonly StepWord[], at: number): boolean =>
  approving.has(words[at]!.word) && leadsClause(words, at) && !terms.has(words[at + 1]?.word ?? "");

function givesApprovalAt(words: readonly StepWord[], at: number): boolean {
  if (!approvals.has(words[at]!.word)) return false;
  // "Persetujuan Kepala Dinas" is the step; a "persetujuan" that "diteruskan" is a paper.
  if (at === 0) return !words.slice(1, 6).some(({ word }) => wordKind(word) === "PASSIVE");
  return giving.has(words[at - 1]!.word) && leadsClause(words, at - 1);
}
