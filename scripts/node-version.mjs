import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname } from "node:path";
import { DoorError, knownCause, lastLines } from "./door-error.mjs";
import { inProject, projectRoot } from "./project-root.mjs";
import { becomeProgram, runProgram } from "./run-program.mjs";

/** better-sqlite3's binaries and the test tools need it; older Nodes crash instead of saying so. */
const oldest = [22, 13];
const replacement = "node@24";
const pathNote = inProject(".cache/node-path");

export const isTooOld = (version) => {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  return major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
};

/** Under `npm run`, that very npm; else the one on the PATH. Always on the Node that runs now. */
export const npmCommand = (args) =>
  process.env.npm_execpath?.endsWith(".js")
    ? [process.execPath, [process.env.npm_execpath, ...args]]
    : [process.platform === "win32" ? "npm.cmd" : "npm", args];

/** Puts the running Node first on the PATH, so that npm and every tool started here use it. */
export const putNodeFirstOnPath = () => {
  const folder = dirname(process.execPath);
  const rest = (process.env.PATH ?? "").split(delimiter).filter((entry) => entry !== folder);
  process.env.PATH = [folder, ...rest].join(delimiter);
};

const rememberedNode = () => {
  const path = existsSync(pathNote) ? readFileSync(pathNote, "utf8").trim() : "";
  return path !== "" && existsSync(path) ? path : null;
};

const fetchNode = async () => {
  const [program, args] = npmCommand([
    "exec",
    "--ignore-scripts=false",
    "--yes",
    "--loglevel=error",
    "--fetch-retry-mintimeout=2000",
    "--fetch-retry-maxtimeout=10000",
    `--package=${replacement}`,
    "--",
    "node",
    "-p",
    "process.execPath",
  ]);
  const { code, output } = await runProgram(program, args, { capture: true, cwd: projectRoot });
  const path = output.trim().split("\n").at(-1) ?? "";
  if (code === 127) throw new DoorError("npm was not found; install Node 24 with npm");
  if (code !== 0 || !existsSync(path)) {
    const cause = knownCause(output) ?? lastLines(output, 3);
    throw new DoorError(`Node 24 could not be fetched from npm: ${cause}`);
  }
  try {
    mkdirSync(dirname(pathNote), { recursive: true });
    writeFileSync(pathNote, `${path}\n`);
  } catch {
    // Only a shortcut for the next start; without it npm is asked again.
  }
  return path;
};

/** Runs the door again on Node 24 from npm and resolves to its exit code. */
export const rerunOnNewerNode = async (args) => {
  process.stdout.write(
    `Node ${process.version} is older than ${oldest.join(".")}: running on Node 24 from npm\n`,
  );
  const node = rememberedNode() ?? (await fetchNode());
  return await becomeProgram(node, [inProject("scripts/alur.mjs"), ...args]);
};
