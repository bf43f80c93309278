import { afterEach, expect, test } from "vitest";
import type { Database, Row } from "../../../server/persistence/database.js";
import { openDatabase } from "../../../server/persistence/open-database.js";
import { LedgerKeeper } from "../../../server/runtime/throughput/ledger-keeper.js";
import { beginClearing, readLedgerState } from "../../../server/runtime/throughput/ledger-state.js";
import type { AnyData } from "../../harness/test-api.js";
import { anotherLocation, testDialect } from "../../harness/test-database.js";
import { Dice } from "../../walks/dice.js";
import { CalendarDesk, wib } from "../calendars/calendar-desk.js";
import { HOUR } from "../cases/case-driver.js";
import { BusyOffice } from "./busy-office.js";
import {
  ledgerContent,
  mergeAll,
  mergerContext,
  mergerOn,
  rebuiltContent,
} from "./ledger-content.js";
import { reportQuery } from "./report-query.js";

const procedures = ["000", "001", "004b"] as const;

let desk: CalendarDesk | undefined;
const seconds: Database[] = [];
afterEach(async () => {
  for (const database of seconds.splice(0)) await database.close();
  await desk?.stop();
});

async function openOffice(seed: number): Promise<BusyOffice> {
  desk = await CalendarDesk.open();
  return new BusyOffice(desk.driver, new Dice(seed), procedures);
}

/** As another server would have it; SQLite has but one. */
async function anotherDatabase({ driver }: BusyOffice): Promise<Database> {
  if (testDialect === "sqlite") return driver.api.database;
  const database = await openDatabase(anotherLocation(driver.api.location));
  seconds.push(database);
  return database;
}

async function changeHours(days: CalendarDesk, hour: string): Promise<void> {
  const { officeId: _office, ...input } = await days.asInput(null);
  const weekly = input.weekly.map((one: AnyData) => ({
    ...one,
    spans: one.spans.map((span: AnyData, at: number) =>
      at === one.spans.length - 1 ? { ...span, to: hour } : span,
    ),
  }));
  const { userErrors } = await days.save({ ...input, weekly });
  expect(userErrors).toEqual([]);
}

test("what was added bit by bit is what the log says as a whole, also after calendars changed", async () => {
  const office = await openOffice(3);
  const { database } = office.driver.api;
  const merger = mergerOn(database);
  for (let step = 0; step < 70; step += 1) {
    if (step % 7 === 0) await office.start();
    else await office.step();
    if (step % 3 === 0) await merger.mergeSome(mergerContext());
    if (step === 25) await desk!.addJointLeave("2026-08-06");
    if (step === 40) await changeHours(desk!, "15:00");
    if (step === 50) await office.driver.api.moveDeadlines();
    if (step === 55) await desk!.addJointLeave("2026-08-05", "Cuti lagi");
  }
  await mergeAll(merger);
  const bitByBit = await ledgerContent(database);
  expect(bitByBit.length).toBeGreaterThan(50);
  expect(await rebuiltContent(database)).toEqual(bitByBit);
});

test("no cell that was made anew is taken for the one before it", async () => {
  const office = await openOffice(15);
  const { database } = office.driver.api;
  await office.start();
  await mergeAll(mergerOn(database));
  const revisions = async (): Promise<unknown[]> =>
    (
      await database.reader.all(
        "SELECT revision FROM ledger_cell ORDER BY version_id, grain, start",
        [],
      )
    ).map(({ revision }) => revision);
  const before = await revisions();
  await rebuiltContent(database);
  const after = await revisions();
  expect(after).toHaveLength(before.length);
  after.forEach((revision, at) => expect(revision).not.toBe(before[at]));
});

test("several servers add at once, and each case is added once", async () => {
  const office = await openOffice(5);
  const { database } = office.driver.api;
  const mergers = [mergerOn(database), mergerOn(await anotherDatabase(office))];
  for (let step = 0; step < 30; step += 1) {
    if (step % 5 === 0) await office.start();
    const adding = mergers.map((merger) => merger.mergeSome(mergerContext()));
    await office.step();
    await Promise.all(adding);
  }
  await Promise.all(mergers.map(mergeAll));
  const together = await ledgerContent(database);
  expect(await rebuiltContent(database)).toEqual(together);
});

test("an account of a while ago does not take the place of a newer one", async () => {
  const office = await openOffice(7);
  const { database } = office.driver.api;
  await office.start();
  // It reads the log, and before it writes, another has added what came after.
  const late = mergerOn({
    ...database,
    unitOfWork: {
      run: async (ctx, work) => {
        await office.step();
        await mergeAll(mergerOn(database));
        return database.unitOfWork.run(ctx, work);
      },
    },
  });
  await late.mergeSome(mergerContext());
  const found = await ledgerContent(database);
  expect(await rebuiltContent(database)).toEqual(found);
});

