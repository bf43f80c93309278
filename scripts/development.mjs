import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { ensureBuilt } from "./build.mjs";
import { inProject, projectRoot, toolScript } from "./project-root.mjs";

/**
 * Compiles, runs and reloads server and UI side by side until one of them ends or Ctrl+C comes.
 * Resolves to the exit code.
 */
export const runDevelopment = async (args) => {
  await ensureBuilt("server");
  const hasUi = existsSync(inProject("admin-ui/index.html"));
  const commands = [
    [toolScript.tsc, "-b", "-w", "--preserveWatchOutput", "domain", "server"],
    [
      "--watch",
      "--watch-preserve-output",
      "--enable-source-maps",
      inProject("dist/server/main.js"),
      ...args,
    ],
    ...(hasUi ? [[toolScript.vite, "admin-ui"]] : []),
  ];
  const children = commands.map((command) =>
    spawn(process.execPath, command, {
      cwd: projectRoot,
      env: { ...process.env, API_PORT: process.env.PORT ?? "4000" },
      stdio: ["ignore", "inherit", "inherit"],
    }),
  );
  const stopAll = () => {
    for (const child of children) child.kill("SIGTERM");
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stopAll);
  const ends = children.map(
    (child) => new Promise((resolve) => child.once("close", (code) => resolve(code ?? 0))),
  );
  const code = await Promise.race(ends);
  stopAll();
  await Promise.race([Promise.all(ends), sleep(10_000, undefined, { ref: false })]);
  return code;
};
