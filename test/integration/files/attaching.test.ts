import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseGlobalId } from "../../../server/kernel/global-id.js";
import type { Row } from "../../../server/persistence/database.js";
import { verifyLog } from "../../../server/runtime/verify-log.js";
import { jpeg, pdf, png } from "../../harness/sample-files.js";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver, instanceFields } from "../cases/case-driver.js";
import { StatementProbe } from "../cases/statement-probe.js";
import { UploadDesk } from "./upload-desk.js";

let driver: CaseDriver;
let desk: UploadDesk;

beforeAll(async () => {
  driver = await CaseDriver.start();
  desk = new UploadDesk(driver.api);
});

afterAll(() => driver.stop());

const upload = async (by: string, name: string, bytes: Buffer): Promise<string> =>
  desk.upload(await driver.as(by), name, bytes);

const fileFields = "id name type size sha256 address";
const taskFields = `id status comment given { reference output { key } files { ${fileFields} } }
  files { purpose about file { ${fileFields} } }`;

const complete = (by: string, input: object): Promise<AnyData> =>
  driver.mutate(by, "completeTask", input, `task { ${taskFields} } instance { ${instanceFields} }`);

/** A case of which the next step gives an output, and that step's task. */
async function stepWithOutput(): Promise<{
  instance: AnyData;
  task: AnyData;
  by: string;
  output: string;
}> {
  let instance = await driver.start("001");
  for (;;) {
    const [open] = instance.openTasks;
    const { nodes } = CaseDriver.procedure("001").document.graph;
    const output = nodes.find(({ key }) => key === open.node.key)?.outputs[0];
    if (output) return { instance, task: open, by: driver.workerOf(open), output };
    const outcome = open.outcomes[0]?.key;
    instance = await driver.step(instance, open.node.key, outcome && { outcome });
  }
}

test("a step is done with files for its output, a requirement and the remark", async () => {
  const { instance, task, by, output } = await stepWithOutput();
  const [letter, photo, sheet] = [
    await upload(by, "Surat.pdf", pdf()),
    await upload(by, "foto.jpg", jpeg),
    await upload(by, "bukti.png", png),
  ];
  const payload = await complete(by, {
    taskId: task.id,
    outputs: [{ output, files: [letter] }],
    broughtFiles: [{ requirement: "KTP pemohon", files: [photo] }],
    files: [sheet],
    comment: "Terlampir",
    outcome: task.outcomes[0]?.key,
  });
  expect(payload.userErrors).toEqual([]);
  const done = payload.task;
  expect(done.given).toMatchObject([
    {
      reference: "",
      output: { key: output },
      files: [{ name: "Surat.pdf", type: "application/pdf" }],
    },
  ]);
  expect(done.files).toMatchObject([
    { purpose: "OUTPUT", about: output, file: { name: "Surat.pdf" } },
    { purpose: "REQUIREMENT", about: "KTP pemohon", file: { name: "foto.jpg" } },
    { purpose: "COMMENT", about: null, file: { name: "bukti.png", size: png.length } },
  ]);
  // The log says the same, and its chain covers the hashes.
  const events = await driver.expectWholeLog(instance.id);
  const logged = events.find((event) => event.type === "TASK_DONE" && event.files);
  expect(logged).toMatchObject({
    brought: ["KTP pemohon"],
    given: [{ output, reference: "", files: [{ name: "Surat.pdf", size: pdf().length }] }],
    broughtFiles: [{ requirement: "KTP pemohon", files: [{ name: "foto.jpg" }] }],
    files: [{ sha256: done.files[2].file.sha256 }],
  });
  // Outside they are named by the ids that they are asked for with.
  const { history } = await driver.read(instance.id, "history { events }");
  const shown = history.flatMap((entry: AnyData) => entry.events).find((one: AnyData) => one.files);
  expect(shown.files[0].file).toBe(done.files[2].file.id);
  expect(shown.given[0].files[0].file).toBe(done.given[0].files[0].id);
  expect(shown.broughtFiles[0].files[0].file).toBe(done.files[1].file.id);
});

