import { ensureBuilt } from "./build.mjs";
import { startPrivateMariadb } from "./private-mariadb.mjs";
import { inProject, projectRoot } from "./project-root.mjs";
import { runProgram } from "./run-program.mjs";
import { stage } from "./stage.mjs";
import { ensureSystemPackages } from "./system-packages.mjs";

/** Runs a program of `test/bench` on SQLite and on a durable MariaDB (or DATABASE_URL). */
export const runBenchmark = async (args, program = "main.js") => {
  const given = process.env.DATABASE_URL;
  delete process.env.DATABASE_URL;
  if (!given) await ensureSystemPackages(["mariadbd"]);
  await ensureBuilt("server");
  await ensureBuilt("tests");
  const server = given
    ? { url: given, stop: async () => {} }
    : await stage("starting a private MariaDB", () => startPrivateMariadb({ durable: true }));
  try {
    const { code } = await runProgram(
      process.execPath,
      ["--enable-source-maps", inProject("dist/test/bench", program), ...args],
      { cwd: projectRoot, env: { BENCH_MARIADB_URL: server.url } },
    );
    return code;
  } finally {
    await server.stop();
  }
};
