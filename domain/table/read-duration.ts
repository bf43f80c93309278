import type { StandardTime, TimeUnit } from "../sop/graph.js";

export interface ReadDuration {
  readonly time: StandardTime | null;
  /** False where the words say more than one number and one unit. */
  readonly sure: boolean;
}

interface UnitReading {
  readonly unit: TimeUnit;
  readonly times: number;
  readonly sure: boolean;
}

/** Office hours count in working days unless the form says otherwise: so "hari" is a working day. */
const units: readonly (readonly [RegExp, UnitReading])[] = [
  [/^(menit|mnt|mt|min|mins|minute|minutes|m|'|’|′)$/, { unit: "MINUTE", times: 1, sure: true }],
  [/^(jam|j|hour|hours|hr|hrs|h)$/, { unit: "HOUR", times: 1, sure: true }],
  [/^hari kalender$|^calendar days?$/, { unit: "CALENDAR_DAY", times: 1, sure: true }],
  [/^(hari|hari kerja|hk|days?|working days?)$/, { unit: "WORKING_DAY", times: 1, sure: true }],
  [/^(detik|dtk|seconds?|sec)$/, { unit: "MINUTE", times: 1 / 60, sure: false }],
  [/^(minggu|pekan|weeks?)$/, { unit: "CALENDAR_DAY", times: 7, sure: false }],
  [/^(bulan|bln|months?)$/, { unit: "CALENDAR_DAY", times: 30, sure: false }],
];

const numberWords: Readonly<Record<string, number>> = {
  setengah: 0.5,
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
  sepuluh: 10,
};

const fractions: Readonly<Record<string, number>> = { "½": 0.5, "¼": 0.25, "¾": 0.75 };

const amount = "(\\d+(?:[.,]\\d+)*(?:\\s*/\\s*\\d+)?|\\d*\\s*[½¼¾])";
const one = new RegExp(`^${amount}\\s*([\\p{L}'’′][\\p{L} '’′]*)?$`, "u");
const range = new RegExp(
  `^${amount}\\s*([\\p{L}'’′][\\p{L} ]*)?\\s*(?:-|–|—|s/d|s\\.d\\.?|sd|sampai|hingga|to)\\s*(.+)$`,
  "u",
);

/** What a cell says where it says that there is no time. */
const nothing = /^[-–—.:/]*$/;

/** The unit that a heading gives to bare numbers under it: "Waktu (menit)". */
export function unitOfTitle(title: string): TimeUnit | null {
  for (const word of title.toLowerCase().split(/[^\p{L}' ]+|(?<=waktu)\s/u)) {
    const unit = unitOf(word.trim());
    if (unit !== null && unit.times === 1 && word.trim().length > 1) return unit.unit;
  }
  return null;
}

/** Reads a standard time as people write it; `titleUnit` is what its column's heading says. */
export function readDuration(text: string, titleUnit: TimeUnit | null = null): ReadDuration {
  const written = text
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/\(([a-z ]+)\)/g, (all, inner: string) => (inner in numberWords ? "" : all))
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[.;,]+$/, "");
  if (nothing.test(written)) return { time: null, sure: true };
  const about = written.replace(
    /^(±|\+\/-|kurang lebih|maksimal|maks\.?|max\.?|paling lama|sekitar|>|<|≤)\s*/,
    "",
  );
  const exactly = about === written;
  const single = readOne(about, titleUnit);
  if (single !== null) return { ...single, sure: single.sure && exactly };
  const spread = range.exec(about);
  if (spread !== null) {
    // The longer of the two is what nobody overruns.
    const upper = readOne(spread[3] ?? "", titleUnit);
    if (upper !== null) return { time: upper.time, sure: false };
  }
  return readSum(about) ?? { time: null, sure: false };
}

function readOne(text: string, titleUnit: TimeUnit | null): ReadDuration | null {
  const word = /^([a-z]+) (.+)$/.exec(text);
  const spelt = word === null ? undefined : numberWords[word[1] ?? ""];
  const match = spelt === undefined ? one.exec(text) : null;
  const value = spelt ?? (match === null ? null : numberOf(match[1] ?? ""));
  if (value === null || !(value > 0) || value > 1_000_000) return null;
  const unitWord = ((spelt === undefined ? match?.[2] : word?.[2]) ?? "").trim();
  const unit =
    unitWord === "" && titleUnit !== null
      ? { unit: titleUnit, times: 1, sure: true }
      : unitOf(unitWord);
  if (unit === null) return null;
  const total = rounded(value * unit.times);
  if (!(total > 0) || total > 1_000_000) return null;
  return { time: { value: total, unit: unit.unit }, sure: unit.sure };
}

/** "1 jam 30 menit": together, in the smaller unit. */
function readSum(text: string): ReadDuration | null {
  const match = /^(\d+) ?(?:jam|hours?|h) ?(?:dan )?(\d+) ?(?:menit|mnt|minutes?|min|m)$/.exec(
    text,
  );
  if (match === null) return null;
  const value = Number(match[1]) * 60 + Number(match[2]);
  return value > 0 && value <= 1_000_000 ? { time: { value, unit: "MINUTE" }, sure: false } : null;
}

const unitOf = (word: string): UnitReading | null =>
  units.find(([pattern]) => pattern.test(word))?.[1] ?? null;

/** Numbers the Indonesian way: a stop groups thousands, a comma begins the fraction. */
function numberOf(written: string): number | null {
  const text = written.replace(/\s+/g, "");
  const sign = text.at(-1) ?? "";
  if (sign in fractions) return Number(text.slice(0, -1)) + (fractions[sign] ?? 0);
  const [above = "", below] = text.split("/");
  if (below !== undefined) return Number(below) === 0 ? null : Number(above) / Number(below);
  const plain = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(above) ? above.replaceAll(".", "") : above;
  const value = Number(plain.replace(",", "."));
  return Number.isFinite(value) ? value : null;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
