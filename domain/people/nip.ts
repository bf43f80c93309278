/** The parts of a civil service number, in the order in which they stand. */
export type NipPart = "LENGTH" | "BIRTH" | "APPOINTMENT" | "SEX" | "SERIAL";

/** A number as it is kept: its digits, whatever blanks, dots or hyphens it was written with. */
export const bareNip = (written: string): string => written.replace(/[\s.\u00A0-]/gu, "");

/**
 * The first part of a bare NIP that cannot be right; `null`: none. It has 18 digits: day of birth
 * (8), year and month of appointment (6; of a PPPK the year and 21), sex (1 or 2), serial number (3).
 */
export function findNipFault(nip: string): NipPart | null {
  if (!/^[0-9]{18}$/.test(nip)) return "LENGTH";
  const born = nip.slice(0, 8);
  if (!isDay(born)) return "BIRTH";
  const [year, month] = [Number(nip.slice(8, 12)), Number(nip.slice(12, 14))];
  const isMonth = (month >= 1 && month <= 12) || month === contract;
  // Nobody was appointed as a child, or before there were such numbers.
  const age = year - Number(born.slice(0, 4));
  if (!isMonth || age < 15 || age > 65) return "APPOINTMENT";
  if (nip[14] !== "1" && nip[14] !== "2") return "SEX";
  return nip.slice(15) === "000" ? "SERIAL" : null;
}

/** What stands for the month in the number of a PPPK. */
const contract = 21;

function isDay(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(
    Number,
  );
  if (year === undefined || month === undefined || day === undefined) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return year >= 1900 && day >= 1 && day <= days;
}
