import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { ensureBuilt } from "./build.mjs";
import { DoorError } from "./door-error.mjs";
import { startGaleraCluster } from "./galera-cluster.mjs";
import { inProject, projectRoot } from "./project-root.mjs";
import { runProgram } from "./run-program.mjs";
import { stage } from "./stage.mjs";
import { ensureSystemPackages } from "./system-packages.mjs";
import { runVitestProject } from "./vitest-run.mjs";

/** Each part takes a minute or two on a calm machine; one that hangs must end. */
const timeoutMs = 15 * 60_000;

/** Tests with two servers in them, which stand on two nodes here. */
const spine = ["cases/races", "cases/two-servers", "throughput/ledger-merging"].map(
  (name) => `test/integration/${name}.test.ts`,
);

const runBuilt = async (file, args, env) => {
  const { code } = await runProgram(
    process.execPath,
    ["--enable-source-maps", inProject(file), ...args],
    { cwd: projectRoot, timeoutMs, env },
  );
  return code;
};

const readSizes = (args) => {
  const sizes = {
    claims: "300",
    joins: "150",
    repeats: "60",
    circles: "200",
    retirements: "200",
    walks: "100",
  };
  const options = Object.entries(sizes).map(([name, size]) => [
    name,
    { type: "string", default: size },
  ]);
  try {
    const { values } = parseArgs({ args, options: Object.fromEntries(options) });
    if (Object.values(values).every((size) => /^[1-9]\d*$/.test(size))) return values;
  } catch {
    // Said below, as for a size that is none.
  }
  throw new DoorError(
    `npm run test:galera knows ${Object.keys(sizes)
      .map((name) => `--${name}=N`)
      .join(" ")}`,
  );
};

/** Servers on three Galera nodes, and what races between them. Resolves to the exit code. */
export const runGaleraTest = async (args) => {
  const { walks, ...sizes } = readSizes(args);
  await ensureSystemPackages(["mariadbd", "galera", "rsync"]);
  await ensureBuilt("server");
  await ensureBuilt("tests");
  const cluster = await stage("starting three Galera nodes", startGaleraCluster);
  const [one, another] = cluster.urls;
  const env = { ALUR_TEST_DATABASE_URL: one, ALUR_TEST_ANOTHER_NODE: another };
  const codes = [];
  try {
    const { failed } = await runVitestProject("mariadb", env, spine);
    codes.push(failed === 0 ? 0 : 1);
    // Where the walks are in the tree, they go over both nodes as well.
    if (existsSync(inProject("test/walks/main.ts"))) {
      const walk = ["--server", `--walks=${walks}`];
      codes.push(
        await runBuilt("dist/test/walks/main.js", walk, { ...env, ALUR_TEST_DB: "mariadb" }),
      );
    }
    // Last, so that the run ends with its figures.
    const races = Object.entries(sizes).map(([name, size]) => `--${name}=${size}`);
    codes.push(
      await runBuilt("dist/test/galera/main.js", races, { GALERA_URLS: cluster.urls.join(" ") }),
    );
  } finally {
    await cluster.stop();
  }
  return codes.find((code) => code !== 0) ?? 0;
};
