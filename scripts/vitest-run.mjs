import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot, toolScript } from "./project-root.mjs";
import { runProgram } from "./run-program.mjs";

/** A hanging test must end the run in CI, not the patience of whoever waits for it. */
const timeoutMs = 30 * 60_000;

/**
 * Counts one vitest JSON report. A file that could not even be loaded, and an error outside of any
 * test, count as one failed test each; so does a project without a single test.
 */
export const countReport = (report, exitCode) => {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  const brokenFiles = report.testResults.filter(
    (file) =>
      file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  const isSilentFailure = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: failed + (isSilentFailure ? 1 : 0), skipped };
};

/** Runs one vitest project, its output to the terminal; resolves to {passed, failed, skipped}. */
export const runVitestProject = async (project, env = {}, args = []) => {
  const folder = mkdtempSync(join(tmpdir(), "alur-report-"));
  const reportFile = join(folder, "report.json");
  try {
    const { code } = await runProgram(
      process.execPath,
      [
        toolScript.vitest,
        "run",
        "--project",
        project,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${reportFile}`,
        ...args,
      ],
      { cwd: projectRoot, timeoutMs, env: { NO_COLOR: "1", ...env } },
    );
    const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, "utf8")) : null;
    return countReport(report, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