test("a comment may be a file alone, by whoever may read the case", async () => {
  const instance = await driver.start("001");
  const id = await upload("pemohon", "tambahan.pdf", pdf());
  const comment = { instanceId: instance.id, files: [id], idempotencyKey: "c1" };
  const first = await driver.mutate("pemohon", "commentOnInstance", comment, "instance { id }");
  expect(first.userErrors).toEqual([]);
  // Sent again after a lost answer: the same, and not that the file is taken.
  const again = await driver.mutate("pemohon", "commentOnInstance", comment, "instance { id }");
  expect([again.userErrors, again.instance?.id]).toEqual([[], instance.id]);
  const events = await driver.expectWholeLog(instance.id);
  expect(events.filter(({ type }) => type === "COMMENT_ADDED")).toMatchObject([
    { text: "", files: [{ name: "tambahan.pdf" }] },
  ]);
  const empty = { instanceId: instance.id, text: " " };
  const refused = await driver.mutate("pemohon", "commentOnInstance", empty, "instance { id }");
  expect(refused.userErrors).toMatchObject([{ code: "INVALID", field: "input.text" }]);
});

describe("is not attached, and the case is as it was:", () => {
  test.each<[what: string, code: string, field: string, files: (by: string) => Promise<string[]>]>([
    [
      "an upload of somebody else",
      "NOT_FOUND",
      "input.files",
      async () => [await upload("agendaris", "a.pdf", pdf())],
    ],
    ["what is no upload", "NOT_FOUND", "input.files", async () => ["SW5zdGFuY2U6MQ"]],
    [
      "one that is not whole",
      "FILE_NOT_READY",
      "input.files",
      async (by) => [(await desk.create(await driver.as(by), "a.pdf", 500)).id],
    ],
    [
      "one that was refused",
      "FILE_TYPE",
      "input.files",
      async (by) => [(await desk.send(await driver.as(by), "a.pdf", Buffer.from("<html>"))).id],
    ],
    [
      "the same twice",
      "FILE_TAKEN",
      "input.files",
      async (by) => {
        const id = await upload(by, "a.pdf", pdf());
        return [id, id];
      },
    ],
    [
      "too many at once",
      "TOO_MANY_FILES",
      "input.files",
      async (by) => {
        const id = await upload(by, "a.pdf", pdf());
        return Array.from({ length: 21 }, () => id);
      },
    ],
  ])("%s", async (_what, code, field, files) => {
    const instance = await driver.start("001");
    const [task] = instance.openTasks;
    const by = driver.workerOf(task);
    const ids = await files(by);
    const before = await driver.trace(instance.id);
    const outcome = task.outcomes[0]?.key;
    const payload = await complete(by, { taskId: task.id, files: ids, outcome });
    expect(payload.userErrors).toMatchObject([{ code, field }]);
    expect(await driver.trace(instance.id)).toEqual(before);
  });

  test("one that was attached already", async () => {
    const [one, other] = [await driver.start("001"), await driver.start("001")];
    const id = await upload("pemohon", "a.pdf", pdf());
    const at = (instance: AnyData) => ({ instanceId: instance.id, files: [id] });
    await driver.mutate("pemohon", "commentOnInstance", at(one), "instance { id }");
    const second = await driver.mutate(
      "pemohon",
      "commentOnInstance",
      at(other),
      "instance { id }",
    );
    expect(second.userErrors).toMatchObject([{ code: "FILE_TAKEN" }]);
  });

  test("a command that is refused for another reason leaves the upload to be used", async () => {
    const { task, by, output } = await stepWithOutput();
    const id = await upload(by, "a.pdf", pdf());
    const wrong = { taskId: task.id, outputs: [{ output: "tidak-ada", files: [id] }] };
    expect((await complete(by, wrong)).userErrors).not.toEqual([]);
    expect((await desk.row(id)).state).toBe("READY");
    const outcome = task.outcomes[0]?.key;
    const right = { taskId: task.id, outputs: [{ output, files: [id] }], outcome };
    expect((await complete(by, right)).userErrors).toEqual([]);
    expect((await desk.row(id)).state).toBe("ATTACHED");
  });
});

test("of two commands that take the same file, one has it", async () => {
  const cases = await Promise.all([driver.start("001"), driver.start("001"), driver.start("001")]);
  const id = await upload("pemohon", "a.pdf", pdf());
  const payloads = await Promise.all(
    cases.map(({ id: instanceId }) =>
      driver.mutate("pemohon", "commentOnInstance", { instanceId, files: [id] }, "instance { id }"),
    ),
  );
  const refused = payloads.flatMap(({ userErrors }) => userErrors.map((one: AnyData) => one.code));
  expect(refused).toEqual(["FILE_TAKEN", "FILE_TAKEN"]);
});

