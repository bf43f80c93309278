import "reflect-metadata";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { printAlurSchema } from "../api/print-schema.js";
import { StartupError } from "../kernel/startup-error.js";
import { printDdl } from "../persistence/migration/print-ddl.js";
import { runCommand } from "./run-command.js";

/** Seen from dist/server/cli. */
const folder = fileURLToPath(new URL("../../../schema", import.meta.url));

await runCommand(async () => {
  const check = readCheck();
  const files = {
    "schema.graphql": printAlurSchema(),
    "ddl.sqlite.sql": printDdl("sqlite"),
    "ddl.mariadb.sql": printDdl("mariadb"),
  };
  const stale = Object.entries(files).filter(([name, text]) => read(join(folder, name)) !== text);
  if (check) {
    const names = stale.map(([name]) => `schema/${name}`).join(", ");
    if (stale.length > 0) {
      throw new StartupError(`Stale: ${names}. Run npm run schema, and commit what it writes`);
    }
    console.log("schema/ is up to date");
    return;
  }
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of stale) {
    writeFileSync(join(folder, name), text);
    console.log(`schema/${name} written`);
  }
  if (stale.length === 0) console.log("schema/ was up to date");
});

function readCheck(): boolean {
  try {
    const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
    return values.check;
  } catch {
    throw new StartupError("Usage: npm run schema [-- --check]");
  }
}

function read(file: string): string | null {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