test("whoever cannot add anything just now says so, and keeps no report from being told", async () => {
  const office = await openOffice(17);
  const { database } = office.driver.api;
  await office.start();
  const losing = mergerOn({
    ...database,
    unitOfWork: { run: () => Promise.reject(new Error("Others have the same cells in hand")) },
  });
  expect(await new LedgerKeeper(database, losing).catchUp(mergerContext())).toBe(false);
});

test("whoever is cut off before the commit leaves all of it to others", async () => {
  const office = await openOffice(9);
  const { database } = office.driver.api;
  await office.start();
  await mergeAll(mergerOn(database));
  await office.step();
  const before = await ledgerContent(database);
  const dying = mergerOn({
    ...database,
    unitOfWork: {
      run: (ctx, work) =>
        database.unitOfWork.run(ctx, async (tx) => {
          await work(tx);
          throw new Error("The power is gone");
        }),
    },
  });
  await expect(dying.mergeSome(mergerContext())).rejects.toThrow("The power is gone");
  expect(await ledgerContent(database)).toEqual(before);
  await mergeAll(mergerOn(database));
  const after = await ledgerContent(database);
  expect(after).not.toEqual(before);
  expect(await rebuiltContent(database)).toEqual(after);
});

test("a remark on a case that is over changes nothing but how far it was read", async () => {
  const office = await openOffice(13);
  const { driver } = office;
  driver.api.clock.set(wib("2026-08-04T09:00"));
  const instance = await driver.start("004b");
  driver.api.clock.advance(2 * HOUR);
  const input = { instanceId: instance.id, reason: "dibatalkan" };
  await driver.mutate("admin", "cancelInstance", input, "instance { id }");
  const { database } = driver.api;
  await mergeAll(mergerOn(database));
  const before = await ledgerContent(database);
  const remark = { instanceId: instance.id, text: "Sudah disampaikan." };
  await driver.mutate("admin", "commentOnInstance", remark, "instance { id }");
  await mergeAll(mergerOn(database));
  const withoutSeq = (lines: readonly string[]) =>
    lines.map((line) => line.replace(/"(seq|last_at)":\d+,/g, ""));
  expect(withoutSeq(await ledgerContent(database))).toEqual(withoutSeq(before));
  const pending = await database.reader.all("SELECT * FROM ledger_pending", []);
  expect(pending).toEqual([]);
});

test("a rebuild that is cut off, beside a server that merges, ends in the same sums", async () => {
  const office = await openOffice(17);
  const { database } = office.driver.api;
  const merger = mergerOn(database);
  for (let step = 0; step < 12; step += 1) {
    await (step % 3 === 0 ? office.start() : office.step());
  }
  await mergeAll(merger);
  const before = await ledgerContent(database);
  // Whoever began it dies after each piece, and others go on, while the office works.
  const other = mergerOn(await anotherDatabase(office));
  await database.unitOfWork.run(mergerContext(), (tx) => tx.run(beginClearing, []));
  // A report would help with it; here it may not.
  const { ledger } = office.driver.api;
  const catchUp = ledger.catchUp.bind(ledger);
  ledger.catchUp = () => Promise.resolve(false);
  const refused = await office.driver.api.send(await office.driver.as("admin"), reportQuery, {
    input: {
      scope: { officeId: desk!.officeId },
      period: { from: "2026-08-01", to: "2026-08-31" },
    },
  });
  ledger.catchUp = catchUp;
  expect(refused.errors?.[0]?.extensions["code"]).toBe("REPORT_NOT_READY");
  const isBehind = async () => (await readLedgerState(database.reader))?.isClearing === 1;
  while (await isBehind()) {
    await Promise.all([other.mergeSome(mergerContext()), merger.mergeSome(mergerContext())]);
  }
  await Promise.all([merger, other].map(mergeAll));
  expect(await ledgerContent(database)).toEqual(before);
});

test("a case that cannot be accounted for holds up no other", async () => {
  const office = await openOffice(19);
  const { database } = office.driver.api;
  await office.start();
  await office.start();
  const { id } = (await database.reader.get<Row & { id: number }>(
    "SELECT MIN(id) AS id FROM instance",
    [],
  ))!;
  const spoilt = "UPDATE history_entry SET events = 'no JSON' WHERE instance_id = ?";
  await database.unitOfWork.run(mergerContext(), (tx) => tx.run(spoilt, [id]));
  const merger = mergerOn(database);
  await expect(merger.mergeSome(mergerContext())).rejects.toThrow("Cases that reports leave out");
  expect(await merger.isBehind()).toBe(false);
  const cases = await database.reader.all("SELECT instance_id FROM ledger_case", []);
  expect(cases).toHaveLength(1);
});
