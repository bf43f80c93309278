import { existsSync, readFileSync } from "node:fs";
import { contentHash, readStamp, writeStamp } from "./content-stamp.mjs";
import { DoorError, knownCause, lastLines } from "./door-error.mjs";
import { npmCommand } from "./node-version.mjs";
import { inProject, projectRoot } from "./project-root.mjs";
import { runProgram } from "./run-program.mjs";
import { stage } from "./stage.mjs";

const stampFile = inProject("node_modules/.alur-installed");
const lockFile = inProject("package-lock.json");
const installedFile = inProject("node_modules/.package-lock.json");

const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages;

/**
 * npm notes in node_modules what it installed. Comparing it with the lock file spares a person
 * who just ran `npm install` by hand a second, full installation.
 */
const matchesLock = () => {
  if (!existsSync(installedFile)) return false;
  const wanted = packagesOf(lockFile);
  const installed = packagesOf(installedFile);
  const same = (path) =>
    installed[path].version === wanted[path]?.version &&
    installed[path].integrity === wanted[path]?.integrity;
  return (
    Object.keys(wanted).every((path) => path === "" || wanted[path].optional || installed[path]) &&
    Object.keys(installed).every(same)
  );
};

/** Installs the packages of the lock file, unless exactly these are there. */
export const ensureDependencies = async () => {
  const wanted = contentHash(["package-lock.json"]);
  if (readStamp(stampFile) === wanted) return;
  if (matchesLock()) {
    writeStamp(stampFile, wanted);
    return;
  }
  await stage("installing packages", async () => {
    const [program, args] = npmCommand([
      "ci",
      "--include=dev",
      // The native packages bring their binaries; npm would call a compiler for them all the same.
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      "--fetch-retry-mintimeout=2000",
      "--fetch-retry-maxtimeout=10000",
    ]);
    const { code, output } = await runProgram(program, args, { capture: true, cwd: projectRoot });
    if (code !== 0) {
      const cause = knownCause(output) ?? `npm ci said:\n${lastLines(output)}`;
      throw new DoorError(`packages could not be installed: ${cause}`);
    }
    writeStamp(stampFile, wanted);
  });
};
