import "reflect-metadata";
import { parseArgs } from "node:util";
import { createAdmin, type NewAdmin } from "../features/people/create-admin.js";
import { PasswordHasher } from "../features/people/password-hasher.js";
import { readConfig } from "../kernel/config.js";
import { StartupError } from "../kernel/startup-error.js";
import { systemContext } from "../kernel/system-context.js";
import { openDatabase } from "../persistence/open-database.js";
import { runCommand } from "./run-command.js";

await runCommand(async () => {
  const wanted = readArguments();
  const { database: location, production } = readConfig(process.env);
  const database = await openDatabase(location, { production });
  try {
    const ctx = systemContext("create-admin", () => Date.now());
    const made = await createAdmin(database, ctx, new PasswordHasher(), wanted);
    const { username, office, password } = made;
    console.log(`${username} is an admin of ${office}.`);
    console.log(`Temporary password, shown only now: ${password}`);
  } finally {
    await database.close();
  }
});

function readArguments(): NewAdmin {
  try {
    const type = "string" as const;
    const options = { username: { type }, name: { type }, office: { type } };
    const { username, name, office } = parseArgs({ options }).values;
    if (username && name && office) return { username, name, office };
  } catch {
    // An unknown option is answered as a missing one is.
  }
  throw new StartupError(
    'Usage: npm run create-admin -- --username NAME --name "Full name" --office "Office"',
  );
}
