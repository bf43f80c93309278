import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inProject, toolScript } from "./project-root.mjs";
import { runProgram } from "./run-program.mjs";

/** The real compiler and linter settings of domain, over one bad file at a time. */
let root;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "alur-purity-"));
  mkdirSync(join(root, "domain"));
  writeFileSync(join(root, "package.json"), '{"type":"module"}');
  cpSync(inProject("domain/tsconfig.json"), join(root, "domain/tsconfig.json"));
  cpSync(inProject(".oxlintrc.json"), join(root, ".oxlintrc.json"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const run = (command, text) => {
  writeFileSync(join(root, "domain/bad.ts"), text);
  return runProgram(process.execPath, command, { capture: true, cwd: root });
};
const compile = (text) => run([toolScript.tsc, "-p", "domain", "--pretty", "false"], text);
const lint = (text) => run([toolScript.oxlint, "domain"], text);

describe("domain's compiler settings", () => {
  it("accept pure code", async () => {
    const { code, output } = await compile("export const a = new Date(0).getTime();\n");
    expect(output).toBe("");
    expect(code).toBe(0);
  });

  it.each(["process.pid", "window.name", "performance.now()", "crypto", "setTimeout", "console"])(
    "reject %s",
    async (expression) => {
      const { code, output } = await compile(`export const a = ${expression};\n`);
      expect(output).toContain(`Cannot find name '${expression.split(".")[0].replace("()", "")}'`);
      expect(code).not.toBe(0);
    },
  );
});

describe("domain's lint", () => {
  it.each(["Date.now()", "Math.random()", "performance.now()", "crypto.randomUUID()"])(
    "rejects %s",
    async (expression) => {
      const { code, output } = await lint(`export const a = ${expression};\n`);
      expect(output).toMatch(/domain has no (clock|randomness)/);
      expect(code).not.toBe(0);
    },
  );
});
