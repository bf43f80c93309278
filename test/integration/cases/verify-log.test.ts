import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseGlobalId } from "../../../server/kernel/global-id.js";
import type { SqlValue } from "../../../server/persistence/database.js";
import type { LogFault } from "../../../server/runtime/check-case-log.js";
import { historyHash } from "../../../server/runtime/history-hash.js";
import { type LogSummary, verifyLog } from "../../../server/runtime/verify-log.js";
import type { DatabaseLocation } from "../../../server/kernel/config.js";
import type { AnyData } from "../../harness/test-api.js";
import { createTestLocation } from "../../harness/test-database.js";
import { CaseDriver } from "./case-driver.js";

let driver: CaseDriver;
/** A case that is done, with two entries for its two steps' outputs and remarks. */
let done = 0;

const rowId = (instance: AnyData): number => parseGlobalId(instance.id)?.id ?? 0;

beforeAll(async () => {
  driver = await CaseDriver.start();
  // More than one batch, so that the end of a batch is not the end of the log.
  for (let count = 0; count < 60; count += 1) await driver.start("003");
  const loan = await driver.steps(await driver.start("004b"), "b1", "b2", "b3", "b4");
  const completed = await driver.step(loan, "b5", {
    outputs: [{ output: "sarpras-kondisi-baik", reference: "Baik" }],
    comment: "Selesai “semua” 🎉",
  });
  done = rowId(completed);
  const joint = await driver.steps(await driver.start("002"), "a1", "a2@kepala-dinas");
  const task = joint.openTasks[0];
  const act = (name: string, input: object, by: string) =>
    driver.mutate(by, name, input, "userErrors { code }");
  await act("claimTask", { taskId: task.id }, "pkykabid");
  await act("releaseTask", { taskId: task.id }, "pkykabid");
  await act("holdInstance", { instanceId: joint.id, reason: "Rapat" }, "pkykadis");
  const cancelled = await driver.start("000", {}, "budi");
  await act("claimTask", { taskId: cancelled.openTasks[0].id }, "budi");
  await act("cancelInstance", { instanceId: cancelled.id, reason: "Dobel" }, "manajer");
  await driver.start("003", { requesterName: "Warga" }, "loket");
});
afterAll(() => driver?.stop());

async function verified(): Promise<LogSummary & { readonly found: readonly LogFault[] }> {
  const found: LogFault[] = [];
  const summary = await verifyLog(driver.api.database.reader, (fault) => found.push(fault));
  return { ...summary, found };
}

async function change(sql: string, params: readonly SqlValue[]): Promise<void> {
  const ctx = { actor: { type: "ANONYMOUS" }, locale: "id", requestId: "t", now: () => 0 } as const;
  const { changes } = await driver.api.database.unitOfWork.run(ctx, (tx) => tx.run(sql, params));
  expect(changes).toBe(1);
}

/** Changes one column of one row, checks what is said of it, and puts it back. */
async function tampered(
  table: string,
  where: string,
  column: string,
  value: (before: never) => SqlValue,
): Promise<readonly LogFault[]> {
  const { reader } = driver.api.database;
  const row = await reader.get(`SELECT ${column} AS old FROM ${table} WHERE ${where}`, []);
  const update = `UPDATE ${table} SET ${column} = ? WHERE ${where}`;
  await change(update, [value(row?.["old"] as never)]);
  try {
    const { found, faults } = await verified();
    expect(faults).toBe(found.length);
    return found;
  } finally {
    await change(update, [row?.["old"] as SqlValue]);
  }
}

test("finds nothing wrong with what the server wrote", async () => {
  const entries = await driver.api.database.reader.get(
    "SELECT COUNT(*) AS n FROM history_entry",
    [],
  );
  expect(await verified()).toEqual({
    instances: 64,
    entries: entries?.["n"],
    faults: 0,
    found: [],
  });
});

