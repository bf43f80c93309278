import type { SopDocument } from "../../../domain/index.js";
import type { Locale } from "../../kernel/context.js";
import { listSeeds, readSeed } from "../people/people-service.js";

/** One file of `seeds/templates`; the key is the file's name. */
export interface SopTemplateFile {
  readonly title: Readonly<Record<Locale, string>>;
  readonly description: Readonly<Record<Locale, string>>;
  readonly lists: SopDocument["lists"];
  readonly graph: SopDocument["graph"];
}

let known: ReadonlyMap<string, SopTemplateFile> | null = null;

/** What a new SOP can start from, by key, in the order in which they are offered. */
export function sopTemplates(): ReadonlyMap<string, SopTemplateFile> {
  known ??= new Map(
    listSeeds("templates").map((path) => [
      path.replace(/^templates\/\d+-(.*)\.json$/, "$1"),
      readSeed<SopTemplateFile>(path),
    ]),
  );
  return known;
}
