import type { ColumnRole } from "./recognised-table.js";

/** What a heading stands for: a column, or a group of columns under it. */
export type TitleRole = Exclude<ColumnRole, "lane" | "skip"> | "lanes" | "standard";

/** The headings in use, in small letters and without stops. The first of a list is the official. */
const titles: Readonly<Record<TitleRole, readonly string[]>> = {
  number: ["no", "nomor", "nomer", "no urut", "nomor urut", "urut", "#"],
  activity: [
    "kegiatan",
    "uraian kegiatan",
    "aktivitas",
    "aktifitas",
    "uraian",
    "uraian prosedur",
    "prosedur",
    "prosedur kerja",
    "langkah",
    "langkah kegiatan",
    "langkah langkah",
    "tahapan",
    "tahap",
    "uraian tugas",
    "nama kegiatan",
    "activity",
    "activities",
    "step",
    "steps",
    "task",
    "procedure",
  ],
  actors: ["aktor", "pic", "penanggung jawab", "actor", "performer", "responsible", "jabatan"],
  lanes: [
    "pelaksana",
    "pelaksanaan",
    "pelaksana kegiatan",
    "unit pelaksana",
    "pejabat pelaksana",
    "unit kerja pelaksana",
    "performers",
    "actors",
  ],
  standard: ["mutu baku", "baku mutu", "standar mutu", "standar baku", "quality standard"],
  requirements: [
    "kelengkapan",
    "syarat",
    "persyaratan",
    "syarat kelengkapan",
    "persyaratan kelengkapan",
    "perlengkapan",
    "input",
    "requirements",
    "requirement",
  ],
  time: ["waktu", "durasi", "lama", "lama waktu", "jangka waktu", "time", "duration"],
  output: ["output", "keluaran", "hasil", "luaran", "out put", "produk"],
  remarks: ["keterangan", "ket", "catatan", "remarks", "notes", "note"],
};

const roleOf = new Map(
  Object.entries(titles).flatMap(([role, names]) =>
    names.map((name) => [name, role as TitleRole] as const),
  ),
);

/** More than this is a sentence, not a heading. */
const longestTitle = 60;

const plain = (title: string): string =>
  title
    .toLowerCase()
    .replace(/\([^)]*\)/g, " ")
    .replace(/[^\p{L}\p{N}#]+/gu, " ")
    .trim();

/** What a heading says; `sure` where it is a heading in use and not merely begins like one. */
export function titleRole(
  title: string,
): { readonly role: TitleRole; readonly sure: boolean } | null {
  if (title.length > longestTitle) return null;
  const words = plain(title);
  const exact = roleOf.get(words) ?? roleOf.get(words.replaceAll(" ", ""));
  if (exact !== undefined) return { role: exact, sure: true };
  const parts = title.split(/[/\n]/).map(plain);
  for (const part of parts.length > 1 ? parts : []) {
    const role = roleOf.get(part);
    if (role !== undefined) return { role, sure: true };
  }
  const [first = ""] = words.split(" ");
  const role = words.split(" ").length <= 4 ? roleOf.get(first) : undefined;
  // "Pelaksana teknis" or "Jabatan fungsional" is somebody, not a heading over somebody.
  return role === undefined || role === "lanes" || role === "actors" || role === "number"
    ? null
    : { role, sure: false };
}

const positionWord =
  /\b(kepala|ka|kasi|kasie|kasubag|kasubbag|kasubid|kabid|kabag|kadis|kadin|kadiskominfo|sekretaris|sekdin|sekda|staf|staff|opd|skpd|pemohon|pengguna|petugas|admin|administrator|operator|bendahara|camat|lurah|bupati|walikota|gubernur|fungsional|pelaksana|unit|tim|bidang|seksi|helpdesk|arsiparis|agendaris|pejabat|pengelola|analis|masyarakat|loket|jfu|jft|ppk|pptk|pengadministrasi|pranata|koordinator|front office|back office)\b/i;

/** Whether a heading names somebody who works. */
export const namesPosition = (title: string): boolean =>
  title.length <= longestTitle && positionWord.test(title);