describe("names the first row that was changed", () => {
  test.each<[string, (old: never) => SqlValue]>([
    ["at", (old: number) => old + 1],
    ["actor_type", () => "SYSTEM"],
    ["actor_id", () => 1],
    ["actor_id", () => null],
    ["actor_name", () => "Orang lain"],
    ["command", () => "CLAIM"],
    ["events", (old: string) => old.replace("VISIT_DONE", "VISIT_UNDONE")],
    ["events", () => "nonsense"],
    ["hash", () => "0".repeat(64)],
  ])("of the log: %s", async (column, value) => {
    const where = `instance_id = ${done} AND seq = 3`;
    expect(await tampered("history_entry", where, column, value)).toEqual([
      {
        table: "history_entry",
        instanceId: done,
        number: 3,
        what: "does not match its hash and the entry before it",
      },
    ]);
  });

  test.each<[string, (old: never) => SqlValue, RegExp]>([
    ["version", (old: number) => old + 1, /^version is 7, the log says 6$/],
    ["version", (old: number) => old - 1, /^version is 5, the log says 6$/],
    ["head_hash", () => "f".repeat(64), /^headHash is "f+", the log says/],
    ["status", () => "RUNNING", /^status is "RUNNING", the log says "COMPLETED"$/],
    ["started_at", (old: number) => old - 1000, /^startedAt/],
    ["ended_at", (old: number) => old + 1000, /^endedAt/],
    ["ended_at", () => null, /^endedAt is null/],
    ["last_event_at", (old: number) => old + 1, /^lastEventAt/],
    ["hold_reason", () => "x", /^holdReason is "x", the log says null$/],
    ["requester_name", () => "Orang lain", /^requesterName is "Orang lain"/],
    ["requester_id", () => null, /^requesterId is null/],
    ["title", () => "Lain", /^title is "Lain"/],
    ["sop_id", () => 1, /^sopId is 1/],
    ["office_id", () => 2, /^officeId is 2/],
    [
      "state",
      (old: string) => old.replace('"status":"DONE"', '"status":"WITHDRAWN"'),
      /^state\.\S+ is not what the log makes of it$/,
    ],
    ["state", () => "{", /^state is no JSON$/],
  ])("of the cases: %s", async (column, value, what) => {
    expect(await tampered("instance", `id = ${done}`, column, value)).toEqual([
      { table: "instance", instanceId: done, number: null, what: expect.stringMatching(what) },
    ]);
  });

  test.each<[string, (old: never) => SqlValue, RegExp]>([
    ["status", () => "OPEN", /^status is "OPEN", the log says "DONE"$/],
    ["is_open", () => 1, /^isOpen is 1/],
    ["assignee_id", () => null, /^assigneeId is null/],
    ["assignee_id", () => 1, /^assigneeId is 1/],
    ["node_key", () => "b1", /^nodeKey is "b1", the log says "b5"$/],
    ["lane_key", () => "opd", /^laneKey/],
    ["label", () => "Bagian lain", /^label/],
    ["closed_by", () => 1, /^closedBy/],
    ["visit", () => 1, /^visit/],
    ["opened_at", (old: number) => old + 1, /^openedAt/],
    ["claimed_at", (old: number) => old + 1, /^claimedAt/],
    ["closed_at", (old: number) => old + 1, /^closedAt/],
    ["outcome", () => "a4-a5", /^outcome/],
    ["given", () => null, /^given is null, the log says "\[/],
    ["comment", () => "Selesai", /^comment is "Selesai", the log says "Selesai “semua” 🎉"$/],
  ])("of the tasks: %s", async (column, value, what) => {
    const where = `instance_id = ${done} AND no = 5`;
    expect(await tampered("task", where, column, value)).toEqual([
      { table: "task", instanceId: done, number: 5, what: expect.stringMatching(what) },
    ]);
  });

  const faultsOf = async (): Promise<readonly LogFault[]> => (await verified()).found;
  const entryColumns =
    "instance_id, seq, at, actor_type, actor_id, actor_name, command, events, hash";

  test.each([2, 6])("and what was taken out of the log: entry %i of 6", async (seq) => {
    const { reader } = driver.api.database;
    const where = "instance_id = ? AND seq = ?";
    const row = await reader.get(`SELECT ${entryColumns} FROM history_entry WHERE ${where}`, [
      done,
      seq,
    ]);
    await change(`DELETE FROM history_entry WHERE ${where}`, [done, seq]);
    expect(await faultsOf()).toEqual([
      { table: "history_entry", instanceId: done, number: seq, what: "is missing" },
    ]);
    const insert = `INSERT INTO history_entry (${entryColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
    await change(insert, Object.values(row ?? {}) as SqlValue[]);
    expect(await faultsOf()).toEqual([]);
  });

  test("and an entry that was put behind it, though its hash is right", async () => {
    const { reader } = driver.api.database;
    const head = await reader.get("SELECT head_hash AS hash FROM instance WHERE id = ?", [done]);
    const entry = {
      instanceId: done,
      seq: 7,
      at: driver.api.clock.now(),
      actorType: "PERSON",
      actorId: 1,
      actorName: "x",
      command: "CANCEL",
      events: "[]",
    };
    const insert = `INSERT INTO history_entry (${entryColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
    const hash = historyHash(String(head?.["hash"]), entry);
    await change(insert, [...Object.values(entry), hash] as SqlValue[]);
    expect(await faultsOf()).toEqual([
      {
        table: "history_entry",
        instanceId: done,
        number: 7,
        what: "is one more than the case has had",
      },
    ]);
    await change("DELETE FROM history_entry WHERE instance_id = ? AND seq = 7", [done]);
  });

  test("and a task that is gone, or that nobody opened", async () => {
    const move = "UPDATE task SET no = ? WHERE instance_id = ? AND no = ?";
    await change(move, [9, done, 2]);
    expect(await faultsOf()).toEqual([
      { table: "task", instanceId: done, number: 2, what: "is missing" },
    ]);
    await change(move, [2, done, 9]);
    await change(
      `INSERT INTO task (instance_id, no, visit, node_key, lane_key, status, is_open, opened_at,
        due_sort) VALUES (?, 6, 1, 'b1', 'opd', 'OPEN', 1, 0, 0)`,
      [done],
    );
    expect(await faultsOf()).toEqual([
      { table: "task", instanceId: done, number: 6, what: "is not in the log" },
    ]);
    await change("DELETE FROM task WHERE instance_id = ? AND no = 6", [done]);
  });

  test("and whoever takes part but is not noted, or is noted but does not", async () => {
    const { reader } = driver.api.database;
    const [one] = await reader.all(
      "SELECT person_id AS id FROM case_participant WHERE instance_id = 1",
      [],
    );
    const person = Number(one?.["id"]);
    await change("DELETE FROM case_participant WHERE instance_id = 1 AND person_id = ?", [person]);
    const lost = { table: "case_participant", instanceId: 1, number: person, what: "is missing" };
    expect(await faultsOf()).toEqual([lost]);
    const insert = "INSERT INTO case_participant (person_id, instance_id) VALUES (?, ?)";
    await change(insert, [person, 1]);
    // Of a case that has ended nobody waits for anything.
    await change(insert, [person, done]);
    const strange = { ...lost, instanceId: done, what: "is not in the log" };
    expect(await faultsOf()).toEqual([strange]);
    await change("DELETE FROM case_participant WHERE instance_id = ?", [done]);
  });

  test("and a case that is held but not listed as such, or is but is not held", async () => {
    const { reader } = driver.api.database;
    const [held] = await reader.all("SELECT instance_id AS id, since FROM held_case", []);
    const { id, since } = held as { id: number; since: number };
    const insert = "INSERT INTO held_case (instance_id, since, by_parent) VALUES (?, ?, 0)";
    await change("DELETE FROM held_case WHERE instance_id = ?", [id]);
    const what = `heldSince is null, the log says ${since}`;
    expect(await faultsOf()).toEqual([{ table: "instance", instanceId: id, number: null, what }]);
    await change(insert, [id, since]);
    await change(insert, [done, 5]);
    const other = { instanceId: done, what: "heldSince is 5, the log says null" };
    expect(await faultsOf()).toEqual([{ table: "instance", number: null, ...other }]);
    await change("DELETE FROM held_case WHERE instance_id = ?", [done]);
  });

  test("of every case that has one", async () => {
    const others = [1, 55, 60];
    for (const id of others) await change("UPDATE instance SET status = 'HELD' WHERE id = ?", [id]);
    const { found, faults, instances } = await verified();
    expect([found.map(({ instanceId }) => instanceId), faults, instances]).toEqual([others, 3, 64]);
    for (const id of others)
      await change("UPDATE instance SET status = 'RUNNING' WHERE id = ?", [id]);
  });
});

test("takes nothing for a fault that is written while it reads", async () => {
  let working = true;
  const work = async (): Promise<void> => {
    while (working) await driver.steps(await driver.start("004b"), "b1", "b2", "b3", "b4", "b5");
  };
  const workers = [work(), work(), work()];
  try {
    for (let round = 0; round < 20; round += 1) expect((await verified()).found).toEqual([]);
  } finally {
    working = false;
    await Promise.all(workers);
  }
});

describe("the command", () => {
  const program = fileURLToPath(new URL("../../../dist/server/cli/verify-log.js", import.meta.url));

  const run = (location: DatabaseLocation, ...args: string[]) =>
    new Promise<{ code: number; output: string }>((resolve) => {
      const place =
        location.dialect === "sqlite"
          ? { DATA_DIR: location.dataDir }
          : { DATABASE_URL: location.url };
      const env = { PATH: process.env["PATH"], ...place };
      execFile(process.execPath, [program, ...args], { env }, (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
      );
    });

  test("runs beside the server, names what was changed and ends with 1", async () => {
    expect(existsSync(program), "npm test builds the server first").toBe(true);
    const { location } = driver.api;
    const good = await run(location);
    expect(good.output).toMatch(/^instances=\d+ entries=\d+ audit_entries=\d+ faults=0\n$/);
    expect(good.code).toBe(0);

    await change("UPDATE task SET comment = 'x' WHERE instance_id = ? AND no = 5", [done]);
    await change("UPDATE instance SET title = 'x', status = 'HELD' WHERE id = ?", [1]);
    const bad = await run(location);
    expect(bad.code).toBe(1);
    const lines = bad.output.trim().split("\n");
    expect(lines.slice(0, 2)).toEqual([
      'instance instance=1: status is "HELD", the log says "RUNNING"',
      `task instance=${done} no=5: comment is "x", the log says "Selesai “semua” 🎉"`,
    ]);
    expect(lines[2]).toMatch(/^instances=\d+ entries=\d+ audit_entries=\d+ faults=2$/);
  });

  test("says in one line what is wrong with the database or with its arguments", async () => {
    const { location, drop } = await createTestLocation();
    const empty = await run(location);
    expect(empty.code).toBe(1);
    expect(empty.output.trim().split("\n")).toHaveLength(1);
    await drop();
    const wrong = await run(driver.api.location, "--fix");
    expect([wrong.code, wrong.output]).toEqual([1, "Usage: npm run verify-log\n"]);
  });
});
