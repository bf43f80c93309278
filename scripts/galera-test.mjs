import { ensureBuilt } from "./build.mjs";
import { startGaleraCluster } from "./galera-cluster.mjs";
import { inProject, projectRoot } from "./project-root.mjs";
import { runProgram } from "./run-program.mjs";
import { stage } from "./stage.mjs";
import { ensureSystemPackages } from "./system-packages.mjs";

/** A run takes two minutes on a calm machine; one that hangs must end. */
const timeoutMs = 15 * 60_000;

/** Two servers on three Galera nodes, and what races between them. Resolves to the exit code. */
export const runGaleraTest = async (args) => {
  await ensureSystemPackages(["mariadbd", "galera", "rsync"]);
  await ensureBuilt("server");
  await ensureBuilt("tests");
  const cluster = await stage("starting three Galera nodes", startGaleraCluster);
  try {
    const { code } = await runProgram(
      process.execPath,
      ["--enable-source-maps", inProject("dist/test/galera/main.js"), ...args],
      { cwd: projectRoot, timeoutMs, env: { GALERA_URLS: cluster.urls.join(" ") } },
    );
    return code;
  } finally {
    await cluster.stop();
  }
};
