import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkStructure } from "./structure-check.mjs";

/** The faults of a tree given as {path: text}, as "path:line: message". */
const faultsOf = (files) => {
  const root = mkdtempSync(join(tmpdir(), "alur-structure-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return checkStructure(root).map(({ path, line, message }) => `${path}:${line}: ${message}`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

const cleanTree = {
  "domain/index.ts": `export { a } from "./sop/a.js";\n`,
  "domain/sop/a.ts": `export const a = new Date(0).getTime() + Date.UTC(2026, 0) + Math.max(1, 2);\n`,
  "domain/sop/a.spec.ts": `import { it } from "vitest";\nimport { a } from "./a.js";\nit("a", () => Date.now() + a);\n`,
  "domain/kinds/node-kinds.ts": `export const f = (n) => { switch (n.kind) { default: } };\n`,
  "server/kernel/clock.ts": `import { a } from "../../domain/index.js";\nexport const now = () => new Date();\nexport { a };\n`,
  "server/persistence/store.ts": `import { Entity } from "typeorm";\nimport { list } from "../../migrations/list.js";\nexport { Entity, list };\n`,
  "migrations/list.ts": `import type { Column } from "../server/persistence/column.js";\nexport const list: Column[] = [];\n`,
  "server/persistence/column.ts": `export type Column = string;\n`,
  "server/runtime/engine.ts": `export type { Column } from "../persistence/column.js";\n`,
  "server/features/tasks/task-service.ts": `export * from "../../runtime/engine.js";\n`,
  "server/features/sops/sop-resolver.ts": `import { x } from "../tasks/task-service.js";\nexport { x };\n`,
  "server/api/server.ts": `const load = () => import("../features/sops/sop-resolver.js");\nexport { load };\n`,
  "server/cli/schema.ts": `import "../api/server.js";\n`,
  "server/main.ts": `import "./api/server.js";\n`,
  "admin-ui/app/main.tsx": `import { a } from "../../domain/index.js";\nimport { b } from "../generated/Bad_Name.js";\nexport const App = () => <p>{a + b}</p>;\n`,
  "admin-ui/generated/Bad_Name.ts": `export const b = 1;\n`,
  "test/e2e/a.test.ts": `await expect.poll(() => rows.count()).toBe(2);\nconst texts = await rows.allInnerTexts();\nexpect(texts.length).toBe(2);\n`,
  "test/integration/a.test.ts": `import "../../server/main.js";\nimport "typeorm";\n`,
};

/** Each breaks one rule: [the rule, file, text, the message expected]. */
const violations = [
  [
    "leftwards",
    "server/kernel/x.ts",
    `import "../persistence/store.js";`,
    "kernel must not import persistence",
  ],
  [
    "domain is leftmost",
    "domain/x.ts",
    `import "../server/kernel/clock.js";`,
    "domain must not import kernel",
  ],
  [
    "type imports count",
    "server/runtime/x.ts",
    `import type { T } from "../features/tasks/task-service.js";`,
    "runtime must not import features",
  ],
  [
    "import types count",
    "server/runtime/x.ts",
    `export type T = import("../api/server.js").T;`,
    "runtime must not import api",
  ],
  [
    "re-exports count",
    "server/features/sops/x.ts",
    `export * from "../../api/server.js";`,
    "features must not import api",
  ],
  [
    "named re-exports count",
    "server/api/x.ts",
    `export { x } from "../main.js";`,
    "api must not import main",
  ],
  [
    "dynamic imports count",
    "server/persistence/x.ts",
    `export const f = () => import("../runtime/engine.js");`,
    "persistence must not import runtime",
  ],
  [
    "workers count",
    "server/persistence/x.ts",
    `export const u = new URL("../cli/schema.js", import.meta.url);`,
    "persistence must not import main",
  ],
  [
    "require counts",
    "server/kernel/x.ts",
    `import s = require("../persistence/store.js");`,
    "kernel must not import persistence",
  ],
  [
    "command line tools are main",
    "server/api/x.ts",
    `import "../cli/schema.js";`,
    "api must not import main",
  ],
  [
    "features by service only",
    "server/features/sops/x.ts",
    `import "../tasks/task-resolver.js";`,
    "a feature reaches another one through its *-service.ts only",
  ],
  [
    "every server file has a layer",
    "server/misc/x.ts",
    `export {};`,
    "this file is in no layer of server",
  ],
  [
    "server never imports tests",
    "server/api/x.ts",
    `import "../../test/integration/a.test.js";`,
    "api must not import test",
  ],
  [
    "server never imports the UI",
    "server/api/x.ts",
    `import "../../admin-ui/app/main.js";`,
    "api must not import admin-ui",
  ],
  [
    "migrations only by persistence",
    "server/runtime/x.ts",
    `import "../../migrations/list.js";`,
    "runtime must not import migrations",
  ],
  [
    "migrations know no feature",
    "migrations/x.ts",
    `import "../server/features/tasks/task-service.js";`,
    "migrations must not import features",
  ],
  [
    "one door into domain",
    "admin-ui/app/x.ts",
    `import "../../domain/sop/a.js";`,
    "admin-ui reaches domain through domain/index.ts only",
  ],
  [
    "the UI knows no server",
    "admin-ui/app/x.ts",
    `import type { T } from "../../server/kernel/clock.js";`,
    "admin-ui must not import kernel",
  ],
  [
    "the UI runs in a browser",
    "admin-ui/app/x.ts",
    `import "node:fs";`,
    "admin-ui runs in a browser, where node:fs is missing",
  ],
  [
    "domain imports no package",
    "domain/x.ts",
    `import "dayjs";`,
    "domain imports no package, but here is dayjs",
  ],
  [
    "domain imports no Node",
    "domain/x.ts",
    `import "node:crypto";`,
    "domain imports no package, but here is node:crypto",
  ],
  [
    "domain imports nothing computed",
    "domain/x.ts",
    `export const f = (n) => import(n);`,
    "domain imports no computed module",
  ],
  [
    "typeorm stays in persistence",
    "server/features/sops/x.ts",
    `import { In } from "typeorm";`,
    "typeorm stays inside server/persistence and migrations",
  ],
  [
    "nothing outside of the project",
    "server/api/x.ts",
    `import "../../../other/x.js";`,
    "../../../other/x.js leaves the project",
  ],
  [
    "no clock",
    "domain/x.ts",
    `export const t = new Date();`,
    "domain has no clock: take the time as an argument",
  ],
  [
    "no clock by call",
    "domain/x.ts",
    `export const t = Date();`,
    "domain has no clock: take the time as an argument",
  ],
  [
    "no clock by method",
    "domain/x.ts",
    `export const t = Date.now();`,
    "domain has no clock: take the time as an argument",
  ],
  [
    "no clock by another name",
    "domain/x.ts",
    `const D = Date;\nexport const t = new D();`,
    "domain has no clock: take the time as an argument",
  ],
  [
    "no randomness",
    "domain/x.ts",
    `export const r = Math["random"]();`,
    "domain has no randomness: take it as an argument",
  ],
  [
    "no globals",
    "domain/x.ts",
    `export const g = globalThis;`,
    "domain has no globals: take what it needs as an argument",
  ],
  [
    "kinds stay in the registry",
    "server/runtime/x.ts",
    `export const f = (n) => { switch (n.kind) { default: } };`,
    "no switch over a kind outside its registry",
  ],
  [
    "also by a local name",
    "admin-ui/app/x.tsx",
    `export const f = (kind) => { switch (kind) { default: } };`,
    "no switch over a kind outside its registry",
  ],
  [
    "a page is polled",
    "test/e2e/x.test.ts",
    `expect(await page.getByRole("row").count()).toBe(2);`,
    "a page is polled: expect.poll(() => …)",
  ],
  [
    "also what is made of its answer",
    "test/e2e/x.test.ts",
    `expect((await rows.allInnerTexts()).join()).toBe("a");`,
    "a page is polled: expect.poll(() => …)",
  ],
  [
    "and its address",
    "test/e2e/x.test.ts",
    `expect.soft(new URL(desk.page.url()).pathname).toBe("/sop");`,
    "a page is polled: expect.poll(() => …)",
  ],
  [
    "no utils",
    "server/kernel/date-utils.ts",
    `export {};`,
    "the name date-utils says nothing; name it after its main export",
  ],
  [
    "no helpers",
    "admin-ui/helpers/x.ts",
    `export {};`,
    "the name helpers says nothing; name it after its main export",
  ],
  [
    "kebab-case",
    "server/kernel/taskStore.ts",
    `export {};`,
    "the name taskStore is not kebab-case",
  ],
  [
    "no inner barrel",
    "server/kernel/index.ts",
    `export {};`,
    "no inner barrels: domain/index.ts is the only index",
  ],
  ["no huge file", "server/kernel/x.ts", "export {};\n".repeat(401), "401 lines, more than 400"],
  ["files can be read", "server/kernel/x.ts", `const = ;`, "cannot be read"],
];

describe("structure check", () => {
  it("finds nothing in a clean tree", () => {
    expect(faultsOf(cleanTree)).toEqual([]);
  });

  it.each(violations)("%s", (_rule, path, text, message) => {
    const faults = faultsOf({ ...cleanTree, [path]: text });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`${path}:`);
    expect(faults[0]).toContain(message);
  });

  it("names the line", () => {
    const faults = faultsOf({ "domain/x.ts": "export const a = 1;\n\nexport const d = Date();\n" });
    expect(faults).toEqual(["domain/x.ts:3: domain has no clock: take the time as an argument"]);
  });
});
