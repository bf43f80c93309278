import { existsSync } from "node:fs";
import { cleanUp } from "./clean-up.mjs";
import { DoorError, knownCause } from "./door-error.mjs";
import { isTooOld, putNodeFirstOnPath, rerunOnNewerNode } from "./node-version.mjs";
import { inProject, projectRoot, toolScript } from "./project-root.mjs";
import { becomeProgram, endOnSignals, runProgram } from "./run-program.mjs";

/**
 * The one door to every command. It runs on any Node since 18 and without a single package, sees
 * to it that Node, packages and build are as they must be, and then does what was asked.
 * What a command needs beyond this is imported by that command, so that `start` stays quick.
 */

const install = async () => (await import("./dependencies.mjs")).ensureDependencies();
const build = async (target) => (await import("./build.mjs")).ensureBuilt(target);

const runServerProgram = async (file, args) =>
  await becomeProgram(process.execPath, ["--enable-source-maps", inProject(file), ...args]);

const serverCommand = (name) => async (args) => {
  await install();
  await build("server");
  return await runServerProgram(`dist/server/cli/${name}.js`, args);
};

const toolCommand = (command) => async (args) => {
  await install();
  const options = { cwd: projectRoot };
  return (await runProgram(process.execPath, [...command, ...args], options)).code;
};

const commands = {
  start: async (args) => {
    await install();
    await build("server");
    if (existsSync(inProject("admin-ui/index.html"))) await build("ui");
    return await runServerProgram("dist/server/main.js", args);
  },
  dev: async (args) => {
    await install();
    return await (await import("./development.mjs")).runDevelopment(args);
  },
  check: async () => {
    await install();
    endOnSignals();
    return await (await import("./test-run.mjs")).runQuickChecks();
  },
  test: async (args) => {
    const unknown = args.find((arg) => arg !== "--all-seeds");
    if (unknown !== undefined) throw new DoorError(`npm test knows --all-seeds, not ${unknown}`);
    await install();
    endOnSignals();
    return await (await import("./test-run.mjs")).runAllTests({ allSeeds: args.length > 0 });
  },
  "test:galera": async (args) => {
    await install();
    endOnSignals();
    return await (await import("./galera-test.mjs")).runGaleraTest(args);
  },
  bench: async (args) => {
    await install();
    endOnSignals();
    return await (await import("./benchmark.mjs")).runBenchmark(args);
  },
  "bench:throughput": async (args) => {
    await install();
    endOnSignals();
    const { runBenchmark } = await import("./benchmark.mjs");
    return await runBenchmark(args, "throughput/main.js");
  },
  "bench:editor": async (args) => {
    await install();
    endOnSignals();
    return await (await import("./editor-benchmark.mjs")).runEditorBenchmark(args);
  },
  "bench:layout": async (args) => {
    await install();
    await build("tests");
    return await runServerProgram("dist/test/bench/layout-bench.js", args);
  },
  "calendar:check": async (args) => {
    await install();
    await build("tests");
    return await runServerProgram("dist/test/calendar/main.js", args);
  },
  oracle: async (args) => {
    await install();
    await build("tests");
    return await runServerProgram("dist/test/oracle/main.js", args);
  },
  papers: async (args) => {
    await install();
    await build("tests");
    return await runServerProgram("dist/test/papers/main.js", args);
  },
  history: async (args) => {
    await install();
    await build("tests");
    return await runServerProgram("dist/test/history/main.js", args);
  },
  walks: async (args) => {
    await install();
    endOnSignals();
    return await (await import("./walks.mjs")).runWalks(args);
  },
  backup: serverCommand("backup"),
  restore: serverCommand("restore"),
  "create-admin": serverCommand("create-admin"),
  "verify-log": serverCommand("verify-log"),
  "throughput:rebuild": serverCommand("throughput-rebuild"),
  schema: serverCommand("schema"),
  codegen: toolCommand([toolScript.codegen, "--config", "admin-ui/codegen.ts"]),
  format: toolCommand([toolScript.oxfmt, "--write", "."]),
};

const open = async ([name = "", ...args]) => {
  if (!Object.hasOwn(commands, name)) {
    throw new DoorError(`usage: node scripts/alur.mjs ${Object.keys(commands).join(" | ")}`);
  }
  if (isTooOld(process.version)) return await rerunOnNewerNode([name, ...args]);
  putNodeFirstOnPath();
  return await commands[name](args);
};

try {
  process.exitCode = await open(process.argv.slice(2));
} catch (error) {
  const cause = error.code ? knownCause(`${error.code} ${error.message}`) : null;
  if (!(error instanceof DoorError) && cause === null) throw error;
  process.stderr.write(`${cause ? `${error.path ?? "Alur"}: ${cause}` : error.message}\n`);
  process.exitCode = 1;
} finally {
  await cleanUp();
}
