import { existsSync } from "node:fs";
import { inProject, projectRoot, toolScript } from "./project-root.mjs";
import { runProgram } from "./run-program.mjs";

/**
 * The checks that are no vitest run, in the order in which a reader wants to know. Each is one
 * command of the running Node; it counts as one test.
 */
export const staticChecks = [
  { name: "lint", command: [toolScript.oxlint] },
  { name: "format", command: [toolScript.oxfmt, "--check", "."] },
  { name: "structure", command: [inProject("scripts/structure-check.mjs")] },
  { name: "types", command: [toolScript.tsc, "-b"] },
];

/** The checks of what is generated and committed; they need the built server. */
export const generatedChecks = [
  {
    name: "schema is up to date",
    needs: "server/cli/schema.ts",
    command: [inProject("dist/server/cli/schema.js"), "--check"],
  },
  {
    name: "UI documents are up to date",
    needs: "admin-ui/codegen.ts",
    command: [toolScript.codegen, "--config", "admin-ui/codegen.ts", "--check"],
  },
];

/** Where a part is not in the tree at all, there is nothing to compare. */
export const isPresent = ({ needs }) => needs === undefined || existsSync(inProject(needs));

/** Runs one check and resolves to {code, output}. */
export const runCheck = ({ command }) =>
  runProgram(process.execPath, command, {
    capture: true,
    cwd: projectRoot,
    env: { NO_COLOR: "1" },
    timeoutMs: 600_000,
  });
