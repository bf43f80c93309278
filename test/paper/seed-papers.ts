import { readFileSync } from "node:fs";
import type { PaperPart } from "../../domain/index.js";
import { procedureFacts } from "../../seeds/procedure-facts.js";

export interface SeedPaper {
  readonly file: string;
  readonly part: PaperPart;
}

/** The six procedures as they are printed. */
export const seedPapers: readonly SeedPaper[] = procedureFacts.map(({ file }) => {
  const path = new URL(`../../seeds/procedures/${file}.json`, import.meta.url);
  const { number, title, document } = JSON.parse(readFileSync(path, "utf8")) as PaperPart;
  return { file, part: { number, title, document } };
});
