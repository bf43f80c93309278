import { Refusal } from "../../kernel/refusal.js";

/** CONFLICT where the write met no row: another admin changed it since that revision was read. */
export async function expectRevision(write: Promise<{ readonly changes: number }>): Promise<void> {
  const { changes } = await write;
  if (changes !== 1) throw new Refusal("CONFLICT", "input.revision");
}
