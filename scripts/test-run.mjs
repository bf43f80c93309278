import { ensureBuilt } from "./build.mjs";
import { generatedChecks, isPresent, runCheck, staticChecks } from "./checks.mjs";
import { startPrivateMariadb } from "./private-mariadb.mjs";
import { secondsSince } from "./stage.mjs";
import { ensureSystemPackages, findChromium } from "./system-packages.mjs";
import { runVitestProject } from "./vitest-run.mjs";

/** Adds up results and shows one line per part; every part runs, whatever came before. */
const scoreboard = () => {
  const total = { passed: 0, failed: 0 };
  return {
    total,
    /** `work` resolves to {passed, failed, skipped}; if it throws, that is one failed test. */
    part: async (name, work) => {
      const from = performance.now();
      let counts;
      try {
        counts = await work();
      } catch (error) {
        process.stdout.write(`${error.message}\n`);
        counts = { passed: 0, failed: 1, skipped: 0 };
      }
      total.passed += counts.passed;
      total.failed += counts.failed;
      const skipped = counts.skipped ? `, ${counts.skipped} skipped` : "";
      const verdict = counts.failed === 0 ? "ok  " : "FAIL";
      process.stdout.write(
        `${verdict} ${name}: ${counts.passed} passed, ${counts.failed} failed${skipped}` +
          ` (${secondsSince(from)})\n`,
      );
    },
  };
};

const checkCounts = (check) => async () => {
  const { code, output } = await runCheck(check);
  if (code !== 0) process.stdout.write(output.endsWith("\n") ? output : `${output}\n`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
};

const buildCounts = (target) => async () => {
  await ensureBuilt(target);
  return { passed: 1, failed: 0 };
};

const sayTotal = ({ passed, failed }) => {
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
};

/** Types, lint, format, structure and the unit specs: what one wants to know before a commit. */
export const runQuickChecks = async () => {
  const board = scoreboard();
  for (const check of staticChecks) await board.part(check.name, checkCounts(check));
  await board.part("unit", () => runVitestProject("unit"));
  return sayTotal(board.total);
};

/** The address of a MariaDB server, without the name of a database in it. */
const serverAddress = (url) => {
  const address = new URL(url);
  address.pathname = "/";
  return address.href;
};

/**
 * Everything that CI runs. Resolves to the exit code. `allSeeds`: every seed procedure is drawn by
 * hand, and not only two, and the long property tests run in full.
 */
export const runAllTests = async ({ allSeeds }) => {
  const given = process.env.DATABASE_URL;
  // The tests say themselves which database they mean; a leftover here would decide for them.
  delete process.env.DATABASE_URL;
  await ensureSystemPackages(given ? ["chromium"] : ["mariadbd", "chromium"]);

  const board = scoreboard();
  for (const check of staticChecks) await board.part(check.name, checkCounts(check));
  await board.part("server build", buildCounts("server"));
  for (const check of generatedChecks.filter(isPresent)) {
    await board.part(check.name, checkCounts(check));
  }
  const inFull = allSeeds ? { ALUR_ALL_SEEDS: "1" } : {};
  await board.part("unit", () => runVitestProject("unit", inFull));
  await board.part("integration on SQLite", () => runVitestProject("sqlite"));
  await board.part("integration on MariaDB", async () => {
    const server = given
      ? { url: serverAddress(given), stop: async () => {} }
      : await startPrivateMariadb();
    try {
      return await runVitestProject("mariadb", { ALUR_TEST_DATABASE_URL: server.url });
    } finally {
      await server.stop();
    }
  });
  await board.part("admin UI build", buildCounts("ui"));
  await board.part("end to end in Chromium", () =>
    runVitestProject("e2e", {
      ALUR_CHROMIUM: findChromium(),
      ...inFull,
    }),
  );
  return sayTotal(board.total);
};
