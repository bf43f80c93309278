import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver } from "../cases/case-driver.js";
import { StatementProbe } from "../cases/statement-probe.js";
import { DraftDesk } from "./draft-desk.js";

let driver: CaseDriver;
let folder: string;
let probe: StatementProbe;
let draft: AnyData;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "alur-given-up-"));
  const path = join(folder, "worker.mjs");
  // A thread that dies over every drawing, as of one that takes all memory, and writes down that it was asked.
  writeFileSync(
    path,
    `import { appendFileSync } from "node:fs";
    import { parentPort } from "node:worker_threads";
    parentPort.on("message", ({ asks }) => {
      appendFileSync(new URL("asked.txt", import.meta.url), asks + " ");
      throw new Error("It dies");
    });`,
  );
  writeFileSync(join(folder, "asked.txt"), "");
  driver = await CaseDriver.start();
  const desk = await DraftDesk.open(driver);
  draft = await desk.letter("Terlalu rumit");
  probe = new StatementProbe(driver, pathToFileURL(path));
});
afterAll(async () => {
  await driver?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const asked = (): string => readFileSync(join(folder, "asked.txt"), "utf8");

const read = `query ($id: ID!) { node(id: $id) { ... on SopVersion {
  problems { rule level } standardTimes { expectedMinutes } } } }`;
const enact = `mutation ($input: EnactVersionInput!) { enactVersion(input: $input) {
  version { status } problems { rule level } userErrors { code } } }`;

test("a drawing over which the check died is not proven, is tried once, and is never enacted by that", async () => {
  const input = { versionId: draft.id, revision: draft.revision };
  const unproven = [{ rule: "soundness-unknown", level: "ERROR" }];
  const refused = {
    version: { status: "DRAFT" },
    problems: unproven,
    userErrors: [{ code: "PROBLEMS" }],
  };
  for (const by of ["kadis", "admin", "kadis"]) {
    const { data } = await probe.ask(by, enact, { input });
    expect(data.enactVersion).toEqual(refused);
    const { data: version } = await probe.ask(by, read, { id: draft.id });
    expect(version.node).toEqual({ problems: unproven, standardTimes: null });
  }
  expect(asked()).toBe("PROBLEMS TIMES ");
});
