import type { TableWords } from "./recognised-table.js";

/** For the specs of tables. */
export const trialWords: TableWords = {
  yes: "Ya",
  no: "Tidak",
  start: "Mulai",
  end: "Selesai",
  writtenTime: "Waktu",
  lane: "Pelaksana",
};