test("what was sent back keeps its files in the history", async () => {
  const { task, by, output, instance } = await stepWithOutput();
  const id = await upload(by, "konsep.pdf", pdf());
  const outcome = task.outcomes[0]?.key;
  const done = await complete(by, { taskId: task.id, outputs: [{ output, files: [id] }], outcome });
  expect(done.userErrors).toEqual([]);
  const next = done.instance.openTasks[0];
  const fields = "task { id } instance { id }";
  const visit = task.visit;
  const back = { taskId: next.id, visit, reason: "Salah berkas" };
  const returned = await driver.mutate(driver.workerOf(next), "returnTask", back, fields);
  expect(returned.userErrors).toEqual([]);
  const { tasks } = await driver.read(instance.id, `tasks { ${taskFields} }`);
  const undone = tasks.find((one: AnyData) => one.id === task.id);
  expect(undone).toMatchObject({ status: "WITHDRAWN", files: [{ file: { name: "konsep.pdf" } }] });
});

test("what was sent back is given once more without uploading it again, within the case only", async () => {
  const { task, by, output, instance } = await stepWithOutput();
  const id = await upload(by, "konsep.pdf", pdf());
  const outcome = task.outcomes[0]?.key;
  const done = await complete(by, { taskId: task.id, outputs: [{ output, files: [id] }], outcome });
  const [file] = done.task.given[0].files;
  const next = done.instance.openTasks[0];
  const back = { taskId: next.id, visit: task.visit, reason: "Kurang lampiran" };
  await driver.mutate(driver.workerOf(next), "returnTask", back, "task { id }");
  const { openTasks } = await driver.read(instance.id);
  const more = await upload(by, "lampiran.png", png);
  const given = (files: string[]) => ({
    taskId: openTasks[0].id,
    outputs: [{ output, files }],
    outcome,
  });
  const twice = await complete(by, given([file.id, file.id]));
  expect(twice.userErrors).toMatchObject([{ code: "FILE_TAKEN" }]);
  const again = given([file.id, more]);
  const payload = await complete(by, again);
  expect(payload.userErrors).toEqual([]);
  expect(payload.task.given[0].files).toMatchObject([file, { name: "lampiran.png" }]);
  await driver.expectWholeLog(instance.id);
  // Nobody gets at a file by naming it in another case.
  const other = await stepWithOutput();
  const stolen = { taskId: other.task.id, outputs: [{ output: other.output, files: [file.id] }] };
  const refused = await complete(other.by, { ...stolen, outcome: other.task.outcomes[0]?.key });
  expect(refused.userErrors).toMatchObject([{ code: "NOT_FOUND", field: "input.outputs.0.files" }]);
});

test("verify-log says where a file's row is not what the log says", async () => {
  const { reader, unitOfWork } = driver.api.database;
  const faults: AnyData[] = [];
  const before = await verifyLog(reader, (fault) => faults.push(fault));
  expect([before.faults, faults]).toEqual([0, []]);
  const file = await reader.get<Row & { id: number; instance_id: number; sha256: string }>(
    "SELECT id, instance_id, sha256 FROM stored_file WHERE state = 'ATTACHED' ORDER BY id LIMIT 1",
    [],
  );
  const ctx = {
    actor: { type: "SYSTEM", name: "t" },
    locale: "id",
    requestId: "t",
    now: () => 0,
  } as const;
  const set = (sha256: string | undefined) =>
    unitOfWork.run(ctx, (tx) =>
      tx.run("UPDATE stored_file SET sha256 = ? WHERE id = ?", [sha256 ?? "", file?.id ?? 0]),
    );
  await set("0".repeat(64));
  const after = await verifyLog(reader, (fault) => faults.push(fault));
  expect(after.faults).toBe(1);
  expect(faults).toMatchObject([
    { table: "stored_file", instanceId: file?.instance_id, number: file?.id },
  ]);
  await set(file?.sha256);
});

test("asking for the files of many cases costs one statement", async () => {
  const document = `{ instances(first: 20) { nodes { tasks { files { file { id } } given { files { id } } } } } }`;
  const probe = new StatementProbe(driver);
  const { data, statements } = await probe.ask("admin", document);
  expect(data.instances.nodes.length).toBeGreaterThan(5);
  expect(statements.filter((sql) => sql.includes("stored_file"))).toHaveLength(1);
  expect(
    parseGlobalId(
      data.instances.nodes
        .flatMap((one: AnyData) => one.tasks)
        .flatMap((one: AnyData) => one.files)[0].file.id,
    )?.type,
  ).toBe("CaseFile");
});
