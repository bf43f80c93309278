import { ensureBuilt } from "./build.mjs";
import { DoorError } from "./door-error.mjs";
import { startPrivateMariadb } from "./private-mariadb.mjs";
import { inProject, projectRoot } from "./project-root.mjs";
import { runProgram } from "./run-program.mjs";
import { stage } from "./stage.mjs";
import { ensureSystemPackages } from "./system-packages.mjs";

const databases = ["sqlite", "mariadb"];

/**
 * Walks random commands through random SOPs: in memory, or with `--server sqlite` or
 * `--server mariadb` on real servers on that database (a private MariaDB, or DATABASE_URL).
 */
export const runWalks = async (args) => {
  const at = args.indexOf("--server");
  const database = at < 0 ? null : args[at + 1];
  if (database !== null && !databases.includes(database)) {
    throw new DoorError(`--server is ${databases.join(" or ")}`);
  }
  await ensureBuilt("tests");
  const walk = async (env, more) => {
    const { code } = await runProgram(
      process.execPath,
      ["--enable-source-maps", inProject("dist/test/walks/main.js"), ...more],
      { cwd: projectRoot, env },
    );
    return code;
  };
  if (database === null) return await walk({}, args);
  const others = [...args.toSpliced(at, 2), "--server"];
  if (database === "sqlite") return await walk({ ALUR_TEST_DB: database }, others);
  const server = await mariadb();
  try {
    const env = { ALUR_TEST_DB: database, ALUR_TEST_DATABASE_URL: server.url };
    return await walk(env, others);
  } finally {
    await server.stop();
  }
};

const mariadb = async () => {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  await ensureSystemPackages(["mariadbd"]);
  return await stage("starting a private MariaDB", () => startPrivateMariadb());
};
