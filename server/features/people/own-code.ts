import { Refusal } from "../../kernel/refusal.js";
import type { Row, Tx } from "../../persistence/database.js";
import { UniqueViolation } from "../../persistence/unique-violation.js";

export const longestCode = 100;

/** A code as programs and documents write it: `trenggalek-kominfo.kepala-dinas`. */
export function checkedCode(written: string, field: string): string {
  const code = written.trim().toLowerCase();
  if (code.length > longestCode) throw new Refusal("TOO_LARGE", field, { limit: longestCode });
  if (!/^[a-z0-9]+([._-][a-z0-9]+)*$/.test(code)) {
    throw new Refusal("INVALID", field, { reason: "a-z 0-9 . _ -" });
  }
  return code;
}

/** What a code is made of where none was given: the words of a name. */
export function codeOfName(name: string, prefix = ""): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ["x"];
  return `${prefix}${words.join("-")}`.slice(0, longestCode - 10).replace(/[._-]+$/, "");
}

/** The code, or the code with the first number behind it that is free. */
export async function freeCode(
  tx: Tx,
  table: "office" | "`position`",
  code: string,
): Promise<string> {
  const rows = await tx.all<Row & { code: string }>(`SELECT code FROM ${table} WHERE code LIKE ?`, [
    `${code}%`,
  ]);
  const taken = new Set(rows.map((row) => row.code));
  let free = code;
  for (let number = 2; taken.has(free); number += 1) free = `${code}-${number}`;
  return free;
}

/** Runs a write of a code; DUPLICATE_CODE where another row has it. */
export async function orDuplicateCode<T>(code: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof UniqueViolation) {
      throw new Refusal("DUPLICATE_CODE", "input.code", { code });
    }
    throw error;
  }
}
