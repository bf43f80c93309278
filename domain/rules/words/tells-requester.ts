import type { GraphNode, Lane, OutputKey } from "../../sop/graph.js";
import { bareWords } from "../../table/tidy-text.js";

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Telling, sending, handing back: as a verb with any prefix, or as its noun. */
const telling =
  /^(?:me|di|pe|ber)\p{L}*(?:tahu|informasi|ampai|irim|embali|erah|hubung|abar|umum|awab|balas|elepon|elpon|anggil|undang|urati|jelas)/u;
const barelyTelling = wordsOf(`
  beritahu beritahukan tahukan tahu kirim kirimkan sampaikan informasikan kembalikan serahkan hubungi
  kabari kabarkan umumkan jawab balas telepon
`);
const closing = /^(?:menutup|ditutup|tutup|penutupan)/;
const knowing = wordsOf("mengetahui diketahui pengetahuan");

/** Papers that are made for whoever is refused. */
const answers = wordsOf("penolakan pemberitahuan jawaban balasan tanggapan");

/** Whoever asked, by whatever name a text calls them. */
const requesters = wordsOf(`
  pemohon pemohonnya pengguna pelapor pengadu peminjam pengusul pelanggan bersangkutan ybs
`);
const offices = wordsOf("opd skpd perangkat instansi uker");
/** Words of a lane's name that call anybody. */
const common = wordsOf(
  "unit kerja dan atau bidang dinas kepala staf staff tim bagian seksi daerah",
);

/** How a text may call the requester of a form. */
export function requesterWords(lanes: readonly Lane[]): ReadonlySet<string> {
  const own = lanes.flatMap(({ name }) => bareWords(name)).filter((word) => !common.has(word));
  const isOffice = own.some((word) => offices.has(word));
  return new Set([...requesters, ...own, ...(isOffice ? offices : [])]);
}

/**
 * Whether a text says that the requester gets to know something: it is told or sent to them, or an
 * answer is sent at all. A ticket that is closed is such an answer: it is the requester's own, and
 * they see it there.
 */
export function tellsRequester(text: string, requester: ReadonlySet<string>): boolean {
  const words = bareWords(text);
  const tells = words.some(
    (word) => (telling.test(word) || barelyTelling.has(word)) && !knowing.has(word),
  );
  if (tells && words.some((word) => requester.has(word) || answers.has(word))) return true;
  return words.includes("tiket") && words.some((word) => closing.test(word));
}

/** All that a step says of what is done in it, by the names of the form's documents. */
export const saidIn = (node: GraphNode, documents: ReadonlyMap<OutputKey, string>): string =>
  [
    node.text,
    node.remarks ?? "",
    ...node.parts.map(({ label }) => label ?? ""),
    ...node.outputs.map((key) => documents.get(key) ?? ""),
  ].join(" ");
