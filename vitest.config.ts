import { defineConfig } from "vitest/config";

/**
 * Four projects, so that a run can be chosen by name: `unit` needs nothing, `sqlite` and `mariadb`
 * run the very same files, `e2e` needs a built program and a Chromium.
 *
 * Files share the modules that one of them has loaded: reading the server anew for each took two fifths
 * of the time. So a test undoes what it does to anything that outlives it.
 */
const integration = (database: "sqlite" | "mariadb") => ({
  extends: true as const,
  test: {
    name: database,
    include: ["test/integration/**/*.test.ts"],
    isolate: false,
    env: { ALUR_TEST_DB: database },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  resolve: {
    // Packages that Node loads get graphql's "main"; Vite would give ours its "module", a second copy.
    alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }],
  },
  test: {
    pool: "forks",
    maxWorkers: 2,
    // Stack traces and snapshots stay readable in a log file.
    env: { NO_COLOR: "1", TZ: "UTC" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          isolate: false,
          // Against hanging only: a busy machine takes ten times as long as a calm one.
          testTimeout: 60_000,
          include: [
            "domain/**/*.spec.ts",
            "server/**/*.spec.ts",
            "migrations/**/*.spec.ts",
            "seeds/**/*.spec.ts",
            "admin-ui/**/*.spec.{ts,tsx}",
            "scripts/**/*.spec.mjs",
            "test/**/*.spec.ts",
          ],
        },
      },
      integration("sqlite"),
      integration("mariadb"),
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          // Against hanging only, as above: a change is on the server when it has been saved.
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
