import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { StartupError } from "../../kernel/startup-error.js";

/** Built or not, this file lies somewhere below the folder that holds `seeds/`. */
function seedFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "seeds/office/demo-office.json"))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new StartupError("The folder seeds/ is missing beside the program");
    folder = parent;
  }
  return join(folder, "seeds");
}

/** The JSON of one file; `path` is relative to `seeds/`. */
export const readSeed = <T>(path: string): T =>
  JSON.parse(readFileSync(join(seedFolder(), path), "utf8")) as T;

/** The JSON files of one folder of `seeds/`, by name, as paths for `readSeed`. */
export const listSeeds = (folder: string): string[] =>
  readdirSync(join(seedFolder(), folder))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => `${folder}/${name}`);
