import { ensureBuilt } from "./build.mjs";
import { inProject, projectRoot } from "./project-root.mjs";
import { runProgram } from "./run-program.mjs";
import { ensureSystemPackages, findChromium } from "./system-packages.mjs";

/** Measures the editor in a real Chromium, in front of the built program. */
export const runEditorBenchmark = async (args) => {
  await ensureSystemPackages(["chromium"]);
  await ensureBuilt("server");
  await ensureBuilt("ui");
  await ensureBuilt("tests");
  const { code } = await runProgram(
    process.execPath,
    ["--enable-source-maps", inProject("dist/test/bench/editor/main.js"), ...args],
    { cwd: projectRoot, env: { ALUR_CHROMIUM: findChromium() } },
  );
  return code;
};
