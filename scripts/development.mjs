import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { ensureBuilt } from "./build.mjs";
import { atEnd, cleanUp } from "./clean-up.mjs";
import { filesUnder } from "./content-stamp.mjs";
import { inProject, projectRoot, toolScript } from "./project-root.mjs";

const watched = ["domain", "server", "migrations"];
const everyMs = 250;

const start = (command) =>
  spawn(process.execPath, command, {
    cwd: projectRoot,
    env: { ...process.env, API_PORT: process.env.PORT ?? "4000" },
    stdio: ["ignore", "inherit", "inherit"],
  });

const ended = (child) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once("close", resolve));

const end = async (child) => {
  child.kill("SIGTERM");
  await ended(child);
};

/** Compiles; a fault is shown and leaves the running server alone. */
const compiles = async () => {
  try {
    await ensureBuilt("server");
    return true;
  } catch (error) {
    process.stdout.write(`${error.message}\n`);
    return false;
  }
};

/** Names, times and sizes of all sources: what a change changes. */
const sourcesNow = () => {
  try {
    return watched
      .flatMap((folder) => filesUnder(inProject(folder)))
      .map((file) => {
        const { mtimeMs, size } = statSync(file);
        return `${file} ${mtimeMs} ${size}`;
      })
      .join("\n");
  } catch {
    // Something vanished while it was looked at, as in a checkout; the next look sees the rest.
    return "";
  }
};

/**
 * Calls `work` after a change of a source, never twice at once. It looks at the files instead of
 * asking the system to report: after an editor's save by renaming, reports stay away.
 */
const onChange = (work) => {
  let seen = sourcesNow();
  let timer;
  const look = async () => {
    const now = sourcesNow();
    if (now !== seen) {
      seen = now;
      await work();
    }
    timer = setTimeout(look, everyMs);
  };
  timer = setTimeout(look, everyMs);
  atEnd(() => clearTimeout(timer));
};

/**
 * Runs the server, rebuilt and restarted after every change, and beside it the UI with hot reload
 * on a port of its own. Ends with Ctrl+C. It compiles by itself, because the compiler's own watch
 * mode restarts nothing, and a server restarted on its first written file reads half a build.
 */
export const runDevelopment = async (args) => {
  const startServer = () =>
    start(["--enable-source-maps", inProject("dist/server/main.js"), ...args]);
  let server = (await compiles()) ? startServer() : null;
  atEnd(() => server && end(server));
  onChange(async () => {
    if (!(await compiles())) return;
    if (server) await end(server);
    server = startServer();
  });
  if (existsSync(inProject("admin-ui/index.html"))) {
    const ui = start([toolScript.vite, "admin-ui"]);
    atEnd(() => end(ui));
  }
  await new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, resolve);
  });
  await cleanUp();
  return 0;
};
