import { existsSync } from "node:fs";
import { contentHash, readStamp, writeStamp } from "./content-stamp.mjs";
import { DoorError, knownCause, lastLines } from "./door-error.mjs";
import { inProject, projectRoot, toolScript } from "./project-root.mjs";
import { runProgram } from "./run-program.mjs";
import { stage } from "./stage.mjs";

const isNoSpec = (file) => !/\.spec\.tsx?$/.test(file);

/** What can be built: from which files, how, and one file by which a finished build is known. */
const targets = {
  server: {
    name: "building the server",
    inputs: ["domain", "server", "migrations", "package-lock.json"],
    result: "dist/server/main.js",
    command: [toolScript.tsc, "-b", "domain", "server"],
  },
  ui: {
    name: "building the admin UI",
    inputs: ["admin-ui", "domain", "schema", "package-lock.json"],
    result: "dist/ui/index.html",
    command: [
      toolScript.vite,
      "build",
      "admin-ui",
      "--logLevel",
      "warn",
      "--outDir",
      inProject("dist/ui"),
      "--emptyOutDir",
    ],
  },
  tests: {
    name: "building the tests and benchmarks",
    inputs: ["domain", "server", "migrations", "test", "package-lock.json"],
    result: "dist/test/.tsbuildinfo",
    command: [toolScript.tsc, "-b", "test"],
  },
};

/**
 * Builds `server`, `ui` or `tests` where an input has changed since the last build that worked.
 * Throws a DoorError with the compiler's words.
 */
export const ensureBuilt = async (targetName) => {
  const target = targets[targetName];
  const stampFile = inProject("dist/.stamps", targetName);
  const wanted = contentHash(target.inputs, isNoSpec);
  if (readStamp(stampFile) === wanted && existsSync(inProject(target.result))) return;
  await stage(target.name, async () => {
    const { code, output } = await runProgram(process.execPath, target.command, {
      capture: true,
      cwd: projectRoot,
    });
    if (code !== 0) {
      throw new DoorError(
        `${target.name} failed: ${knownCause(output) ?? `\n${lastLines(output, 40)}`}`,
      );
    }
    writeStamp(stampFile, wanted);
  });
};
